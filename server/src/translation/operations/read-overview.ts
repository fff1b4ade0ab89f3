import type { ResponseOf, translationOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { selectCommunityLanguages } from '../community-languages.sql.ts';
import type { TranslationEngine } from '../engines/port.ts';
import type { TranslationMemory } from '../memory/translation-memory.ts';
import type { TranslationPipeline } from '../pipeline/create-translator.ts';
import { joinEngines } from './join-engines.ts';
import { countOpenReviews, type PairRow, sumHours } from './overview.sql.ts';

type OverviewRoute = typeof translationOperationsRoutes.overview;
type EngineView = ResponseOf<OverviewRoute>['engines'][number];

export interface OverviewParts {
  translator: Pick<TranslationPipeline, 'engines' | 'spentToday' | 'queue' | 'flush'>;
  engines: readonly Pick<TranslationEngine, 'id' | 'name' | 'supports'>[];
  memory: Pick<TranslationMemory, 'count'>;
}

/** Languages whose pairs an operator is shown for each engine, beside those that were asked for. */
const usualLanguages = { share: 0.05, most: 6 };

export async function readOverview(
  deps: Pick<Deps, 'db' | 'clock' | 'config'>,
  parts: OverviewParts,
  { query }: Input<OverviewRoute>,
): Promise<ResponseOf<OverviewRoute>> {
  await parts.translator.flush();
  const [hours, languages, spent, memoryEntries, openReviews] = await Promise.all([
    sumHours(deps.db, new Date(deps.clock.now() - query.hours * 3_600_000)),
    selectCommunityLanguages(deps.db, usualLanguages),
    parts.translator.spentToday(),
    parts.memory.count(),
    countOpenReviews(deps.db),
  ]);
  const rows = joinEngines(hours, (engine) => parts.engines.find(({ name }) => name === engine)?.id ?? engine);
  return {
    engines: viewEngines(deps, parts, candidatePairs(rows, languages), spent),
    queue: parts.translator.queue(),
    pairs: rows.map(viewPair),
    ...rates(rows),
    memoryEntries,
    openReviews,
    asOf: dateOf(deps.clock).toISOString(),
  };
}

function viewEngines(
  { config }: Pick<Deps, 'config'>,
  { translator, engines }: OverviewParts,
  pairs: readonly { from: string; to: string }[],
  spent: ReadonlyMap<string, number>,
): EngineView[] {
  return translator.engines().map(({ id, name, state, detail, breaker, retryAt, isLocal, isPaid }) => ({
    ...{ id, name, state, breaker, isLocal, isPaid },
    ...(detail === undefined ? {} : { detail }),
    ...(retryAt === undefined ? {} : { retryAt: new Date(retryAt).toISOString() }),
    pairs: pairs
      .filter(({ from, to }) => engines.find((engine) => engine.id === id)?.supports(from, to))
      .map(({ from, to }) => `${from}-${to}`),
    charactersToday: spent.get(id) ?? 0,
    ...(isPaid ? { charactersPerDay: config.translation.charactersPerDay } : {}),
  }));
}

/** What the community reads and what was asked for: an engine of a hundred languages has ten thousand pairs. */
function candidatePairs(rows: readonly PairRow[], languages: readonly string[]) {
  const usual = languages.flatMap((from) => languages.filter((to) => to !== from).map((to) => ({ from, to })));
  const unique = new Map([...rows, ...usual].map(({ from, to }) => [`${from}-${to}`, { from, to }]));
  return [...unique.values()];
}

function viewPair({
  from,
  to,
  engine,
  asked,
  cached,
  made,
  failed,
  characters,
  held,
  reported,
  milliseconds,
}: PairRow) {
  const meanMilliseconds = made === 0 ? 0 : Math.round(milliseconds / made);
  return { from, to, engine, asked, cached, made, failed, characters, held, reported, meanMilliseconds };
}

/** Shares of nothing are not shown. */
function rates(rows: readonly PairRow[]) {
  const sum = (column: 'asked' | 'cached' | 'made' | 'held' | 'reported') =>
    rows.reduce((total, row) => total + row[column], 0);
  const [asked, told] = [sum('asked'), sum('made') + sum('cached')];
  return {
    ...(asked === 0 ? {} : { hitRate: sum('cached') / asked }),
    ...(told === 0
      ? {}
      : { heldPer10000: (sum('held') / told) * 10_000, reportedPer10000: (sum('reported') / told) * 10_000 }),
  };
}
