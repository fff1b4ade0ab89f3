import { useTranslation } from 'react-i18next';
import { SectionBody } from './SectionBody.tsx';
import { SectionList } from './SectionList.tsx';
import type { Section } from './sections.ts';

/** Wide screens: the sections on one side, the chosen one on the other. */
export function SettingsPanes({ section }: { section: Section }) {
  const { t } = useTranslation('settings');
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-[17rem_minmax(0,1fr)] gap-10 px-6 pt-4 pb-16">
      <div className="sticky top-(--top-height) self-start">
        <h1 className="px-3.5 pb-4 text-head font-semibold">{t('title')}</h1>
        <SectionList current={section} />
      </div>
      <section className="max-w-xl pt-1.5" aria-labelledby="settings-section">
        <h2 id="settings-section" className="pb-6 text-head font-semibold">
          {t(`section.${section}.title`)}
        </h2>
        <SectionBody key={section} section={section} />
      </section>
    </div>
  );
}
