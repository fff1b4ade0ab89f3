import type { GlossView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';

const mark = 'rounded-full px-2 text-tiny/[1.125rem] font-medium whitespace-nowrap';

/** What to know before using a term oneself. */
export function GlossMarks({ gloss: { isCoarse, isAmbiguous } }: { gloss: GlossView }) {
  const { t } = useTranslation('glossary');
  return (
    <>
      {isCoarse ? (
        <span title={t('coarseBody')} className={`${mark} bg-amber-soft text-amber`}>
          {t('coarse')}
        </span>
      ) : null}
      {isAmbiguous ? (
        <span title={t('ambiguousBody')} className={`${mark} border border-line-strong text-soft`}>
          {t('ambiguous')}
        </span>
      ) : null}
    </>
  );
}
