import type { Control } from '@teahouse/engine';
import type { Tx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';

/** Writes a member's words on their feed down for the engine, in the transaction of what settings show of them. */
export function tellEngine(
  { events, clock }: Pick<Deps, 'events' | 'clock'>,
  tx: Tx,
  memberId: string,
  ...controls: Control[]
): Promise<void> {
  const at = clock.now();
  return events.emit(tx, 'feed.controlled', ...controls.map((control) => ({ memberId, at, control })));
}
