import type { Deps } from '../../platform/deps.ts';
import { deleteOverdueLeases } from '../pipeline/leases.sql.ts';
import { beforeAll, deleteOldSentences, deleteStrayReports, type Sweep, sweeps } from './tidy.sql.ts';

type TidyDeps = Pick<Deps, 'db' | 'clock'>;

const homesPerPage = 500;
const sentencesPerPage = 5_000;
/** Most sentences are said once; one that is said again after this is made again. */
const sentencesKeptMilliseconds = 180 * 86_400_000;

/** Removes what has lost its text: comments leave without an event, and a house may be down when one is due. */
export async function tidyTranslations(deps: TidyDeps): Promise<void> {
  for (const sweep of sweeps) await sweepAll(deps, sweep);
  await deleteStrayReports(deps.db);
  await deleteOverdueLeases(deps.db);
  const before = new Date(deps.clock.now() - sentencesKeptMilliseconds);
  while ((await deleteOldSentences(deps.db, before, sentencesPerPage)) === sentencesPerPage);
}

async function sweepAll({ db }: TidyDeps, sweep: Sweep): Promise<void> {
  let after: string | null = beforeAll;
  while (after !== null) {
    const { last, seen } = await sweep(db, after, homesPerPage);
    after = seen < homesPerPage ? null : last;
  }
}
