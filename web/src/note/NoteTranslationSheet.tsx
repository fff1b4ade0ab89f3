import { Link } from '@tanstack/react-router';
import { type NoteView, readableLanguages } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { type NoteVersions, useLockTranslation, useVersions } from '../data/versions.ts';
import { SwitchRow } from '../settings/SwitchRow.tsx';
import { readableLanguage } from '../translation/reading.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EditIcon } from '../ui/icons.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { ReadersLine } from './ReadersLine.tsx';

/** Everything an author decides about the translation of a note: whether machines may, and their own words. */
export function NoteTranslationSheet({ note, onClose }: { note: NoteView; onClose: () => void }) {
  const { t } = useTranslation('translation-author');
  const toast = useToast();
  const onError = useProblemToast();
  const lock = useLockTranslation(note.id);
  const setAllowed = (isAllowed: boolean) =>
    lock.mutate(!isAllowed, {
      onError,
      onSuccess: () => toast(t(isAllowed ? 'sheet.allowed' : 'sheet.locked')),
    });
  return (
    <Sheet title={t('sheet.title')} isOpen onClose={onClose}>
      <SwitchRow
        label={t('sheet.allow')}
        body={t('sheet.allowBody')}
        isOn={lock.isPending ? !lock.variables : !note.isTranslationLocked}
        onChange={setAllowed}
      />
      <Versions note={note} />
      <div className="pt-4">
        <ReadersLine noteId={note.id} />
      </div>
    </Sheet>
  );
}

function Versions({ note }: { note: NoteView }) {
  const { t } = useTranslation('translation-author');
  const versions = useVersions(note.id);
  const textOf = useProblemText();
  return (
    <section className="flex flex-col items-start gap-3 border-b border-line py-4">
      <h3>{t('sheet.versions')}</h3>
      {versions.data ? (
        <VersionList noteId={note.id} versions={versions.data} />
      ) : versions.error ? (
        <p role="alert" className="text-small text-quiet">
          {textOf(versions.error)}
        </p>
      ) : (
        <Skeleton className="h-12 w-full !rounded-xl" />
      )}
      <Link to="/notes/$noteId/edit" params={{ noteId: note.id }} className={buttonClass('jade', 'small')}>
        {t('sheet.add')}
      </Link>
    </section>
  );
}

function VersionList({ noteId, versions }: { noteId: string; versions: NoteVersions }) {
  const { t } = useTranslation('translation-author');
  if (versions.length === 0) return <p className="text-small text-quiet">{t('sheet.noVersions')}</p>;
  return (
    <ul className="flex w-full flex-col gap-2">
      {versions.map(({ language, title, isOutdated }) => (
        <li key={language}>
          <Link
            to="/notes/$noteId/edit"
            params={{ noteId }}
            search={{ in: language }}
            className="flex items-center gap-3 rounded-xl bg-sunken px-3.5 py-2.5 hover:bg-line"
          >
            <span className="min-w-0 flex-1">
              <span className="block text-small text-quiet">
                <span lang={language}>{ownName(language)}</span>
                {isOutdated ? <span className="text-amber"> · {t('sheet.outdated')}</span> : null}
              </span>
              <span {...languageProps(language)} className="block truncate">
                {title}
              </span>
            </span>
            <EditIcon size={18} className="shrink-0 text-quiet" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function ownName(language: string): string {
  const known = readableLanguage(language);
  return known ? readableLanguages[known] : language;
}
