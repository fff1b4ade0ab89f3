export { hash32 } from './hash.ts';
export type { Constraint, PageCaps, PageCarry, Relaxation } from './page/assemble.ts';
export { assemblePage, CONSTRAINTS, carryAfter, EMPTY_CARRY, PAGE_CAPS } from './page/assemble.ts';
export { SeenFilter } from './page/seen-filter.ts';
export type { Random } from './random.ts';
export { pick, seededRandom, shuffle } from './random.ts';
export type {
  Candidate,
  NoteCounters,
  RankCandidates,
  RankedCandidate,
  RankingReason,
  RankingViewer,
  UnrankedCandidate,
} from './ranking/candidate.ts';
export { interimScore, rankCandidates } from './ranking/interim.ts';
export type { DetectedLanguage, DetectionHelp, LanguageGuess } from './text/detect-language.ts';
export { detectLanguage } from './text/detect-language.ts';
export { countBytes, countGraphemes, hasLoneSurrogate, isBlank, truncate } from './text/graphemes.ts';
export type { HandleProblem } from './text/handle.ts';
export { checkHandle, handleKey, RESERVED_HANDLES } from './text/handle.ts';
export { blankLinks, blankNonProse } from './text/prose.ts';
export type { Script, ScriptRun } from './text/scripts.ts';
export { SCRIPTS, scriptCounts, scriptOf, scriptRuns } from './text/scripts.ts';
export { bandKeys, hammingDistance, NEAR_DUPLICATE_BITS, simhash64, toHex } from './text/similarity.ts';
export { isStopWord } from './text/stop-words.ts';
export type { TextMark, TopicNameProblem } from './text/topics.ts';
export { extractMentions, extractTopics, findTopicNameProblem, topicKey } from './text/topics.ts';
export type { WordBank, WordList, WordMatch, WordRule } from './text/word-bank.ts';
export { compileWordBank } from './text/word-bank.ts';
