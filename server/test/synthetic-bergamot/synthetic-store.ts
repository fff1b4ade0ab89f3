import type { InstalledModel, ModelStore, OpenedModel } from '../../src/translation/engines/bergamot/model-store.ts';
import { type StudentShape, studentShapes, syntheticBergamot } from '../synthetic-bergamot.ts';

/** A store of made-up models, one for each `zh-en`; `put` replaces, breaks or adds one. */
export interface SyntheticStore extends ModelStore {
  put(pair: string, files: OpenedModel): void;
  /** Pairs opened so far, in order. */
  readonly opened: readonly string[];
}

export function syntheticStore(
  pairs: readonly string[],
  given: { shape?: StudentShape; words?: readonly string[] } = {},
): SyntheticStore {
  const { shape = studentShapes.toy, words = [] } = given;
  const files = new Map(pairs.map((pair, at) => [pair, syntheticBergamot({ shape, seed: at + 1, words })]));
  const opened: string[] = [];
  const listeners: (() => void)[] = [];
  return {
    opened,
    installed: () => [...files].map(([pair, content]) => describe(pair, content)),
    async open({ from, to }) {
      opened.push(`${from}-${to}`);
      return files.get(`${from}-${to}`);
    },
    onChange: (listener) => void listeners.push(listener),
    put(pair, content) {
      files.set(pair, content);
      for (const listener of listeners) listener();
    },
  };
}

function describe(pair: string, { model, lexicon, vocabularies, hash }: OpenedModel): InstalledModel {
  const bytes = [model, ...(lexicon ? [lexicon] : []), ...vocabularies].reduce((sum, one) => sum + one.length, 0);
  const [from = '', to = ''] = pair.split('-');
  return { from, to, version: '1.0', architecture: 'tiny', bytes, hash, state: 'ready' };
}
