import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledModel, ModelStore } from '../../src/translation/engines/bergamot/model-store.ts';
import { type StudentShape, syntheticBergamot } from '../synthetic-bergamot.ts';

interface FolderList {
  installed: InstalledModel[];
  twoVocabularies: boolean;
}

const listName = 'models.json';

/** Writes a made-up model for each pair (`zh-en`). */
export async function writeSyntheticModels(
  folder: string,
  pairs: readonly string[],
  given: { shape: StudentShape; words: readonly string[] },
): Promise<void> {
  const installed: InstalledModel[] = [];
  for (const [at, pair] of pairs.entries()) installed.push(await writeModel(folder, pair, { ...given, seed: at + 1 }));
  const list: FolderList = { installed, twoVocabularies: given.shape.twoVocabularies };
  await writeFile(join(folder, listName), JSON.stringify(list));
}

/** Reads a model's files whenever it is opened, as the house's own store does. */
export function openSyntheticModels(folder: string): ModelStore {
  const { installed, twoVocabularies }: FolderList = JSON.parse(readFileSync(join(folder, listName), 'utf8'));
  return {
    installed: () => installed,
    async open({ from, to }) {
      const found = installed.find((one) => one.from === from && one.to === to);
      if (!found) return undefined;
      const read = (part: string) => readFile(join(folder, `${from}-${to}.${part}`));
      const vocabularies = await Promise.all((twoVocabularies ? ['source', 'target'] : ['source']).map(read));
      return { model: await read('model'), lexicon: await read('lexicon'), vocabularies, hash: found.hash };
    },
    onChange: () => {},
  };
}

async function writeModel(
  folder: string,
  pair: string,
  given: Parameters<typeof syntheticBergamot>[0],
): Promise<InstalledModel> {
  const { model, lexicon, vocabularies, hash } = syntheticBergamot(given);
  const [source = Buffer.alloc(0), target = source] = vocabularies;
  const parts = { model, lexicon: lexicon ?? Buffer.alloc(0), source, target };
  for (const [part, bytes] of Object.entries(parts)) await writeFile(join(folder, `${pair}.${part}`), bytes);
  const bytes = [model, parts.lexicon, ...vocabularies].reduce((sum, one) => sum + one.length, 0);
  const [from = '', to = ''] = pair.split('-');
  return { from, to, version: '1.0', architecture: 'base', bytes, hash, state: 'ready' };
}
