import { z } from 'zod';
import { fetchJson } from '../fetch-answer.ts';
import { EngineFailure } from '../port.ts';

/** Which pairs a LibreTranslate serves, in its own codes. */
export interface LanguageList {
  /** The engine's codes of a pair; undefined when it does not serve it. */
  codesOf(from: string, to: string): { source: string; target: string } | undefined;
}

const listShape = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }));

/** LibreTranslate called simplified Chinese `zh` and traditional `zt` until 1.6, `zh-Hans` and `zh-Hant` since. */
const otherCodes: Readonly<Record<string, readonly string[]>> = {
  zh: ['zh-Hans', 'zh'],
  'zh-Hans': ['zh-Hans', 'zh'],
  'zh-Hant': ['zh-Hant', 'zt'],
  pt: ['pt', 'pb', 'pt-BR'],
};

/** @throws EngineFailure */
export async function readLanguageList(request: Omit<Parameters<typeof fetchJson>[0], 'body'>): Promise<LanguageList> {
  const languages = await fetchJson(request, listShape);
  if (languages.length === 0) throw new EngineFailure('unavailable', 'No language is installed there');
  const targetsOf = new Map(
    languages.map(({ code, targets }) => [code, new Set(targets ?? languages.map((l) => l.code))]),
  );
  return {
    codesOf(from, to) {
      const target = codesFor(to).find((code) => targetsOf.has(code));
      const source = from === 'und' ? 'auto' : codesFor(from).find((code) => targetsOf.has(code));
      if (!target || !source || source === target) return undefined;
      return source === 'auto' || targetsOf.get(source)?.has(target) ? { source, target } : undefined;
    },
  };
}

function codesFor(language: string): readonly string[] {
  return otherCodes[language] ?? [language, language.split('-')[0] ?? language];
}
