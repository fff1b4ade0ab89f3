import { checkOutput, restoreSegment, type Segment } from '@teahouse/engine';
import type { EngineAnswer } from '../engines/port.ts';
import type { UnusableBecause } from './attempt.ts';

export type Judged = { output: string } | { because: UnusableBecause };

/** Whether an engine's output for a masked sentence may be shown and kept. */
export function judgeAnswer(
  segment: Segment,
  { from, to }: { from: string; to: string },
  answer: EngineAnswer | undefined,
): Judged {
  if (!answer) return { because: 'missing' };
  if ('problem' in answer) return { because: answer.problem };
  if ('problem' in restoreSegment(segment, answer.text)) return { because: 'spans' };
  const [because] = checkOutput({ segment, output: answer.text, from, to });
  return because === undefined ? { output: answer.text } : { because };
}
