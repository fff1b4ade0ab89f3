import { type Town, type TownText, townTexts } from '@teahouse/demo';
import type { Teahouse } from '../app.ts';
import { inTransaction } from '../platform/db/database.ts';
import { wordingPairs } from '../translation/index.ts';

const attribution = 'Teahouse demo town, translations written for it';

/** The town's own translations go into the translation memory, where a member's would go: a fresh house translates itself. */
export async function rememberTown({ deps, features }: Teahouse, town: Pick<Town, 'members' | 'notes'>): Promise<void> {
  const entries = townTexts(town).flatMap(entriesOf);
  await inTransaction(deps.db, (tx) => features.translation.memory.remember(entries, tx));
}

function entriesOf({ language: from, text }: TownText) {
  const source = text[from] ?? '';
  return Object.entries(text).flatMap(([to, target]) =>
    to === from
      ? []
      : wordingPairs(source, target).map((pair) => ({ ...pair, from, to, origin: 'town' as const, attribution })),
  );
}
