/** One masked sentence: `⟦n⟧` stands for `spans[n]` and must come back exactly once. */
export interface EngineSegment {
  id: string;
  masked: string;
  spans: readonly string[];
}

/** A term of the glossary that occurs in the batch, with its rendering in the target language. */
export interface EngineTerm {
  term: string;
  rendering: string;
}

/** Sentences of one language pair, asked for together. */
export interface EngineBatch {
  from: string;
  to: string;
  segments: readonly EngineSegment[];
  /** Wording around the batch (the note's title over its comments); data, never an instruction. */
  context?: string;
  terms?: readonly EngineTerm[];
}

/** In the order of the batch; a missing or unusable sentence carries a problem instead of a text. */
export type EngineAnswer = { id: string; text: string } | { id: string; problem: 'missing' | 'spans' | 'refused' };

export type EngineFailureKind =
  | 'unavailable'
  | 'rate-limited'
  | 'quota'
  | 'timeout'
  | 'aborted'
  | 'bad-answer'
  | 'unsupported-pair';

/** The whole batch failed. `retryAfterMilliseconds` when the engine said so. */
export class EngineFailure extends Error {
  readonly kind: EngineFailureKind;
  readonly retryAfterMilliseconds: number | undefined;

  constructor(
    kind: EngineFailureKind,
    message: string,
    options: ErrorOptions & { retryAfterMilliseconds?: number } = {},
  ) {
    super(message, options);
    this.name = 'EngineFailure';
    this.kind = kind;
    this.retryAfterMilliseconds = options.retryAfterMilliseconds;
  }
}

export interface EngineCapabilities {
  /** Most sentences in one call. */
  batchMax: number;
  /** Longest masked sentence in characters. */
  sentenceMax: number;
  takesContext: boolean;
  takesTerms: boolean;
  /** It can be talked into something by what it translates, as language models can; engines that only ever translate cannot. */
  takesOrders: boolean;
  /** Texts stay on this machine. */
  isLocal: boolean;
  /** Calls cost money: the budget applies. */
  isPaid: boolean;
  /** Usual answer time; the router shows a quicker engine's text first when this is above a second. */
  typicalMilliseconds: number;
  /** One call may take this long. */
  deadlineMilliseconds: number;
}

export type EngineState = 'ready' | 'loading' | 'off' | 'failing';

export interface EngineHealth {
  state: EngineState;
  /** For operators; never shown to readers. */
  detail?: string;
}

/** A translator behind the router. Implementations hold no cache and do no checks of wording: the pipeline does. */
export interface TranslationEngine {
  readonly id: 'bergamot' | 'openai' | 'libretranslate' | 'deepl' | 'replay' | 'scripted';
  /** As readers see it: "Bergamot", "Seed-X 7B". */
  readonly name: string;
  capabilities(): EngineCapabilities;
  supports(from: string, to: string): boolean;
  /** Model and version behind a pair; part of every cache key. */
  model(from: string, to: string): string;
  /** @throws EngineFailure */
  translate(batch: EngineBatch, signal: AbortSignal): Promise<EngineAnswer[]>;
  health(): EngineHealth;
  close(): Promise<void>;
}
