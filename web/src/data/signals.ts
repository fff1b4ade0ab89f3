import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { moderationKeys } from './moderation.ts';
import { after, itemsOf, pageByPage } from './pages.ts';

const { signals, dismissSignal } = routes.trafficOperations;

export type Signal = ResponseOutput<typeof signals>['items'][number];

/** What looked unusual in the traffic; nothing is done by itself. */
export function useSignals(state: Signal['state']) {
  return useInfiniteQuery({
    queryKey: [...moderationKeys.all, 'signals', state],
    queryFn: ({ pageParam, signal }) => call(signals, { query: { state, ...after(pageParam) }, signal }),
    ...pageByPage,
    select: itemsOf<Signal>,
  });
}

/** @param onDismissed is told even when the list has moved on by then */
export function useDismissSignal(signalId: string, onDismissed: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(dismissSignal, { params: { signalId } }),
    onSuccess: onDismissed,
    onSettled: () => client.invalidateQueries({ queryKey: moderationKeys.all }),
  });
}
