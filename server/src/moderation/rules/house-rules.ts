import { Problem } from '@teahouse/contract';
import { z } from 'zod';
import en1 from './1.en.json' with { type: 'json' };
import zh1 from './1.zh.json' with { type: 'json' };

const ruleText = z.object({ number: z.number().int(), title: z.string().min(1), text: z.string().min(1) });
const edition = z.object({ preamble: z.string().min(1), rules: z.array(ruleText).min(1) });

export type RuleText = z.output<typeof ruleText>;
type Edition = z.output<typeof edition>;
/** Languages the rules are written in; readers of others get English. */
type RuleLanguage = 'en' | 'zh';

export interface RulesVersion {
  effectiveAt: string;
  texts: Record<RuleLanguage, Edition>;
}

/** Every version that was ever in force: a statement of reasons quotes the one it was decided under. */
export const ruleVersions: ReadonlyMap<number, RulesVersion> = new Map([
  [1, { effectiveAt: '2025-01-01T00:00:00.000Z', texts: { en: edition.parse(en1), zh: edition.parse(zh1) } }],
]);

export const currentRulesVersion = Math.max(...ruleVersions.keys());

export function ruleLanguageOf(tag: string): RuleLanguage {
  return /^zh\b/i.test(tag) ? 'zh' : 'en';
}

export function rulesIn(language: string, version = currentRulesVersion) {
  const spoken = ruleLanguageOf(language);
  const { effectiveAt, texts } = versionOf(version);
  return { version, language: spoken, effectiveAt, ...texts[spoken] };
}

/** The text of one rule as it read in a version. */
export function getRule(number: number, language: string, version = currentRulesVersion): RuleText {
  const rule = rulesIn(language, version).rules.find((candidate) => candidate.number === number);
  if (!rule)
    throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/body/rule', message: 'unknown' }] });
  return rule;
}

function versionOf(version: number): RulesVersion {
  const found = ruleVersions.get(version);
  if (!found) throw new Error(`There is no version ${version} of the house rules`);
  return found;
}
