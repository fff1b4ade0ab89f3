import type { Me } from '@teahouse/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsWide } from '../ui/use-media-query.ts';
import type { BrowserDraft } from './browser-drafts.ts';
import { ComposeHeader } from './ComposeHeader.tsx';
import { Editor } from './Editor.tsx';
import { NotePreview } from './NotePreview.tsx';
import { PublishBar } from './PublishBar.tsx';
import { useAddPictures } from './use-add-pictures.ts';
import { useBrowserDraft } from './use-browser-draft.ts';
import { hasFailed, usePictureUploads } from './use-picture-uploads.ts';
import { usePublish } from './use-publish.ts';
import { useShortcoming } from './use-shortcoming.ts';

/** Editor, live preview beside it where there is room, and the bar that publishes. */
export function ComposeScreen({ opened, me }: { opened: BrowserDraft; me: Me | null | undefined }) {
  const { t } = useTranslation('compose');
  const isWide = useIsWide();
  const { draft, change, update, finish, isKept } = useBrowserDraft(opened, me?.id);
  const { composition } = draft;
  const { shortcoming, check } = useShortcoming(composition);
  const uploads = usePictureUploads(
    composition.pictures,
    Boolean(me),
    useCallback(
      (key, media) =>
        change(({ pictures }) => ({
          pictures: pictures.flatMap((picture) => (picture.key !== key ? picture : media ? { ...picture, media } : [])),
        })),
      [change],
    ),
  );
  const hasFailedPicture = composition.pictures.some(({ key }) => hasFailed(uploads.stateOf(key)));
  const publishing = usePublish({ draft, update, finish, hasFailedPicture });
  const addPictures = useAddPictures(composition.pictures.length, change);
  const publish = () => {
    if (check()) publishing.publish();
  };
  return (
    <div className="flex min-h-dvh wide:min-h-[calc(100dvh-var(--top-height))] flex-col">
      <ComposeHeader draft={draft} update={update} finish={finish} isKept={isKept} />
      <div className="mx-auto flex w-full max-w-[1120px] flex-1 gap-10 wide:px-6">
        <section aria-label={t('editor')} className="min-w-0 flex-1 px-4 pt-3 pb-6 wide:px-0">
          <Editor
            composition={composition}
            change={change}
            uploads={uploads}
            addPictures={addPictures}
            shortcoming={shortcoming}
          />
        </section>
        {isWide ? <NotePreview composition={composition} me={me} /> : null}
      </div>
      <PublishBar
        draft={draft}
        update={update}
        publish={publish}
        state={publishing.state}
        error={publishing.error}
        shortcoming={shortcoming}
        isVisitor={me === null}
      />
    </div>
  );
}
