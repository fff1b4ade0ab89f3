import type { OutputProblem } from '@teahouse/engine';
import type { EngineFailureKind } from '../engines/port.ts';
import type { KeptSentence } from './sentence-store.ts';

export type UnusableBecause = OutputProblem | 'missing' | 'refused';
export type UnansweredBecause = EngineFailureKind | 'no-room';

/** What came of asking one engine for one sentence. */
export type Attempt =
  | { kind: 'made'; kept: KeptSentence; isFresh: boolean }
  /** The engine answered, but its output is not shown. */
  | { kind: 'unusable'; because: UnusableBecause }
  | { kind: 'unanswered'; because: UnansweredBecause };
