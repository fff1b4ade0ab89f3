import { Problem } from '@teahouse/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../data/client.ts';

const fieldMessages = [
  'empty',
  'too-long',
  'malformed-text',
  'password-too-short',
  'password-too-long',
  'phone-format',
  'code-format',
  'duplicate',
  'too-short',
  'forbidden-character',
  'misplaced-sign',
  'mixed-scripts',
  'reserved',
  'not-ready',
] as const;
type FieldMessage = (typeof fieldMessages)[number];

/** Turns whatever a call threw into a sentence that says what to do. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('problems');
  return useCallback(
    (error) => {
      if (error instanceof Unreachable) return t('unreachable');
      if (!(error instanceof Problem)) return t('unknown');
      if (error.code === 'rate-limited' && error.retryAfterSeconds) {
        return t('rate-limited-for', { count: Math.ceil(error.retryAfterSeconds) });
      }
      return t(error.code);
    },
    [t],
  );
}

/** The sentence for one field of a refused form, found by the end of its JSON pointer: `field(error, 'handle')`. */
export function useFieldProblem(): (error: unknown, field: string) => string | undefined {
  const { t } = useTranslation('problems');
  return useCallback(
    (error, field) => {
      if (!(error instanceof Problem)) return undefined;
      const refused = error.fields?.find(({ pointer }) => pointer.endsWith(`/${field}`));
      if (!refused) return undefined;
      return t(`field.${isKnown(refused.message) ? refused.message : 'other'}`);
    },
    [t],
  );
}

function isKnown(message: string): message is FieldMessage {
  return fieldMessages.some((known) => known === message);
}
