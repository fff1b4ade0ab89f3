import { existsSync, type FSWatcher, mkdirSync, readdirSync, watch } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { InstalledModel, ModelStore } from '../engines/bergamot/model-store.ts';
import { sweepFolder } from './install-model.ts';
import {
  asInstalled,
  findManifest,
  hasAllBytes,
  type ModelManifest,
  modelsFolder,
  pairFolder,
  pullFolder,
  removeManifest,
} from './model-manifest.ts';
import { type ModelPair, pairName, parsePair } from './model-pair.ts';
import { openModel } from './open-model.ts';
import { lockPair } from './pair-lock.ts';

export interface ModelFolder extends ModelStore, Disposable {
  /** Reads every byte again. Undefined when the pair has no model. */
  verify(pair: ModelPair): Promise<InstalledModel | undefined>;
  /** False when there was nothing. Throws PullFailure `busy` while the pair is being pulled. */
  remove(pair: ModelPair): Promise<boolean>;
  /** Looks again, and tells the listeners if something changed. */
  refresh(): void;
  close(): void;
}

/** The models of a data folder. Pulls by other processes are noticed. */
export function openModelFolder(dataDir: string): ModelFolder {
  mkdirSync(modelsFolder(dataDir), { recursive: true, mode: 0o700 });
  const listeners = new Set<() => void>();
  const damaged = new Set<string>();
  let models = look();

  function look(): InstalledModel[] {
    if (!existsSync(modelsFolder(dataDir))) return [];
    return readdirSync(modelsFolder(dataDir))
      .flatMap((name) => parsePair(name) ?? [])
      .flatMap((pair) => findModel(pair) ?? []);
  }

  function findModel(pair: ModelPair): InstalledModel | undefined {
    const folder = pairFolder(dataDir, pair);
    const manifest = findManifest(folder);
    if (!manifest) return undefined;
    const isReady = hasAllBytes(folder, manifest) && !damaged.has(installationOf(manifest));
    return asInstalled(manifest, isReady ? 'ready' : 'damaged');
  }

  function refresh(): void {
    const before = JSON.stringify(models);
    models = look();
    if (JSON.stringify(models) !== before) for (const listener of listeners) listener();
  }

  /** What is in force when the reading ends decides: a pull may replace the files while they are read. */
  async function openChecked(pair: ModelPair) {
    const folder = pairFolder(dataDir, pair);
    while (true) {
      const manifest = findManifest(folder);
      if (!manifest) return undefined;
      const opened = await openModel(folder, manifest);
      const installation = installationOf(manifest);
      const now = findManifest(folder);
      if (!opened && now && installationOf(now) !== installation) continue;
      if (opened) damaged.delete(installation);
      else damaged.add(installation);
      return { manifest, opened };
    }
  }

  const watcher = watchFolder(modelsFolder(dataDir), refresh);
  const close = () => {
    watcher.close();
    listeners.clear();
  };

  return {
    installed: () => models,
    async open(pair) {
      const read = await openChecked(pair);
      refresh();
      return read?.opened;
    },
    async verify(pair) {
      await openChecked(pair);
      refresh();
      return findModel(pair);
    },
    async remove(pair) {
      const existed = findManifest(pairFolder(dataDir, pair)) !== undefined;
      await using _lock = await lockPair(dataDir, pair);
      await removeManifest(pairFolder(dataDir, pair));
      await rm(pairFolder(dataDir, pair), { recursive: true, force: true });
      await sweepFolder(pullFolder(dataDir, pair), () => false);
      refresh();
      return existed;
    },
    onChange(listener) {
      listeners.add(listener);
    },
    refresh,
    close,
    [Symbol.dispose]: close,
  };
}

/** Pulling a damaged model again gives the same hash, and files that are whole. */
function installationOf(manifest: ModelManifest): string {
  return [pairName(manifest), manifest.hash, manifest.pulledAt].join(' ');
}

/** A folder that cannot be watched (some network disks) still serves; it only learns of other processes' pulls later. */
function watchFolder(folder: string, onChange: () => void): Pick<FSWatcher, 'close'> {
  try {
    return watch(folder, { persistent: false }, onChange).on('error', () => {});
  } catch {
    return { close: () => {} };
  }
}
