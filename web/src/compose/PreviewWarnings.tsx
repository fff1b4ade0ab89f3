import type { PreviewView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '../ui/icons.tsx';

interface PreviewWarningsProps {
  warnings: PreviewView['warnings'];
  isTranslated: boolean;
}

/** Where meaning or form is at risk, and what the author can do about it. */
export function PreviewWarnings({ warnings, isTranslated }: PreviewWarningsProps) {
  const { t } = useTranslation('translation-author');
  if (warnings.length === 0) {
    return isTranslated ? (
      <p className="flex items-center gap-1.5 text-small text-jade">
        <CheckIcon size={16} strokeWidth={2} />
        {t('preview.noWarnings')}
      </p>
    ) : null;
  }
  const distinct = [...new Map(warnings.map((warning) => [`${warning.kind} ${warning.excerpt}`, warning]))];
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-small font-medium text-soft">{t('preview.warnings', { count: distinct.length })}</h3>
      <ul className="flex flex-col gap-2">
        {distinct.map(([key, { kind, excerpt }]) => (
          <li key={key} className="rounded-xl bg-amber-soft px-3.5 py-2.5 text-small text-amber">
            <p dir="auto" className="font-medium wrap-anywhere">
              “{excerpt}”
            </p>
            <p className="text-soft">{t(`preview.advice.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
