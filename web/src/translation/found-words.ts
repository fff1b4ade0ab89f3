import { languagesIn } from '@teahouse/engine';
import type { MemberWords } from './text-unit.ts';

/** A text the house names no language for: what its letters tell. */
export function foundWords(address: string, source: string): MemberWords {
  const languages = languagesIn(source);
  return { address, source, languages, language: languages[0] ?? 'und' };
}
