import { isInvisible, normaliseText } from '@teahouse/contract';
import { checkOutput, restoreSegment, type Segment } from '@teahouse/engine';
import type { EngineAnswer } from '../engines/port.ts';
import type { UnusableBecause } from './attempt.ts';

export type Judged = { output: string } | { because: UnusableBecause };

export interface Judging {
  from: string;
  to: string;
  isSuspect: boolean;
  /** Of the engine. */
  takesOrders: boolean;
}

/** Whether an engine's output for a masked sentence may be shown and kept. */
export function judgeAnswer(
  segment: Segment,
  { from, to, isSuspect, takesOrders }: Judging,
  answer: EngineAnswer | undefined,
): Judged {
  if (!answer) return { because: 'missing' };
  if ('problem' in answer) return { because: answer.problem };
  // What is shown as a member's words has the form of member text: no controls, no bidirectional overrides, no hidden tags.
  const output = normaliseText(answer.text);
  if (isInvisible(output)) return { because: 'empty' };
  if ('problem' in restoreSegment(segment, output)) return { because: 'spans' };
  const problems = checkOutput({ segment, output, from, to, isSuspect, takesOrders });
  // Of several, the one that says most about the engine.
  const because = problems.find((problem) => problem === 'instruction') ?? problems[0];
  return because === undefined ? { output } : { because };
}
