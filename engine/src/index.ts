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
export type { DetectedLanguage } from './text/detect-language.ts';
export { detectLanguage, languagesIn } from './text/detect-language.ts';
export type { DetectionHelp, LanguageGuess } from './text/detection.ts';
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
export type { OutputCheck } from './translation/check-output.ts';
export { checkOutput } from './translation/check-output.ts';
export { couldGiveOrders } from './translation/could-give-orders.ts';
export type { Glossary, GlossaryTerm, GlossMatch } from './translation/glossary.ts';
export { compileGlossary } from './translation/glossary.ts';
export { looksLikeInstruction } from './translation/looks-like-instruction.ts';
export { cutAtMarkers, dropMarkers, marker } from './translation/markers.ts';
export { writePairFilter } from './translation/pair-filter.ts';
export { phraseKey } from './translation/phrase-key.ts';
export { originalOf, prepareText } from './translation/prepare-text.ts';
export type {
  OutputProblem,
  Piece,
  PreparedText,
  PrepareOptions,
  ProtectedSpan,
  Segment,
  SpanKind,
  Verbatim,
} from './translation/prepared-text.ts';
export { OUTPUT_PROBLEMS, SPAN_KINDS } from './translation/prepared-text.ts';
export type { FoundSpan } from './translation/protect-spans.ts';
export { findSpans } from './translation/protect-spans.ts';
export type { Restored } from './translation/restore-segment.ts';
export { joinPieces, restoreSegment, splitAroundSpans } from './translation/restore-segment.ts';
export type { UndecodableHelp, UndecodableReason } from './translation/undecodable.ts';
export { looksUndecodable, UNDECODABLE_REASONS } from './translation/undecodable.ts';
