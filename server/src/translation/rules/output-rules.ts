import type { HouseWordBank } from '../../moderation/index.ts';
import type { OutputRules } from '../store/keep-translation.ts';

/** The house's word bank, read in the language that readers will read. */
export function createOutputRules(wordBank: Pick<HouseWordBank, 'version' | 'checkIn'>): OutputRules {
  return {
    version: wordBank.version,
    check: (text, language) => wordBank.checkIn(text, language).terms,
  };
}
