import { createHash } from 'node:crypto';
import { compileWordBank, type WordBank } from '@teahouse/engine';
import { z } from 'zod';
import en from './lists/en.json' with { type: 'json' };
import es from './lists/es.json' with { type: 'json' };
import ja from './lists/ja.json' with { type: 'json' };
import ko from './lists/ko.json' with { type: 'json' };
import zh from './lists/zh.json' with { type: 'json' };

const term = z.union([
  z.string().min(1),
  z.object({
    term: z.string().min(1),
    exceptions: z.array(z.string()).default([]),
    /** Languages in which it is an everyday word: `kys` is a kiss in Danish. */
    ordinaryIn: z.array(z.string()).default([]),
  }),
]);
const list = z.object({
  version: z.string(),
  rules: z.array(z.object({ rule: z.number().int(), terms: z.array(term) })),
});

/** Terms that a person should look at before others do. It holds texts for review and never removes one. */
export interface HouseWordBank {
  /** Changes with every change of a list. */
  readonly version: string;
  /** Terms found in any language of the bank, each once, in order of appearance. */
  check(text: string): { terms: string[] };
  /** Terms found in a text of one language: those of its own list, and insults that are understood everywhere. */
  checkIn(text: string, language: string): { terms: string[] };
  /** Number of the house rule the terms stand under: the lowest one, where they stand under several. */
  ruleOf(terms: readonly string[]): number;
}

interface Entry {
  id: string;
  language: string;
  rule: number;
  term: string;
  exceptions: string[];
  ordinaryIn: string[];
}

const fallbackRule = 8;
const lists = { zh: list.parse(zh), en: list.parse(en), ja: list.parse(ja), ko: list.parse(ko), es: list.parse(es) };
/** Languages whose insults people write among any others. */
const spokenAnywhere = new Set(['zh', 'en']);
/** Rules about insults, contempt and children; the rest is advertising, worded differently in every language. */
const lastRuleAnywhere = 3;

/** Every language is checked where nothing else is said: who writes English can be insulted in Chinese. */
export function openWordBank(): HouseWordBank {
  const version = createHash('sha256').update(JSON.stringify(lists)).digest('hex').slice(0, 12);
  const entries = Object.entries(lists).flatMap(([language, { rules }]) =>
    rules.flatMap(({ rule, terms }) => terms.map((given) => entryOf(language, rule, given))),
  );
  const ruleByTerm = new Map(entries.map((entry) => [entry.term, entry.rule]));
  const everything = compileWordBank({ version, rules: entries });
  const byLanguage = new Map<string, WordBank>();

  function bankFor(language: string): WordBank {
    const known = byLanguage.get(language);
    if (known) return known;
    const bank = compileWordBank({ version, rules: entries.filter((entry) => appliesIn(entry, language)) });
    byLanguage.set(language, bank);
    return bank;
  }

  return {
    version,
    check: (text) => ({ terms: termsIn(everything, text) }),
    checkIn: (text, language) => ({ terms: termsIn(bankFor(baseOf(language)), text) }),
    ruleOf: (terms) => Math.min(...terms.map((found) => ruleByTerm.get(found) ?? fallbackRule)),
  };
}

function appliesIn(entry: Entry, language: string): boolean {
  if (entry.ordinaryIn.includes(language)) return false;
  return entry.language === language || (spokenAnywhere.has(entry.language) && entry.rule <= lastRuleAnywhere);
}

function termsIn(bank: WordBank, text: string): string[] {
  return [...new Set(bank.match(text).map((match) => match.term))];
}

function entryOf(language: string, rule: number, given: z.output<typeof term>): Entry {
  const { term: words, exceptions, ordinaryIn } = typeof given === 'string' ? plain(given) : given;
  return { id: `${rule}:${words}`, language, rule, term: words, exceptions, ordinaryIn };
}

function plain(words: string) {
  return { term: words, exceptions: [], ordinaryIn: [] };
}

/** `zh-Hant` is read with the list of `zh`. */
function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}
