import type { ResponseOf, translationRoutes } from '@teahouse/contract';
import type { Selectable } from 'kysely';
import type { TranslationEvaluationTable } from '../../platform/db/schema/translation.ts';
import type { Deps } from '../../platform/deps.ts';
import type { TranslationEngine } from '../engines/port.ts';
import { countInjections } from '../injections/injections.sql.ts';
import { joinEngines } from '../operations/join-engines.ts';
import { sumHours } from '../operations/overview.sql.ts';
import { countApprovedGlosses } from './approved-glosses.sql.ts';
import { selectEvaluations } from './evaluations.sql.ts';
import { evaluationFigures } from './record-evaluation.ts';

type Accuracy = ResponseOf<typeof translationRoutes.accuracy>;

const daysShown = 30;
/** The page is public: however many look, the sums are made once in this time. */
const keptMilliseconds = 60_000;
/** Rows of texts that no engine had a part in. */
const noEngine = new Set(['none', '']);

export function createAccuracy(
  deps: Pick<Deps, 'db' | 'clock'>,
  { engines }: { engines: readonly Pick<TranslationEngine, 'id' | 'name'>[] },
): { read(): Promise<Accuracy> } {
  let known: { accuracy: Promise<Accuracy>; until: number } | undefined;
  const nameOf = (engine: string) => engines.find(({ id }) => id === engine)?.name ?? engine;
  return {
    read() {
      if (!known || deps.clock.now() >= known.until) {
        const reading = { accuracy: readAccuracy(deps, nameOf), until: deps.clock.now() + keptMilliseconds };
        reading.accuracy.catch(() => {
          if (known === reading) known = undefined;
        });
        known = reading;
      }
      return known.accuracy;
    },
  };
}

async function readAccuracy(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  nameOf: (engine: string) => string,
): Promise<Accuracy> {
  const since = new Date(clock.now() - daysShown * 86_400_000);
  const [evaluations, hours, glossaryTerms, injectionsSeen] = await Promise.all([
    selectEvaluations(db),
    sumHours(db, since),
    countApprovedGlosses(db),
    countInjections(db),
  ]);
  const rows = joinEngines(hours, nameOf).filter(({ engine }) => !noEngine.has(engine));
  return {
    evaluations: evaluations.map(viewEvaluation),
    members: rows.map(({ engine, from, to, made, good, wrong, held, reported }) => {
      return { engine, pair: `${from}-${to}`, made, good, wrong, held, reported };
    }),
    glossaryTerms,
    injectionsSeen,
  };
}

function viewEvaluation(row: Selectable<TranslationEvaluationTable>): Accuracy['evaluations'][number] {
  const { engine, pair, set_name: set, weights, at } = row;
  const figures = evaluationFigures.flatMap((name) => {
    const figure = row.figures[name];
    return figure === undefined ? [] : [[name, figure] as const];
  });
  return { engine, pair, set, weights, at: at.toISOString(), ...Object.fromEntries(figures) };
}
