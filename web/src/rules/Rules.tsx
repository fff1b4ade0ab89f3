import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { currentLanguage } from '../app/i18n.ts';
import { LanguageSwitch } from '../app/Switches.tsx';
import { useRules } from '../data/moderation-statements.ts';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { RuleList } from './RuleList.tsx';
import { RulesSkeleton } from './RulesSkeleton.tsx';
import { useScrollToAnchor } from './use-scroll-to-anchor.ts';

/** The house rules, typeset to be read. */
export function Rules() {
  const { t, i18n } = useTranslation('rules');
  const rules = useRules(currentLanguage());
  useDocumentTitle(t('title'));
  useScrollToAnchor(rules.isSuccess);
  return (
    <>
      <ScreenHeader title={t('title')}>
        <LanguageSwitch />
      </ScreenHeader>
      <article className="mx-auto max-w-2xl px-6 pt-6 pb-20">
        {rules.data ? (
          <>
            <p className="pb-5 text-small text-quiet">
              {t('version', {
                version: rules.data.version,
                date: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(
                  new Date(rules.data.effectiveAt),
                ),
              })}
            </p>
            <RuleList rules={rules.data} />
            <p className="mt-10 border-t border-line pt-6 text-quiet">{t('coda')}</p>
            <p className="pt-3 text-quiet">
              {t('translations')}{' '}
              <Link to="/accuracy" className="text-jade underline underline-offset-2">
                {t('accuracy')}
              </Link>
            </p>
            <p className="pt-3 text-quiet">
              {t('attention')}{' '}
              <Link to="/exposure" className="text-jade underline underline-offset-2">
                {t('exposure')}
              </Link>
            </p>
          </>
        ) : rules.isError ? (
          <FailedState error={rules.error} onRetry={() => void rules.refetch()} />
        ) : (
          <RulesSkeleton />
        )}
      </article>
    </>
  );
}
