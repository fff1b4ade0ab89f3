import type { Me, MediaView, NoteFormat } from '@teahouse/contract';
import { useEffect, useState } from 'react';
import { findMyPicture, type ServerDraft, useServerDrafts } from '../data/drafts.ts';
import { anyone, type BrowserDraft, findInBrowser, listInBrowser, newDraft } from './browser-drafts.ts';
import { compositionOfDraft } from './composition.ts';

interface Wish {
  draft?: string | undefined;
  format?: NoteFormat | undefined;
  topic?: string | undefined;
}

/** Which draft the screen works on: the one asked for, else what was left unfinished in this format or topic, else a blank one. */
export function useOpenDraft(wish: Wish, me: Me | null | undefined): BrowserDraft | undefined {
  const [opened, setOpened] = useState(() => openHere(wish, me));
  const isElsewhere = opened === undefined;
  const drafts = useServerDrafts(isElsewhere && Boolean(me));
  const kept = drafts.data?.find(({ id }) => id === wish.draft);
  const isSettled = isElsewhere && (!me || drafts.isSuccess || drafts.isError);
  useEffect(() => {
    if (!isSettled) return;
    let isLeft = false;
    void (kept ? adopt(kept, me?.id) : Promise.resolve(newDraft({}, me?.id))).then((draft) => {
      if (!isLeft) setOpened(draft);
    });
    return () => {
      isLeft = true;
    };
  }, [isSettled, kept, me?.id]);
  return opened;
}

/** What this browser can open at once; `undefined` where the house must be asked. */
function openHere({ draft, format, topic }: Wish, me: Me | null | undefined): BrowserDraft | undefined {
  const ownerId = me?.id;
  if (draft) return findInBrowser(draft) ?? (draft.startsWith('b-') ? newDraft({}, ownerId) : undefined);
  const unfinished = listInBrowser(me === undefined ? anyone : ownerId).find(
    ({ composition }) => (!format || composition.format === format) && (!topic || composition.topics.includes(topic)),
  );
  return unfinished ?? newDraft({ ...(format ? { format } : {}), ...(topic ? { topics: [topic] } : {}) }, ownerId);
}

async function adopt(draft: ServerDraft, ownerId: string | undefined): Promise<BrowserDraft> {
  const found = await Promise.all(
    draft.pictures.map(
      async ({ mediaId }): Promise<[string, MediaView | null]> => [mediaId, await findMyPicture(mediaId)],
    ),
  );
  const media = new Map(found.flatMap(([id, view]) => (view ? [[id, view] as const] : [])));
  return {
    ...newDraft(compositionOfDraft(draft, media), ownerId),
    id: draft.id,
    serverId: draft.id,
    updatedAt: draft.updatedAt,
  };
}
