import { type ReadableLanguage, readableLanguageTags, type TranslationPreferences } from '@teahouse/contract';
import { languagesOfBrowser } from '../account/languages-of-browser.ts';
import { modes, ordinaryPreferences } from './reading.ts';

/** What a visitor chose, kept in this browser only. */
export interface VisitorReading {
  reads: readonly ReadableLanguage[];
  preferences: TranslationPreferences;
}

const storageKey = 'teahouse.reading';
const listeners = new Set<() => void>();
let known: VisitorReading | undefined;

export function visitorReading(): VisitorReading {
  known ??= readStored(stored(), navigator.languages);
  return known;
}

export function changeVisitorReading(change: Partial<VisitorReading>): void {
  known = { ...visitorReading(), ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(known));
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function onVisitorReading(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A store of the browser may hold anything: what is not understood is as if it were not there. */
export function readStored(text: string | null, browserLanguages: readonly string[]): VisitorReading {
  const { reads, preferences } = asRecord(parsed(text));
  const chosen = readableLanguageTags.filter((tag) => Array.isArray(reads) && reads.includes(tag));
  return {
    reads: chosen.length > 0 ? chosen : languagesOfBrowser(browserLanguages),
    preferences: preferencesOf(asRecord(preferences)),
  };
}

function preferencesOf({ mode, byLanguage }: Record<string, unknown>): TranslationPreferences {
  const exceptions = Object.entries(asRecord(byLanguage)).filter(
    ([language, own]) => readableLanguageTags.some((tag) => tag === language) && modeOf(own),
  );
  return { mode: modeOf(mode) ?? ordinaryPreferences.mode, byLanguage: Object.fromEntries(exceptions) };
}

function modeOf(value: unknown) {
  return modes.find((mode) => mode === value);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
