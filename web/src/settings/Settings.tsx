import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useIsWide } from '../ui/use-media-query.ts';
import { SectionList } from './SectionList.tsx';
import { SettingsPanes } from './SettingsPanes.tsx';

/** All sections: as a list on phones, beside the first of them on wide screens. */
export function Settings() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const isWide = useIsWide();
  useDocumentTitle(t('title'));
  if (isWide) return <SettingsPanes section={me === null ? 'appearance' : 'profile'} />;
  return (
    <>
      <ScreenHeader title={t('title')} />
      <div className="px-2.5 py-3">
        <SectionList />
      </div>
    </>
  );
}
