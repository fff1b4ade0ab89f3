import { useHandleAvailability } from '../data/accounts.ts';
import { useDebounced } from './use-debounced.ts';

export type HandleState = 'none' | 'checking' | 'free' | 'taken' | 'reserved' | 'form';

/** What the house says about a wished handle, some moments after the last key. `own` needs no asking. */
export function useHandleState(wished: string, own?: string): HandleState {
  const handle = wished.trim();
  const rested = useDebounced(handle);
  const isAsked = handle !== '' && handle !== own;
  const { data, isPlaceholderData, isFetching } = useHandleAvailability(rested, isAsked);
  if (!isAsked) return 'none';
  if (handle.length < 2) return rested === handle ? 'form' : 'none';
  if (rested !== handle || isPlaceholderData || (isFetching && !data)) return 'checking';
  if (!data) return 'none';
  return data.available ? 'free' : (data.reason ?? 'taken');
}
