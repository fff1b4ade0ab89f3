import type { FeedControlsView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';
import { formatShare } from '../ui/format-figures.ts';

const mostLanguages = 6;

/** Languages of the notes I was shown, against those I opened. */
export function LanguagesSeen({ languages }: Pick<FeedControlsView, 'languages'>) {
  const { t, i18n } = useTranslation('your-feed');
  if (languages.length === 0) return null;
  const cell = 'py-1.5 ps-4 align-middle';
  return (
    <table className="w-full text-small">
      <caption className="pb-1 text-start text-quiet">{t('languages.caption')}</caption>
      <thead>
        <tr className="text-quiet">
          <th scope="col" className="sr-only">
            {t('languages.language')}
          </th>
          <th scope="col" className={`${cell} w-2/5 text-start font-medium`}>
            {t('languages.shown')}
          </th>
          <th scope="col" className={`${cell} w-2/5 text-start font-medium`}>
            {t('languages.opened')}
          </th>
        </tr>
      </thead>
      <tbody>
        {languages.slice(0, mostLanguages).map(({ language, shown, opened }) => (
          <tr key={language}>
            <th scope="row" className="py-1.5 text-start font-normal">
              {languageName(language, i18n.language) ?? t(language === 'mul' ? 'languages.several' : 'languages.none')}
            </th>
            <td className={cell}>
              <Bar share={shown} className="bg-line-strong" />
            </td>
            <td className={cell}>
              <Bar share={opened} className="bg-jade" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ share, className }: { share: number; className: string }) {
  const { i18n } = useTranslation();
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className="h-2 flex-1 overflow-hidden rounded-full bg-sunken">
        <span className={`block h-full rounded-full ${className}`} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="tabular w-10 text-end text-soft">{formatShare(share, i18n.language)}</span>
    </span>
  );
}
