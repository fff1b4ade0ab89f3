/** Who put a sentence into the reader's language. */
export type Maker = { kind: 'memory' } | { kind: 'engine'; id: string; name: string; model: string };

export type KeptBecause = 'engine-off' | 'budget' | 'undecodable' | 'failed';

export interface TranslatedSentence {
  kind: 'translated';
  text: string;
  by: Maker;
  /** An engine was asked for it just now. */
  isFresh: boolean;
  /** An engine declined it before another did it. */
  wasRefused: boolean;
}

/** It stays as its author wrote it. */
export interface KeptAsWritten {
  kind: 'kept';
  because: KeptBecause;
  wasRefused: boolean;
}

/** What the reader sees of a sentence. */
export type SentenceResult = TranslatedSentence | KeptAsWritten;
