import { phraseKey } from '@teahouse/engine';
import type { PhraseLanguage } from './phrases.ts';

/**
 * What members leave out when they type fast, and what a whole phrase is understood without: commas, apostrophes, Spanish
 * accents, Korean spaces, the second of two equal Latin letters (so that coool is cool), the mark of a plain question.
 */
export function looseKey(text: string, language: PhraseLanguage): string {
  const key = phraseKey(text)
    .replace(COMMAS, ' ')
    .replace(/['\s]+/gu, (gap) => (gap.includes(' ') ? ' ' : ''));
  const unmarked = key.endsWith('?') && asksByItself(key, language) ? key.slice(0, -1) : key;
  return phraseKey(foldLetters(unmarked, language));
}

// «No, quiero» is the opposite of «no quiero»: after a refusal the comma counts.
const COMMAS = /(?<!^(?:no|nope|不|不是|没有|别))[,、;]/gu;

const ACCENTS = /[\u0300\u0301\u0308]/gu;

const QUESTION_WORDS: Record<PhraseLanguage, RegExp> = {
  zh: /[吗嘛呢么]\?$|什么|啥|哪|谁|怎么|咋|几|多少|多大|多久|为何|(.)[不没]\1|有没有|是不是/u,
  en: /^(?:(?:and|so|but|wait|hey|ok|oh) )*(?:what|where|when|who|whose|which|why|how|is|are|was|do|does|did|can|could|will|would|shall|should|have|has|any|anyone|may|am)s?\b/u,
  ja: /か\?$|かな\?$|何|なに|どこ|だれ|誰|いつ|どう|どの|どれ|どんな|いくら|いくつ|なんで|なぜ/u,
  ko: /(?:까|나요|가요|니|냐)(?:요)?\?$|뭐|뭘|무엇|무슨|어디|누구|누가|언제|어떻|어때|어떤|어느|왜|얼마|몇/u,
  es: /^(?:(?:y|oye|pero|a|de|en|con|por|para) )*(?:qu[eé]|c[oó]mo|d[oó]nde|cu[aá]ndo|cu[aá]l(?:es)?|cu[aá]nt[oa]s?|qui[eé]n(?:es)?)(?!\p{L})/u,
};

/** True when the wording alone makes it a question, so that nobody misses the mark. */
function asksByItself(key: string, language: PhraseLanguage): boolean {
  return QUESTION_WORDS[language].test(key);
}

function foldLetters(key: string, language: PhraseLanguage): string {
  if (language === 'ko') return key.replaceAll(' ', '');
  if (language === 'es') return foldDoubles(key.normalize('NFD').replace(ACCENTS, '').normalize('NFC'));
  return foldDoubles(key);
}

function foldDoubles(key: string): string {
  return key.replace(/(\p{Script=Latin})\1/gu, '$1');
}
