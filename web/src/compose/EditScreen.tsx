import { useNavigate } from '@tanstack/react-router';
import type { Me, NoteView, ReadableLanguage } from '@teahouse/contract';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteVersions } from '../data/versions.ts';
import { readableLanguage } from '../translation/reading.ts';
import { Button } from '../ui/Button.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useIsWide } from '../ui/use-media-query.ts';
import { CorrectLanguage } from './CorrectLanguage.tsx';
import { type Composition, compositionOfNote, isReady } from './composition.ts';
import { Editor } from './Editor.tsx';
import { EditTrouble } from './EditTrouble.tsx';
import { FormerVersions } from './FormerVersions.tsx';
import { NotePreview } from './NotePreview.tsx';
import { ShortcomingText } from './ShortcomingText.tsx';
import { useAddPictures } from './use-add-pictures.ts';
import type { ChangeComposition } from './use-browser-draft.ts';
import { usePictureUploads } from './use-picture-uploads.ts';
import { useSaveEdit } from './use-save-edit.ts';
import { useShortcoming } from './use-shortcoming.ts';

interface EditScreenProps {
  note: NoteView;
  versions: NoteVersions;
  me: Me;
  /** The version to begin with. */
  openedIn: ReadableLanguage | undefined;
}

/** The editor over a published note. Saving says which version was changed, so nobody's later words are lost. */
export function EditScreen({ note, versions, me, openedIn }: EditScreenProps) {
  const { t } = useTranslation('compose');
  const navigate = useNavigate();
  const toast = useToast();
  const isWide = useIsWide();
  const house = useSaveEdit(note, versions);
  const [composition, setComposition] = useState<Composition>(() => compositionOfNote(note, versions));
  const change = useCallback<ChangeComposition>(
    (next) => setComposition((before) => ({ ...before, ...(typeof next === 'function' ? next(before) : next) })),
    [],
  );
  const uploads = usePictureUploads(
    composition.pictures,
    true,
    useCallback(
      (key, media) =>
        change(({ pictures }) => ({
          pictures: pictures.flatMap((picture) => (picture.key !== key ? picture : media ? { ...picture, media } : [])),
        })),
      [change],
    ),
  );
  const addPictures = useAddPictures(composition.pictures.length, change);
  const { shortcoming, check } = useShortcoming(composition);
  const save = (version: number) => {
    if (!check()) return;
    house.save(composition, version).then(
      () => {
        toast(t('editing.saved'));
        void navigate({ to: '/notes/$noteId', params: { noteId: note.id }, replace: true });
      },
      // What went wrong stands above the button.
      () => undefined,
    );
  };
  return (
    <div className="flex min-h-dvh flex-col wide:min-h-[calc(100dvh-var(--top-height))]">
      <ScreenHeader title={t('edit')} />
      <div className="mx-auto flex w-full max-w-[1120px] flex-1 gap-10 wide:px-6">
        <section aria-label={t('editor')} className="min-w-0 flex-1 px-4 pt-3 pb-6 wide:px-0">
          <Editor
            composition={composition}
            change={change}
            uploads={uploads}
            addPictures={addPictures}
            shortcoming={shortcoming}
            hasLanguageHint={false}
            openedIn={openedIn}
          />
          <CorrectLanguage
            note={house.note}
            onCorrected={(corrected) => {
              house.adoptLanguage(corrected);
              change({ language: readableLanguage(corrected.language) });
            }}
          />
          <FormerVersions note={house.note} />
        </section>
        {isWide ? <NotePreview composition={composition} me={me} /> : null}
      </div>
      <footer className="sticky bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom,0px)]">
        <div className="mx-auto flex max-w-[1120px] flex-col gap-2 px-4 py-2.5 wide:px-6">
          {shortcoming ? (
            <p role="alert" className="text-small text-accent-fill">
              <ShortcomingText shortcoming={shortcoming} />
            </p>
          ) : null}
          <EditTrouble
            error={house.error}
            noteId={note.id}
            onLoadNewest={(newest, words) => setComposition(house.adopt(newest, words))}
            onKeepMine={save}
          />
          <Button
            look="primary"
            size="large"
            disabled={!isReady(composition)}
            isBusy={house.isBusy}
            onClick={() => save(house.note.version)}
            className="wide:min-w-56 wide:self-end"
          >
            {t('editing.save')}
          </Button>
        </div>
      </footer>
    </div>
  );
}
