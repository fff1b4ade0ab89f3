import type { InstalledModel, ModelStore, OpenedModel } from '../engines/bergamot/model-store.ts';
import { type ModelManifest, readChecked } from './model-manifest.ts';
import { isSamePair } from './model-pair.ts';
import type { FileRole } from './registry-records.ts';

const vocabularyRoles: readonly FileRole[] = ['vocabulary', 'source-vocabulary', 'target-vocabulary'];

/**
 * Reads a model's files, each checked against its hash: a garbled one would load, and break the engine at the first sentence.
 */
export async function openModel(folder: string, manifest: ModelManifest): Promise<OpenedModel | undefined> {
  const contents = new Map<FileRole, Buffer>();
  for (const file of manifest.files) {
    const content = await readChecked(folder, file);
    if (!content) return undefined;
    contents.set(file.role, content);
  }
  const model = contents.get('model');
  const vocabularies = vocabularyRoles.flatMap((role) => contents.get(role) ?? []);
  if (!model || vocabularies.length === 0) return undefined;
  return { model, lexicon: contents.get('lexicon'), vocabularies, hash: manifest.hash };
}

/** A store that holds one model alone, so that an engine of its own can be tried on it before the house uses it. */
export function storeOf(installed: InstalledModel, opened: OpenedModel): ModelStore {
  return {
    installed: () => [installed],
    open: async (pair) => (isSamePair(pair, installed) ? opened : undefined),
    onChange: () => {},
  };
}
