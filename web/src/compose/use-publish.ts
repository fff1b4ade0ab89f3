import { useNavigate } from '@tanstack/react-router';
import { type DraftId, Problem } from '@teahouse/contract';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../data/client.ts';
import { usePublishNote } from '../data/compose.ts';
import { useToast } from '../ui/Toast.tsx';
import { type BrowserDraft, dropFromBrowser } from './browser-drafts.ts';
import { isReady, noteBody } from './composition.ts';
import { dropFiles } from './picture-files.ts';

interface PublishOptions {
  draft: BrowserDraft;
  update: (change: (before: BrowserDraft) => Partial<BrowserDraft>) => void;
  finish: () => void;
  /** A picture failed; waiting for it would last forever. */
  hasFailedPicture: boolean;
}

export type PublishState = 'idle' | 'waiting-for-pictures' | 'sending';

/** From the press of the button to the open note. Pictures still on their way are waited for. */
export function usePublish({ draft, update, finish, hasFailedPicture }: PublishOptions) {
  const { t } = useTranslation('compose');
  const navigate = useNavigate();
  const toast = useToast();
  const [isWanted, setWanted] = useState(false);
  const { mutate, isPending, error, reset } = usePublishNote();
  const pictures = draft.composition.pictures;
  const isComplete = isReady(draft.composition);

  const send = useCallback(() => {
    const { composition, serverId, idempotencyKey } = draft;
    const body = { ...noteBody(composition), ...(serverId ? { draftId: serverId as DraftId } : {}) };
    mutate(
      { body, idempotencyKey },
      {
        onSuccess: (note) => {
          finish();
          dropFromBrowser(draft.id);
          void dropFiles(pictures.map((picture) => picture.key));
          toast(t(note.compliance === 'held' ? 'publishedHeld' : 'published'));
          void navigate({ to: '/notes/$noteId', params: { noteId: note.id }, replace: true });
        },
        onError: (problem) => update((before) => afterRefusal(before, problem)),
      },
    );
  }, [draft, pictures, mutate, finish, toast, t, navigate, update]);

  useEffect(() => {
    if (!isWanted) return;
    if (hasFailedPicture) setWanted(false);
    else if (isComplete) {
      setWanted(false);
      send();
    }
  }, [isWanted, isComplete, hasFailedPicture, send]);

  const state: PublishState = isPending ? 'sending' : isWanted ? 'waiting-for-pictures' : 'idle';
  const publish = () => {
    reset();
    setWanted(true);
    // The note is shown next: its screen is fetched while the note is on its way.
    void import('../note/NotePage.tsx');
  };
  return { publish, state, error };
}

/** Pictures the house has cleared away are sent again; a key that already belongs to a published note is retired. */
function afterRefusal({ composition }: BrowserDraft, problem: unknown): Partial<BrowserDraft> {
  if (!(problem instanceof Problem)) return {};
  if (problem.code === 'idempotency-mismatch') return { idempotencyKey: newIdempotencyKey() };
  if (problem.code !== 'not-found' && !problem.fields?.some(({ pointer }) => pointer.includes('/pictures'))) return {};
  return { composition: { ...composition, pictures: composition.pictures.map(({ key, alt }) => ({ key, alt })) } };
}
