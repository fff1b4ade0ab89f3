import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/i18n.ts';
import { useRules } from '../data/moderation-statements.ts';
import { RuleList } from '../rules/RuleList.tsx';
import { RulesSkeleton } from '../rules/RulesSkeleton.tsx';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { FailedState } from './FailedState.tsx';

/** The house rules over the form, so that reading them loses nothing. */
export function RulesSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('account');
  const rules = useRules(currentLanguage());
  return (
    <Sheet
      title={t('rules.sheet')}
      isOpen={isOpen}
      onClose={onClose}
      width={560}
      footer={
        <Button look="primary" size="large" className="w-full" onClick={onClose}>
          {t('rules.done')}
        </Button>
      }
    >
      {rules.data ? (
        <RuleList rules={rules.data} isCompact />
      ) : rules.isError ? (
        <FailedState error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <RulesSkeleton />
      )}
    </Sheet>
  );
}
