import { dateOf } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { upsertEvaluation } from './evaluations.sql.ts';

/** Shares are between 0 and 1, chrF between 0 and 100. */
export const evaluationFigures = [
  'chrf',
  'slangSuccess',
  'spansExact',
  'attacksResisted',
  'undecodableHonest',
] as const;

export interface Evaluation {
  engine: string;
  /** `zh-en` */
  pair: string;
  set: string;
  figures: { [K in (typeof evaluationFigures)[number]]?: number };
  weights: 'real' | 'random' | 'replayed';
}

/** Puts what `npm run eval -- translation --record` measured onto the house's accuracy page. */
export async function recordEvaluation(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { engine, pair, set, figures, weights }: Evaluation,
): Promise<void> {
  const known = Object.entries(figures).filter(([, figure]) => Number.isFinite(figure));
  const measured = { figures: Object.fromEntries(known), weights, at: dateOf(clock) };
  await upsertEvaluation(db, { engine, pair, set_name: set, ...measured });
}
