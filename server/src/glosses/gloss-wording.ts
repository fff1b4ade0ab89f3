import { type BodyOf, type glossRoutes, Problem, type ProblemField } from '@teahouse/contract';
import { sqlState, type Tx } from '../platform/db/database.ts';
import { glossKey } from './gloss-key.ts';
import type { RenderingRow } from './glossary.sql.ts';
import { selectTwin } from './glosses.sql.ts';

export type GlossWording = BodyOf<typeof glossRoutes.change>;

interface WordBank {
  check(text: string): { terms: string[] };
}

/**
 * Words that the bank would hold may be explained where they are marked as coarse; an explanation itself never needs them.
 * What is refused here would otherwise stand in a public list until somebody looks.
 */
export function requireFitWording(wordBank: WordBank, wording: GlossWording): void {
  const renderings = Object.entries(wording.renderings);
  const explained: [string, string][] = [
    ['/body/term', wording.term],
    ...wording.variants.map((variant, index): [string, string] => [`/body/variants/${index}`, variant]),
    ...renderings.map(([language, { text }]): [string, string] => [`/body/renderings/${language}/text`, text]),
  ];
  const explaining: [string, string][] = [
    ['/body/sense', wording.sense],
    ...renderings.map(([language, { note }]): [string, string] => [`/body/renderings/${language}/note`, note]),
  ];
  const checked = wording.isCoarse ? explaining : [...explained, ...explaining];
  requireFreeOfHeldWords(wordBank, checked);
}

/** @param texts pointer and text */
export function requireFreeOfHeldWords(wordBank: WordBank, texts: readonly [pointer: string, text: string][]): void {
  const fields = texts.flatMap(([pointer, text]): ProblemField[] =>
    wordBank.check(text).terms.length > 0 ? [{ pointer, message: 'held-words' }] : [],
  );
  if (fields.length > 0) throw new Problem('invalid-request', undefined, { fields });
}

/** Each spelling once, the term itself not among them. */
export function variantsOf({ term, variants }: GlossWording): string[] {
  const byKey = new Map(variants.map((variant) => [glossKey(variant), variant]));
  byKey.delete(glossKey(term));
  return [...byKey.values()];
}

export function keysOf({ term, variants }: { term: string; variants: readonly string[] }): string[] {
  return [term, ...variants].map(glossKey);
}

/** Columns of a term that its wording decides. */
export function columnsOf(wording: GlossWording) {
  return {
    language: wording.language,
    term: wording.term,
    term_key: glossKey(wording.term),
    variants: variantsOf(wording),
    sense: wording.sense,
    is_coarse: wording.isCoarse,
    is_ambiguous: wording.isAmbiguous,
  };
}

export function renderingRowsOf(glossId: string, { renderings }: GlossWording): RenderingRow[] {
  return Object.entries(renderings).map(([language, { text, note }]) => ({ gloss_id: glossId, language, text, note }));
}

/** @throws Problem conflict, which names the term that is there already */
export async function refuseTwin(tx: Tx, id: string, wording: GlossWording): Promise<void> {
  const twin = await selectTwin(tx, { id, language: wording.language, keys: keysOf(wording) });
  if (twin) throw new Problem('conflict', `The glossary has it already: ${twin}`);
}

/** Two who write the same term at once: the second one is told. */
export async function refusingTwins<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new Problem('conflict', 'The glossary has it already.', { cause: error });
  }
}
