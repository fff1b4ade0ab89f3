import type { SearchHit } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageProps } from '../ui/MemberText.tsx';

/** On a note that was found in another language than it was asked in: how. */
export function FoundMark({ found }: { found: NonNullable<SearchHit['foundIn']> }) {
  const { t } = useTranslation('search');
  const { via, words, language } = found;
  return (
    <span className="absolute start-2 bottom-2 flex max-w-[calc(100%-16px)] items-center gap-1 rounded-full bg-raised px-2 py-0.5 text-tiny font-medium text-jade">
      <span aria-hidden="true">译</span>
      {via === 'query' && words ? (
        <span className="truncate">
          {t('foundAs')} <bdi {...languageProps(language)}>{words}</bdi>
        </span>
      ) : (
        <span className="truncate">{t('foundThrough')}</span>
      )}
    </span>
  );
}
