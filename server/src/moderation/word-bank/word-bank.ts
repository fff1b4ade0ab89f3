import { compileWordBank } from '@teahouse/engine';
import { z } from 'zod';
import en from './lists/en.json' with { type: 'json' };
import es from './lists/es.json' with { type: 'json' };
import ja from './lists/ja.json' with { type: 'json' };
import ko from './lists/ko.json' with { type: 'json' };
import zh from './lists/zh.json' with { type: 'json' };

const term = z.union([z.string().min(1), z.object({ term: z.string().min(1), exceptions: z.array(z.string()) })]);
const list = z.object({
  version: z.string(),
  rules: z.array(z.object({ rule: z.number().int(), terms: z.array(term) })),
});

/** Terms that a person should look at before others do. It holds texts for review and never removes one. */
export interface HouseWordBank {
  /** Terms found in any language of the bank, each once, in order of appearance. */
  check(text: string): { terms: string[] };
  /** Number of the house rule the terms stand under: the lowest one, where they stand under several. */
  ruleOf(terms: readonly string[]): number;
}

const fallbackRule = 8;
const lists = [zh, en, ja, ko, es].map((given) => list.parse(given));

/** Every language is checked: who writes English can be insulted in Chinese. */
export function openWordBank(): HouseWordBank {
  const entries = lists.flatMap(({ rules }) =>
    rules.flatMap(({ rule, terms }) => terms.map((given) => entryOf(rule, given))),
  );
  const ruleByTerm = new Map(entries.map((entry) => [entry.term, entry.rule]));
  const bank = compileWordBank({ version: versionOf(lists), rules: entries });
  return {
    check: (text) => ({ terms: [...new Set(bank.match(text).map((match) => match.term))] }),
    ruleOf: (terms) => Math.min(...terms.map((found) => ruleByTerm.get(found) ?? fallbackRule)),
  };
}

function entryOf(rule: number, given: z.output<typeof term>) {
  const { term: words, exceptions } = typeof given === 'string' ? { term: given, exceptions: [] } : given;
  return { id: `${rule}:${words}`, rule, term: words, exceptions };
}

function versionOf(all: readonly { version: string }[]): string {
  return (
    all
      .map(({ version }) => version)
      .sort()
      .at(-1) ?? ''
  );
}
