/** From the smallest to the best. */
export const architectures = ['tiny', 'base-memory', 'base'] as const;
export type Architecture = (typeof architectures)[number];

/** A model of one direction, in the house's language tags: `zh`, never the registry's `zh-Hans`. */
export interface InstalledModel {
  from: string;
  to: string;
  version: string;
  architecture: Architecture;
  bytes: number;
  /** Names exactly these files; part of every cache key. */
  hash: string;
  state: 'ready' | 'damaged';
}

/** One vocabulary when both languages share it, else the source's, then the target's. */
export interface OpenedModel {
  model: Buffer;
  /** Without it every word of the vocabulary is weighed at every step: slower, no worse. */
  lexicon: Buffer | undefined;
  vocabularies: Buffer[];
  hash: string;
}

/** Where the engine finds its models; downloading and verifying them is the store's own business. */
export interface ModelStore {
  installed(): InstalledModel[];
  /** Undefined when the pair is not installed, or no longer whole. */
  open(pair: { from: string; to: string }): Promise<OpenedModel | undefined>;
  /** Called after a model was added, replaced or removed. */
  onChange(listener: () => void): void;
}
