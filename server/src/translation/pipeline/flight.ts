import type { Urgency } from '../translator.ts';
import type { Attempt } from './attempt.ts';
import type { QueueItem } from './queue.ts';
import type { EngineLine } from './router.ts';
import { keyOf, type Sentence } from './sentence.ts';

/** What is known of who asks. */
export interface Asking {
  urgency: Urgency;
  askedBy: string;
  context: string | undefined;
  signal: AbortSignal | undefined;
}

/** One sentence under way to one engine, for everyone who wants it. */
export interface Flight extends QueueItem {
  readonly key: string;
  readonly sentence: Sentence;
  readonly context: string;
  waiters: number;
  /** Its private space was forgotten meanwhile: nothing of it is kept. */
  isForgotten: boolean;
  readonly done: Promise<Attempt>;
  finish(attempt: Attempt): void;
}

export function createFlight(line: EngineLine, sentence: Sentence, asking: Asking): Flight {
  const { from, to, space = '', isSuspect } = sentence;
  const context = (line.engine.capabilities().takesContext && !isSuspect && asking.context) || '';
  const { promise: done, resolve: finish } = Promise.withResolvers<Attempt>();
  const key = keyOf(sentence, line);
  return {
    key,
    line,
    sentence,
    context,
    // An order travels alone: there is nobody beside it whom it could bend.
    lane: JSON.stringify([from, to, space, context, ...(isSuspect ? [key] : [])]),
    urgency: asking.urgency,
    askedBy: asking.askedBy,
    waiters: 0,
    isForgotten: false,
    done,
    finish,
  };
}
