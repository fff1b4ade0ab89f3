import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from './browser.ts';

export type Words = (key: string, values?: Record<string, string | number>) => string;

/** What the interface says in a language, by `area.key`: journeys press what a person reads. */
export function wordsOf(language: Language): Words {
  return (key, values = {}) => {
    const [area = '', ...path] = key.split('.');
    const file = fileURLToPath(new URL(`../src/locales/${language}/${area}.json`, import.meta.url));
    const found = path.reduce<unknown>(
      (at, part) => (at as Record<string, unknown> | undefined)?.[part],
      JSON.parse(readFileSync(file, 'utf8')),
    );
    if (typeof found !== 'string') throw new Error(`The interface says nothing under ${key} in ${language}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
