import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, type MediaView, type ResponseOutput, routes } from '@teahouse/contract';
import { call, newIdempotencyKey } from './client.ts';
import { staleTimes } from './stale-times.ts';

const notes = routes.notes;

export type ServerDraft = ResponseOutput<typeof notes.createDraft>;
export type DraftContent = BodyInput<typeof notes.createDraft>;

export const draftKeys = {
  mine: ['drafts'] as const,
  media: (mediaId: string) => ['media', mediaId] as const,
};

/** Drafts the house keeps for me, on every device. */
export function useServerDrafts(isEnabled: boolean) {
  return useQuery({
    queryKey: draftKeys.mine,
    queryFn: ({ signal }) => call(notes.listDrafts, { signal }),
    staleTime: staleTimes.list,
    enabled: isEnabled,
    select: (answer) => answer.items,
  });
}

/** Keeps what is written in the house: a new draft, or the next state of one that is there already. */
export function useKeepDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draftId, body }: { draftId: string | undefined; body: DraftContent }) =>
      draftId
        ? call(notes.updateDraft, { params: { draftId }, body })
        : call(notes.createDraft, { body, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: draftKeys.mine }),
  });
}

export function useDeleteDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draftId: string) => call(notes.deleteDraft, { params: { draftId } }),
    onSettled: () => client.invalidateQueries({ queryKey: draftKeys.mine }),
  });
}

/** The picture behind an id of mine; `null` once the house has cleared it away. */
export function useMyPicture(mediaId: string | undefined) {
  return useQuery({
    queryKey: draftKeys.media(mediaId ?? ''),
    queryFn: () => findMyPicture(mediaId ?? ''),
    staleTime: staleTimes.house,
    enabled: mediaId !== undefined,
  });
}

export async function findMyPicture(mediaId: string): Promise<MediaView | null> {
  const answer = await call(routes.media.getMedia, { params: { mediaId } }).catch(() => undefined);
  return answer?.media ?? null;
}
