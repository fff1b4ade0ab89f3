import { dateOf } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import type { OpenReplica } from '../replica/open-replica.ts';
import type { ThreadWork } from '../replica/protocol.ts';
import { deleteReportsBefore, insertReport, selectTopicNames } from './reports.sql.ts';

export const reportMilliseconds = 300_000;
const daysKept = 14;
const hoursCompared = 168;

/** Keeps what the engine says of the balance of the house: one report for each five minutes, whichever process writes it. */
export async function writeReport(deps: Pick<Deps, 'db' | 'clock'>, { threads }: OpenReplica): Promise<void> {
  const { db, clock } = deps;
  const answer = await threads.writer.ask('report', { hours: hoursCompared });
  const { report, topics } = answer;
  const { firstPools } = await threads.writer.ask('stats', {});
  const names = topics.length > 0 ? await selectTopicNames(db, topics) : new Map<string, string>();
  const at = new Date(Math.floor(clock.now() / reportMilliseconds) * reportMilliseconds);
  await insertReport(db, at, { controllers: controllersOf(answer, names), balance: report, firstPools });
  await deleteReportsBefore(db, new Date(dateOf(clock).getTime() - daysKept * 86_400_000));
}

/** What the controllers ask of the ranking at the moment (contract, `houseExposureView`); no ceiling is null. */
function controllersOf(
  { report, outputs, topics }: ThreadWork['report']['answer'],
  names: ReadonlyMap<string, string>,
) {
  const braked = report.braked.map(({ share, chance }, index) => {
    return { topic: names.get(topics[index] ?? '') ?? '', share, factor: chance };
  });
  const { newcomerCeiling } = outputs;
  return {
    ...outputs,
    newcomerCeiling: Number.isFinite(newcomerCeiling) ? newcomerCeiling : null,
    isArmed: report.isArmed,
    braked,
  };
}
