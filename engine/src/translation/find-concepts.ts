import { type Concept, ORDER_CONCEPTS, type Wording } from './order-concepts.ts';

interface Compiled {
  name: string;
  group: Concept['group'];
  plain: RegExp;
  loose: RegExp;
}

const CONCEPTS = [...ORDER_CONCEPTS].map(([name, { group, plain, loose = ['', ''] }]): Compiled => {
  const all: Wording = [joined(plain[0], loose[0]), joined(plain[1], loose[1])];
  return { name, group, plain: compile(plain), loose: compile(all) };
});

/** Concepts that a folded text names plainly. */
export function findConcepts(folded: string): { name: string; group: Concept['group'] }[] {
  return CONCEPTS.filter(({ plain }) => plain.test(folded));
}

/** How many concepts a folded text names plainly, and how many of them another one does not name, not even loosely. */
export function compareConcepts(folded: string, other: string): { named: number; missing: number } {
  const named = CONCEPTS.filter(({ plain }) => plain.test(folded));
  return { named: named.length, missing: named.filter(({ loose }) => !loose.test(other)).length };
}

function compile([letters, eastAsian]: Wording): RegExp {
  const words = letters.replaceAll('*', '\\p{L}*');
  return new RegExp(
    `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${words})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])|${eastAsian}`,
    'u',
  );
}

function joined(...lists: readonly string[]): string {
  return lists.filter((list) => list !== '').join('|');
}
