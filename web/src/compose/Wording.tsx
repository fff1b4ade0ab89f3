import type { ReadableLanguage } from '@teahouse/contract';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsMember } from '../ui/invitation.tsx';
import type { Composition, Shortcoming } from './composition.ts';
import { firstTab, LanguageTabs, type WordingTab } from './LanguageTabs.tsx';
import { TranslationPill } from './TranslationPill.tsx';
import type { ChangeComposition } from './use-browser-draft.ts';
import { useFirstLanguage } from './use-first-language.ts';
import { VersionFields } from './VersionFields.tsx';
import { dropVersion, versionIn, type Words, writeVersion } from './versions.ts';
import { WordFields } from './WordFields.tsx';

const ReadsInSheet = lazy(async () => ({ default: (await import('./ReadsInSheet.tsx')).ReadsInSheet }));

interface WordingProps {
  composition: Composition;
  change: ChangeComposition;
  shortcoming: Shortcoming | undefined;
  openedIn: ReadableLanguage | undefined;
}

/** Title and text, in the language they are first written in and in every other one the author knows. */
export function Wording({ composition, change, shortcoming, openedIn }: WordingProps) {
  const { t } = useTranslation('compose');
  const asMember = useAsMember();
  const [{ tab, takesFocus }, open] = useState({ tab: openedIn ?? (firstTab as WordingTab), takesFocus: false });
  const [previewed, setPreviewed] = useState<{ to: ReadableLanguage | undefined }>();
  const { kind, language } = shortcoming ?? {};
  const wrongTab = kind && (language ?? firstTab);
  const isTitleWrong = kind === 'no-title' || kind === 'title-too-long';
  // What is missing is shown where it is missing; the author may leave it for later.
  useEffect(() => {
    if (wrongTab) open({ tab: wrongTab, takesFocus: isTitleWrong });
  }, [wrongTab, isTitleWrong]);

  const { versions, format } = composition;
  const first = useFirstLanguage(composition);
  const version = versionIn(versions, tab);
  const shown = version ? version.language : firstTab;
  const title = { isTitleWrong: isTitleWrong && wrongTab === shown, takesFocus };
  const write = (to: ReadableLanguage, words: Partial<Words>) => {
    change((before) => ({ versions: writeVersion(before.versions, to, words) }));
    open({ tab: to, takesFocus: true });
  };
  const remove = (from: ReadableLanguage) => {
    change((before) => ({ versions: dropVersion(before.versions, from) }));
    open({ tab: firstTab, takesFocus: true });
  };
  const preview = (to?: ReadableLanguage) => asMember('member', () => setPreviewed({ to }));
  return (
    <>
      <LanguageTabs
        composition={composition}
        shown={shown}
        onShow={(next) => open({ tab: next, takesFocus: false })}
        onAdd={(to) => write(to, {})}
      >
        {version ? (
          <VersionFields
            version={version}
            original={composition}
            {...title}
            onChange={(words) =>
              change((before) => ({ versions: writeVersion(before.versions, version.language, words) }))
            }
            onConfirm={() =>
              change((before) => ({ versions: writeVersion(before.versions, version.language, { isOutdated: false }) }))
            }
            onRemove={() => remove(version.language)}
            onStartFrom={() => preview(version.language)}
          />
        ) : (
          <WordFields
            words={composition}
            onChange={change}
            language={first ?? 'und'}
            placeholders={{ title: t(`format.${format}.title`), text: t(`format.${format}.text`) }}
            {...title}
            tools={<TranslationPill onPress={() => preview()}>{t('readsIn')}</TranslationPill>}
          />
        )}
      </LanguageTabs>
      {previewed ? (
        <Suspense>
          <ReadsInSheet
            composition={composition}
            to={previewed.to}
            onStartFrom={write}
            onClose={() => setPreviewed(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
