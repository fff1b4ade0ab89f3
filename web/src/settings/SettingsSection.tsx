import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../app/NotFound.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useIsWide } from '../ui/use-media-query.ts';
import { SectionBody } from './SectionBody.tsx';
import { SettingsPanes } from './SettingsPanes.tsx';
import { type Section, sectionOf } from './sections.ts';

export function SettingsSection() {
  const section = sectionOf(useParams({ from: '/settings/$section', select: (params) => params.section }));
  const isWide = useIsWide();
  if (!section) return <NotFound />;
  return isWide ? <SettingsPanes section={section} /> : <SettingsPage section={section} />;
}

function SettingsPage({ section }: { section: Section }) {
  const { t } = useTranslation('settings');
  useDocumentTitle(t(`section.${section}.title`));
  return (
    <>
      <ScreenHeader title={t(`section.${section}.title`)} />
      <div className="px-5 pt-5 pb-16">
        <SectionBody section={section} />
      </div>
    </>
  );
}
