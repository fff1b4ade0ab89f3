import { z } from 'zod';

/** A direction of translation, in the tags of the house: `zh`, `en`, `zh-Hant`. */
export interface ModelPair {
  from: string;
  to: string;
}

/** What a house fetches when nobody names a pair: the two languages that met in January 2025. */
export const defaultPairs: readonly ModelPair[] = [
  { from: 'zh', to: 'en' },
  { from: 'en', to: 'zh' },
];

const tag = '[a-z]{2,3}(?:-[A-Z][a-z]{3})?';
const pairPattern = new RegExp(`^(${tag})-(${tag})$`);

/** The registry writes simplified Chinese as `zh-Hans`; the house calls it `zh`, as its detector does. */
export const registryLanguage = z
  .string()
  .regex(new RegExp(`^${tag}$`))
  .transform((language) => (language === 'zh-Hans' ? 'zh' : language));

/** `zh-en`; scripts begin with a capital letter, so that `zh-Hant-en` reads one way only. */
export function pairName({ from, to }: ModelPair): string {
  return `${from}-${to}`;
}

export function parsePair(name: string): ModelPair | undefined {
  const [, from, to] = pairPattern.exec(name) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const pair = { from: registryLanguage.parse(from), to: registryLanguage.parse(to) };
  return pair.from === pair.to ? undefined : pair;
}

export function isSamePair(one: ModelPair, other: ModelPair): boolean {
  return one.from === other.from && one.to === other.to;
}
