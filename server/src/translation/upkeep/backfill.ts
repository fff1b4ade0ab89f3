import { type TextAddress, textsPerRequest } from '@teahouse/contract';
import type { Deps } from '../../platform/deps.ts';
import { createRecentMap } from '../../platform/recent-map.ts';
import { selectCommunityLanguages } from '../community-languages.sql.ts';
import type { Desk } from '../desk.ts';
import type { TranslationEngine } from '../engines/port.ts';
import { type Candidate, selectCandidates } from './candidates.sql.ts';

export interface BackfillParts {
  desk: Desk;
  engines: readonly Pick<TranslationEngine, 'supports' | 'health'>[];
  sheds: () => boolean;
}

/** Stands for "passed its first pool" until pools are counted: so many have met the note. */
const impressionsToBackfill = 50;
const youngMilliseconds = 5 * 86_400_000;
/** A language of the community is one that many of its members read. */
const communityLanguages = { share: 0.1, most: 3 };
const textsPerRun = 200;
/** What could not be translated stays where it is: a run looks past it. */
const candidatesPerRun = 1_000;
const mostTried = 5_000;
const againMilliseconds = 6 * 3_600_000;
/** A run ends before the next begins. */
const runMilliseconds = 9 * 60_000;

/** Translates ahead of the readers to come, as long as nobody who is here has to wait for it. */
export function createBackfill(
  { db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>,
  { desk, engines, sheds }: BackfillParts,
): () => Promise<void> {
  const tried = createRecentMap<number>(mostTried);

  function isDue(one: Candidate): boolean {
    const last = tried.get(nameOf(one));
    const isServed = engines.some((engine) => engine.health().state !== 'off' && engine.supports(one.from, one.to));
    return isServed && (last === undefined || clock.now() - last > againMilliseconds);
  }

  async function translate(language: string, addresses: TextAddress[], signal: AbortSignal): Promise<void> {
    const house = { viewer: undefined, viewerKey: 'house', viewerIsKnown: false, urgency: 'later' as const };
    const asked = await desk.ask({ ...house, to: language, texts: addresses });
    const made = await Promise.allSettled(asked.map(({ coming }) => coming?.(signal, () => {})));
    const broken = made.find((one) => one.status === 'rejected');
    if (broken && !signal.aborted) log.warn({ err: broken.reason }, 'a text could not be translated ahead');
  }

  return async () => {
    if (sheds()) return;
    const languages = await selectCommunityLanguages(db, communityLanguages);
    const since = new Date(clock.now() - youngMilliseconds);
    const candidates = await selectCandidates(db, languages, {
      since,
      impressions: impressionsToBackfill,
      limit: candidatesPerRun,
    });
    const fresh = candidates.filter(isDue).slice(0, textsPerRun);
    for (const one of fresh) tried.set(nameOf(one), clock.now());
    const signal = AbortSignal.timeout(runMilliseconds);
    for (const [language, ofLanguage] of Map.groupBy(fresh, (one) => one.to))
      for (const page of pagesOf(ofLanguage)) {
        if (sheds() || signal.aborted) return;
        await translate(language, page, signal);
      }
  };
}

function pagesOf(candidates: readonly Candidate[]): TextAddress[][] {
  const pages: TextAddress[][] = [];
  for (let start = 0; start < candidates.length; start += textsPerRequest)
    pages.push(candidates.slice(start, start + textsPerRequest).map(({ address }) => address as TextAddress));
  return pages;
}

function nameOf({ address, to }: Candidate): string {
  return `${address} ${to}`;
}
