import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { type GlossView, type Page, routes } from '@teahouse/contract';
import { call } from './client.ts';
import {
  type GlossChange,
  type GlossRemark,
  type GlossVote,
  type GlossWithRemarks,
  glossKeys,
  type NewGloss,
} from './glossary.ts';

const glosses = routes.glosses;

export function useProposeGloss() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: NewGloss; idempotencyKey: string }) =>
      call(glosses.propose, { body, idempotencyKey }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: glossKeys.lists }),
        client.invalidateQueries({ queryKey: glossKeys.requests }),
      ]),
  });
}

/** Refused when somebody else changed the term since it was last looked at. */
export function useChangeGloss({ id, version }: Pick<GlossView, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: GlossChange) => call(glosses.change, { params: { glossId: id }, body, ifMatch: version }),
    onSuccess: (gloss) => changeEverywhere(client, id, gloss),
    onError: () => client.invalidateQueries({ queryKey: glossKeys.one(id) }),
  });
}

/** @param onDecided is told even when the list has moved on by then */
export function useDecideGloss(onDecided: (decision: 'approve' | 'decline') => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: 'approve' | 'decline' }) =>
      call(glosses.decide, { params: { glossId: id }, body: { decision } }),
    onSuccess: (_, { decision }) => onDecided(decision),
    onSettled: () => client.invalidateQueries({ queryKey: glossKeys.all }),
  });
}

/** Up, down, or neither. */
export function useVoteGloss(glossId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (vote: GlossVote) => call(glosses.vote, { params: { glossId }, body: { vote } }),
    scope: { id: `vote ${glossId}` },
    onSuccess: (votes) => changeEverywhere(client, glossId, { votes }),
  });
}

export function useRemarkOnGloss(glossId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ text, idempotencyKey }: { text: string; idempotencyKey: string }) =>
      call(glosses.remark, { params: { glossId }, body: { text }, idempotencyKey }),
    onSuccess: (remark: GlossRemark) =>
      client.setQueryData<GlossWithRemarks>(
        glossKeys.one(glossId),
        (known) => known && { ...known, remarks: [...known.remarks, remark], remarkCount: known.remarkCount + 1 },
      ),
  });
}

/** In place: a list that is being read keeps its order. */
function changeEverywhere(client: QueryClient, glossId: string, change: Partial<GlossView>): void {
  client.setQueryData<GlossWithRemarks>(glossKeys.one(glossId), (known) => known && { ...known, ...change });
  client.setQueriesData<InfiniteData<Page<GlossView>>>({ queryKey: glossKeys.lists }, (list) => {
    const changed = (gloss: GlossView) => (gloss.id === glossId ? { ...gloss, ...change } : gloss);
    return list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(changed) })) };
  });
}
