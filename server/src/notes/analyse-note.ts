import type { Interest, LanguageTag, NoteFormat, NoteVersion } from '@teahouse/contract';
import { topicsPerNote } from '@teahouse/contract';
import { bandKeys, countGraphemes, extractTopics, findTopicNameProblem, simhash64, toHex } from '@teahouse/engine';
import type { DetectLanguage, ListLanguages } from '../platform/language.ts';
import { categoryOf } from './category.ts';

export interface NoteWords {
  title: string;
  text: string;
  format: NoteFormat;
  /** Named beside the text. */
  topics: readonly string[];
  alts: readonly string[];
  /** The author's own words in other languages: they are read by the rules, too. */
  versions: readonly Pick<NoteVersion, 'title' | 'text'>[];
}

export interface NoteAnalysis {
  language: LanguageTag;
  titleLanguages: string[];
  textLanguages: string[];
  /** The author's word decided because the text alone could not. */
  isDeclared: boolean;
  topicNames: string[];
  category: Interest | undefined;
  fingerprint: { simhash: string; bands: string[] } | undefined;
  /** What the word bank found anywhere in the note. */
  terms: string[];
}

export interface AnalysisHelp {
  detectLanguage: DetectLanguage;
  languagesIn: ListLanguages;
  wordBank: { check(text: string): { terms: string[] } };
}

/** The author's own word and what they read, likeliest first. */
export interface LanguageHints {
  declared: string | undefined;
  priors: readonly string[];
}

/** Shorter texts resemble each other by chance ("hello everyone"). */
const leastForFingerprint = 20;

/** What the house reads out of a note. The author's claim about the language is one hint among others. */
export function analyseNote(words: NoteWords, hints: LanguageHints, help: AnalysisHelp): NoteAnalysis {
  const whole = `${words.title}\n${words.text}`;
  const topicNames = topicNamesOf(words, whole);
  return {
    ...languageOf(whole, hints, help.detectLanguage),
    ...languagesBeside(words, hints, help),
    topicNames,
    category: categoryOf({ ...words, topics: topicNames }),
    fingerprint: fingerprintOf(whole),
    terms: help.wordBank.check([whole, ...topicNames, ...words.alts, ...wordingOf(words.versions)].join('\n')).terms,
  };
}

/**
 * Whether a text may be in the language its author says it is in: detection is told to believe it wherever the writing
 * leaves a choice. Texts of Han characters alone may be Chinese or Japanese.
 */
export function mayBeIn(text: string, language: string, detectLanguage: DetectLanguage): boolean {
  if (language === 'und' || language === 'mul' || language === 'zxx') return true;
  const found = detectLanguage(text, { priors: [language], wordLanguage: () => language });
  if (found.language === language || found.dominant === language || found.language === 'zxx') return true;
  const isHan = (tag: string) => tag === 'zh' || tag === 'ja' || tag === 'yue';
  return (
    found.confidence < certain ||
    (isHan(found.language) && isHan(language) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
  );
}

/** Detection by script alone is this sure; a statistical guess never is. */
const certain = 0.9;

function languageOf(text: string, { declared, priors }: LanguageHints, detectLanguage: DetectLanguage) {
  const found = detectLanguage(text, { priors: declared ? [declared, ...priors] : priors });
  const isOpen = found.language === 'und';
  const language = isOpen && declared ? declared : found.language;
  return { language: language as LanguageTag, isDeclared: isOpen && declared !== undefined };
}

function wordingOf(versions: NoteWords['versions']): string[] {
  return versions.map(({ title, text }) => `${title}\n${text}`);
}

/** Title and text may be in different languages; a short title is read in the light of its text. */
function languagesBeside(
  { title, text }: NoteWords,
  { declared, priors }: LanguageHints,
  { languagesIn }: AnalysisHelp,
) {
  const likely = declared ? [declared, ...priors] : priors;
  const textLanguages = languagesIn(text, { priors: likely });
  return { titleLanguages: languagesIn(title, { priors: [...textLanguages.slice(0, 1), ...likely] }), textLanguages };
}

/** Those named beside the text first, then those in it; each spelling as its author wrote it. */
function topicNamesOf({ topics }: NoteWords, whole: string): string[] {
  const named = topics
    .map((name) => name.replace(/^[#＃]+/u, '').trim())
    .filter((name) => findTopicNameProblem(name) === undefined);
  return [...new Set([...named, ...extractTopics(whole).map((mark) => mark.name)])].slice(0, topicsPerNote);
}

function fingerprintOf(text: string): NoteAnalysis['fingerprint'] {
  const simhash = countGraphemes(text) < leastForFingerprint ? undefined : simhash64(text);
  return simhash === undefined ? undefined : { simhash: toHex(simhash), bands: bandKeys(simhash).map(String) };
}
