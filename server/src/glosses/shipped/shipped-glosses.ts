import { z } from 'zod';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** What a term is used for; `coarse` marks vulgar ones, whatever else they do. */
export const GLOSS_REGISTERS = [
  'address',
  'apology',
  'beauty',
  'coarse',
  'commerce',
  'content',
  'culture',
  'dismiss',
  'emote',
  'emphasis',
  'fandom',
  'game',
  'gossip',
  'greeting',
  'hedge',
  'identity',
  'laugh',
  'life',
  'love',
  'meme',
  'mood',
  'negative',
  'platform',
  'praise',
  'question',
  'reply',
  'request',
  'social',
  'stance',
  'thanks',
  'time',
  'travel',
] as const;

const shippedGlossSchema = z.strictObject({
  term: z.string().min(1).max(40),
  /** Other spellings with the same meaning. */
  variants: z.array(z.string().min(1).max(40)),
  /** One sentence in the term's own language. */
  sense: z.string().min(2).max(200),
  /** By language of the reader: what to write instead, and what to know about it. */
  renderings: z.record(
    z.enum(['en', 'es', 'ja', 'ko', 'zh']),
    z.strictObject({ text: z.string().min(1).max(60), note: z.string().min(4).max(200).optional() }).optional(),
  ),
  register: z.enum(GLOSS_REGISTERS),
  isAmbiguous: z.boolean(),
  needs: z.array(z.string().min(1)).default([]),
  exceptions: z.array(z.string().min(2)).default([]),
});

/** A gloss that comes with the house; `id` is stable as long as the term is spelt the same. */
export type ShippedGloss = z.infer<typeof shippedGlossSchema> & { id: string; language: string };

/** @throws ZodError when a shipped file is malformed */
export function readShippedGlosses(): ShippedGloss[] {
  return Object.entries({ zh, en, ja, ko, es }).flatMap(([language, glosses]) =>
    z
      .array(shippedGlossSchema)
      .parse(glosses)
      .map((gloss) => ({ ...gloss, language, id: `${language}:${gloss.term}` })),
  );
}
