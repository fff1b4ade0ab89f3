import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { SectionBody } from './SectionBody.tsx';
import { SectionList } from './SectionList.tsx';
import type { Section } from './sections.ts';

/** Wide screens: the sections on one side, the chosen one on the other. */
export function SettingsPanes({ section }: { section: Section }) {
  const { t } = useTranslation('settings');
  useDocumentTitle(t(`section.${section}.title`));
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-[17rem_minmax(0,1fr)] gap-10 px-6 pt-4 pb-16">
      <div className="sticky top-(--top-height) self-start">
        <p className="px-3.5 pb-4 text-head font-semibold">{t('title')}</p>
        <SectionList current={section} />
      </div>
      <section className="max-w-xl" aria-labelledby="settings-section">
        <h1 id="settings-section" className="pb-6 text-head font-semibold">
          {t(`section.${section}.title`)}
        </h1>
        <SectionBody key={section} section={section} />
      </section>
    </div>
  );
}
