import { type ReadableLanguage, readableLanguages } from '@teahouse/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useTranslation } from 'react-i18next';
import { readableLanguage } from '../translation/reading.ts';
import { useReader } from '../translation/use-reader.ts';
import { languageName } from '../ui/badges.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import type { Composition } from './composition.ts';
import { otherLanguages } from './first-language.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { useFirstLanguage } from './use-first-language.ts';
import { hasRoom } from './versions.ts';

export const firstTab = 'first';
export type WordingTab = typeof firstTab | ReadableLanguage;

interface LanguageTabsProps {
  composition: Composition;
  shown: WordingTab;
  onShow: (tab: WordingTab) => void;
  onAdd: (language: ReadableLanguage) => void;
  /** The fields of the language that is shown. */
  children: ReactNode;
}

const pill = 'min-h-9 items-center gap-1.5 rounded-full px-3.5 text-small whitespace-nowrap';

/** The language of the note, those of its versions, and room for one more. */
export function LanguageTabs({ composition, shown, onShow, onAdd, children }: LanguageTabsProps) {
  const { t } = useTranslation('compose');
  const { reads } = useReader();
  const { versions } = composition;
  const first = useFirstLanguage(composition);
  const taken = [first, ...versions.map(({ language }) => language)];
  return (
    <Tabs selectedKey={shown} onSelectionChange={(key) => onShow(key as WordingTab)}>
      <div className="flex items-center gap-1 pt-3">
        <TabList aria-label={t('versions.label')} className="no-scrollbar -m-1 flex min-w-0 gap-1 overflow-x-auto p-1">
          <LanguageTab id={firstTab} isOutdated={false} language={first} isShown={shown === firstTab}>
            <FirstName language={first} />
          </LanguageTab>
          {versions.map(({ language, isOutdated = false }) => (
            <LanguageTab
              key={language}
              id={language}
              isOutdated={isOutdated}
              language={language}
              isShown={shown === language}
            >
              {readableLanguages[language]}
            </LanguageTab>
          ))}
        </TabList>
        {hasRoom(versions) ? (
          <LanguageMenu
            label={t('versions.add')}
            languages={otherLanguages(taken, reads)}
            onChoose={onAdd}
            className={`${pill} pressable flex shrink-0 text-jade hover:bg-jade-soft`}
          >
            <PlusIcon size={16} strokeWidth={2} />
            <span className={versions.length > 0 ? 'max-wide:sr-only' : undefined}>{t('versions.add')}</span>
          </LanguageMenu>
        ) : null}
      </div>
      <TabPanel key={shown} id={shown} className="outline-offset-4">
        {children}
      </TabPanel>
    </Tabs>
  );
}

interface LanguageTabProps {
  id: WordingTab;
  language: string | undefined;
  isOutdated: boolean;
  isShown: boolean;
  children: ReactNode;
}

function LanguageTab({ id, language, isOutdated, isShown, children }: LanguageTabProps) {
  const { t } = useTranslation('compose');
  const tab = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isShown) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isShown]);
  return (
    <Tab
      ref={tab}
      id={id}
      lang={language}
      className={`${pill} flex shrink-0 cursor-pointer text-soft outline-jade data-hovered:bg-sunken data-selected:bg-jade-soft data-selected:font-medium data-selected:text-jade`}
    >
      {children}
      {isOutdated ? (
        <span role="img" aria-label={t('versions.outdatedShort')} className="size-1.5 rounded-full bg-amber" />
      ) : null}
    </Tab>
  );
}

/** By its own name where it has one here; before there are words, what it is. */
function FirstName({ language }: { language: string | undefined }) {
  const { t, i18n } = useTranslation('compose');
  const known = language && readableLanguage(language);
  if (known) return readableLanguages[known];
  return (language && languageName(language, i18n.language)) ?? t('versions.first');
}
