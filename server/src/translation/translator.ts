import type { TranslationState } from '@teahouse/contract';
import type { Queryable } from '../platform/db/database.ts';

/** `now`: on somebody's screen. `next`: soon to be. `later`: for readers yet to come; first to be shed in a surge. */
export type Urgency = 'now' | 'next' | 'later';

export interface TextToTranslate {
  text: string;
  to: string;
  /** Languages it is likely in, likeliest first: the stored detection, the author's, the parent text's. */
  priors: readonly string[];
  /** Wording around it (the title over its comments). Texts of one context travel together. */
  context?: string | undefined;
  /** Home id of a private text: its sentences are keyed and forgotten apart from everyone else's. */
  space?: string | undefined;
  urgency: Urgency;
  /** Whose turn it is, for a fair queue: member id or visitor id. */
  askedBy: string;
}

export interface SentencePair {
  source: string;
  target: string;
  /** Language of the source; equals the target language where nothing was translated. */
  from: string;
}

/** What the pipeline made of a text. Nothing here is moderated yet. */
export interface TranslatedText {
  state: Extract<
    TranslationState,
    'ok' | 'partial' | 'same-language' | 'no-letters' | 'undecodable' | 'engine-off' | 'too-long' | 'budget' | 'failed'
  >;
  /** With `ok` and `partial`. */
  text?: string;
  pairs: SentencePair[];
  /** Languages translated from, main one first. */
  from: string[];
  origin?: 'memory' | 'machine';
  /** As readers see it; of several the one that did most. */
  engine?: string;
  model?: string;
  /** The text tried to give the translator orders; for the log. */
  injection?: { engine: string; outcome: 'translated' | 'refused' | 'original-shown' };
}

export interface TranslateOptions {
  signal?: AbortSignal;
  /** Called with a quick engine's text when a better one is still to come. */
  onQuick?: (quick: TranslatedText) => void;
}

export interface QueueState {
  waiting: number;
  running: number;
  oldestMilliseconds: number;
  dropped: number;
}

/** Text in, text out; sentences are cached, shared and paid for once on the whole site. */
export interface Translator {
  /** Answers made of memory and cache alone, in order; undefined where an engine would have to be asked. No engine is called. */
  findKnown(texts: readonly TextToTranslate[]): Promise<(TranslatedText | undefined)[]>;
  /** The same, and what stays as it was written because every engine of its pair rests or there is none. */
  findSettled(texts: readonly TextToTranslate[]): Promise<(TranslatedText | undefined)[]>;
  /** Never throws for what an engine does: states say it. Rejects only when `signal` aborts. */
  translate(text: TextToTranslate, options?: TranslateOptions): Promise<TranslatedText>;
  /** Forgets the sentences of a private space. */
  forget(space: string): Promise<void>;
  /** Forgets what engines made of sentences that a person found badly translated. */
  forgetSentences(sentences: readonly SentencePair[], to: string, tx: Queryable): Promise<void>;
  queue(): QueueState;
  /** Waits until nothing is queued or running. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
