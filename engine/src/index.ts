export type { BalanceOutputs, BalanceReport } from './balance/balance.ts';
export { hash32 } from './hash.ts';
export type { DotKernel, DotScratch } from './kernel/dot-kernel.ts';
export { DOTS_PER_CALL, dotScratch, openDotKernel, openPlainKernel } from './kernel/dot-kernel.ts';
export { column, layOut, openColumns } from './memory/columns.ts';
export type { EngineMemory, MemoryHandle } from './memory/engine-memory.ts';
export { attachEngineMemory, createEngineMemory } from './memory/engine-memory.ts';
export type { RestoreProblem, SnapshotRestored } from './memory/snapshot.ts';
export { restoreSnapshot, writeSnapshot } from './memory/snapshot.ts';
export { VECTOR_LENGTH } from './notes/note-columns.ts';
export type { NoteContent } from './notes/note-vector.ts';
export { noteVector, queryVector } from './notes/note-vector.ts';
export type { Constraint, PageCaps, PageCarry, Relaxation } from './page/assemble.ts';
export { assemblePage, CONSTRAINTS, carryAfter, EMPTY_CARRY, PAGE_CAPS } from './page/assemble.ts';
export type { PageScratch } from './page/compose-page.ts';
export { composePage, openPageScratch } from './page/compose-page.ts';
export type {
  ComposedPage,
  ComposedSlot,
  FlaggedNotes,
  PageCandidates,
  PageConstraint,
  PageInput,
  PageNotes,
  SlotKind,
} from './page/composition.ts';
export { candidateFlags, pageConstraints, slotKinds } from './page/composition.ts';
export { SeenFilter } from './page/seen-filter.ts';
export { foreignShareOf, newcomerShareOf, searchShareOf } from './page/shares.ts';
export { rerankBySpectrum, SlidingSpectrum } from './page/sliding-spectrum.ts';
export type { Lease, LeaseQuestion, LeaseWish } from './pools/plan-leases.ts';
export { planLeases } from './pools/plan-leases.ts';
export type { PoolForecast, PoolStanding, Transition, TransitionWhy } from './pools/pools.ts';
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
export type { ReasonEvidence, ReasonSubject, RowReason } from './reasons/reasons-of.ts';
export { reasonBit, reasonIndex, reasonsOf } from './reasons/reasons-of.ts';
export { addRecentScores, blend } from './relevance/blend.ts';
export { factorize, solve } from './relevance/cholesky.ts';
export { learnEase } from './relevance/ease.ts';
export type { Estimate, ExpectedRewards, LoggedChoices } from './relevance/estimators.ts';
export { effectiveSize, estimateDoublyRobust, estimateIps, estimateSnips } from './relevance/estimators.ts';
export type { Histories } from './relevance/histories.ts';
export { historiesOf } from './relevance/histories.ts';
export type { NextStepOptions } from './relevance/next-step.ts';
export { learnNextStep } from './relevance/next-step.ts';
export type { NeighbourList, Transitions } from './relevance/transitions.ts';
export { openTransitions, transitionColumns, transitionColumnsOf } from './relevance/transitions.ts';
export type { ScoredNotes, ScoredViewer } from './scoring/exposure.ts';
export { createScoredNotes, SCORED_TOPICS } from './scoring/exposure.ts';
export type { LearningRates } from './scoring/heads.ts';
export { LEARNING_RATES } from './scoring/heads.ts';
export type { Outcome, Scorer } from './scoring/scorer.ts';
export { importanceOf, openScorer, scorerColumns } from './scoring/scorer.ts';
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
export type { EngineSize } from './traffic/engine-columns.ts';
export type { EngineHandle } from './traffic/engine-handle.ts';
export type * from './traffic/facts.ts';
export { heads, intensities, memberGroups, reasonCodes, surfaces, trafficKinds } from './traffic/facts.ts';
export type { EnginePage, PageRequest, PageSlot, Reason } from './traffic/page.ts';
export { defaultPolicy } from './traffic/policy.ts';
export {
  type EngineStats,
  type LadderEvent,
  openTrafficEngine,
  openTrafficReader,
  type TrafficEngine,
  type TrafficEngineOptions,
  type TrafficReader,
} from './traffic/traffic-engine.ts';
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
