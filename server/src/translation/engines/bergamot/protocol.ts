/** What the house asks of the engine's thread; one request at a time. */
export type ThreadRequest =
  | { kind: 'load'; key: string; files: ModelBytes; lengthFactor: number }
  | { kind: 'unload'; key: string }
  /** One model, or two for a translation by way of English. */
  | { kind: 'translate'; keys: readonly string[]; html: readonly string[] };

export interface ModelBytes {
  model: Uint8Array;
  lexicon: Uint8Array | undefined;
  vocabularies: readonly Uint8Array[];
}

export type ThreadReply =
  /** `html` in the order of the request; empty for anything but a translation. */
  { kind: 'done'; html: readonly string[] } | { kind: 'failed'; detail: string };
