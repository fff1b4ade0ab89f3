/** What an engine must not touch. */
export const SPAN_KINDS = [
  'link',
  'mail',
  'mention',
  'topic',
  'sticker',
  'emoji',
  'kaomoji',
  'code',
  'number',
  'marker',
] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

export type ProtectedSpan = { kind: SpanKind; text: string };

/**
 * A sentence ready for an engine. `before + (masked with its markers filled in) + after` is the original, character by character.
 * A marker is `⟦n⟧`; `spans[n]` belongs to it.
 */
export type Segment = {
  kind: 'segment';
  /** Language the sentence is in; never the target. */
  source: string;
  original: string;
  /** Space and protected spans peeled off the edges: they are put back untouched. */
  before: string;
  masked: string;
  spans: readonly ProtectedSpan[];
  after: string;
};

/** Copied as it stands: space between sentences, what has no letters, what the reader's language already is. */
export type Verbatim = { kind: 'verbatim'; text: string; language?: string };

export type Piece = Segment | Verbatim;

/** A text cut into pieces; joined in order they are the text. */
export type PreparedText = { pieces: readonly Piece[] };

export type PrepareOptions = {
  /** Language to translate into. */
  target: string;
  /** Language of one sentence, `und` when unsure, `zxx` without letters. */
  languageOf: (sentence: string) => string;
};

/** Why an engine's output is not shown. */
export const OUTPUT_PROBLEMS = [
  'empty',
  'echo',
  'wrong-script',
  'length',
  'repetition',
  'spans',
  'numbers',
  'commentary',
  'instruction',
] as const;
export type OutputProblem = (typeof OUTPUT_PROBLEMS)[number];
