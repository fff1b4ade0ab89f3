import type { PoolConfig } from 'pg';
import { buildTeahouse } from './app.ts';
import { checkLedger, rebuildSums } from './exposure/index.ts';
import type { Config } from './platform/config.ts';
import { createLog } from './platform/log.ts';

const actions = ['check', 'rebuild'] as const;
export type LedgerAction = (typeof actions)[number];

export function isLedgerAction(word: string | undefined): word is LedgerAction {
  return actions.some((action) => action === word);
}

/** Compares the exposure ledger with what was counted, after adding its sums up anew if asked for. Whether they agree. Members may go on meanwhile. */
export async function runLedgerCommand(
  config: Config,
  connection: PoolConfig,
  action: LedgerAction,
  print: (line: string) => void,
): Promise<boolean> {
  const { deps, close } = await buildTeahouse(config, connection, { log: createLog('silent') });
  try {
    if (action === 'rebuild') await rebuildSums(deps);
    const { ledgerRows, counted, differingNotes, examples } = await checkLedger(deps);
    print(`${ledgerRows} rows in the ledger, ${counted} impressions counted, ${differingNotes} notes differ`);
    for (const { noteId, counted: wanted, bySums, byRows } of examples)
      print(`  ${noteId}: counted ${wanted}, by its sums ${bySums}, by its rows ${byRows}`);
    return differingNotes === 0;
  } finally {
    await close();
  }
}
