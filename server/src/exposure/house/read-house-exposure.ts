import type { HouseExposureView } from '@teahouse/contract';
import { dateOf } from '../../platform/clock.ts';
import type { ExposureDeps } from '../exposure-deps.ts';
import { viewControllers } from './controllers.ts';
import {
  countActiveMembers,
  type PromiseRow,
  selectHouseSums,
  selectLedgerState,
  selectNewestReport,
  selectNoteGini,
  selectPromises,
  selectTimeline,
} from './house-sums.sql.ts';
import { addUpHouse, viewDisproportion } from './house-view.ts';
import { languageDistance } from './language-distance.ts';
import { selectLanguageUse, selectSameness } from './page-sameness.sql.ts';

export type HouseExposureNeeds = Pick<ExposureDeps, 'db' | 'clock' | 'policy' | 'ranking'>;

const dayMilliseconds = 86_400_000;
const leastNotes = 10;
/** Up to so many days the timeline is told by the hour. */
const hourlyDays = 7;

/** How the house shared out attention in the last days, as everyone may read it. Costs about ten statements: callers remember it. */
export async function readHouseExposure(deps: HouseExposureNeeds, days: number): Promise<HouseExposureView> {
  const { db } = deps;
  const now = dateOf(deps.clock);
  const since = new Date(now.getTime() - days * dayMilliseconds);
  const yesterday = new Date(now.getTime() - dayMilliseconds);
  const [sums, timeline, active, gini, promises, sameness, languages, ledger, report] = await Promise.all([
    selectHouseSums(db, since),
    selectTimeline(db, since, days <= hourlyDays ? '1 hour' : '1 day'),
    countActiveMembers(db, since, now),
    selectNoteGini(db, since),
    selectPromises(db, since, now),
    selectSameness(db, yesterday),
    selectLanguageUse(db, yesterday),
    selectLedgerState(db),
    selectNewestReport(db),
  ]);
  const distance = languageDistance(languages);
  return {
    days,
    ...addUpHouse(sums),
    disproportion: viewDisproportion(sums, active),
    ...(gini.notes >= leastNotes && gini.gini !== null ? { noteGini: gini.gini } : {}),
    promises: viewPromises(promises, deps.policy().firstPool.mostQuota),
    sameness,
    ...(distance === undefined ? {} : { languageDistance: distance }),
    controllers: viewControllers(report, deps.policy()),
    timeline: timeline.map(({ at, ...kinds }) => ({ at: at.toISOString(), ...kinds })),
    ranking: deps.ranking(),
    ledger: { rows: ledger.ledger_rows, counted: ledger.counted, isBalanced: ledger.differing_notes === 0 },
    asOf: (ledger.rolled_until.getTime() > 0 ? ledger.rolled_until : now).toISOString(),
  };
}

function viewPromises({ due, kept, median_hours, quota }: PromiseRow, fullQuota: number) {
  return {
    due,
    kept,
    ...(due > 0 ? { share: kept / due } : {}),
    ...(median_hours === null ? {} : { medianHours: median_hours }),
    quota: quota ?? fullQuota,
    fullQuota,
  };
}
