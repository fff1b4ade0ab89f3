import { type Clock, dateOf } from '../../platform/clock.ts';
import { lockFileName } from '../../platform/postgres/data-lock.ts';
import { type DiskSpace, readFreeSpace } from '../../platform/postgres/disk-guard.ts';
import type { Architecture, InstalledModel, ModelStore } from '../engines/bergamot/model-store.ts';
import { defaultPatience, noSpace, type Patience, sizeOf } from './download-attachment.ts';
import { fetchFiles, partFile } from './fetch-files.ts';
import { installModel, sweepFolder } from './install-model.ts';
import {
  asInstalled,
  findManifest,
  installedName,
  type ModelManifest,
  pairFolder,
  pullFolder,
} from './model-manifest.ts';
import { type ModelPair, pairName } from './model-pair.ts';
import { openModel, storeOf } from './open-model.ts';
import { lockPair } from './pair-lock.ts';
import { PullFailure } from './pull-failure.ts';
import type { Registry } from './registry.ts';
import { pickModel, type RegistryModel } from './registry-records.ts';
import { describeSource } from './registry-source.ts';

/** Translates one sentence with the only model of the store, in an engine of its own, and throws if that fails. */
export type SmokeTest = (pair: ModelPair, store: ModelStore, signal: AbortSignal) => Promise<void>;

export interface PullProgress {
  state: 'downloading' | 'checking';
  receivedBytes: number;
  totalBytes: number;
}

export interface PullSettings {
  dataDir: string;
  smoke: SmokeTest;
  clock: Clock;
  signal: AbortSignal;
  onProgress?: (progress: PullProgress) => void;
  /** All when not given. */
  allowed?: readonly Architecture[] | undefined;
  patience?: Patience | undefined;
  freeSpace?: ((folder: string) => Promise<Pick<DiskSpace, 'freeBytes'>>) | undefined;
}

/** Left free for the house: its database must never meet a full disk because of a model. */
const keptFreeBytes = 512 * 1_048_576;

/** Mozilla publishes its models under this licence; its records do not say so. */
const licence = 'MPL-2.0';

/**
 * Fetches the best model of a pair and installs it, or leaves everything as it was. A download that broke off goes on the
 * next time; what turned out wrong is thrown away. Throws {@link PullFailure}.
 */
export async function pullModel(registry: Registry, pair: ModelPair, settings: PullSettings): Promise<InstalledModel> {
  const model = getModel(registry, pair, settings.allowed);
  const work = pullFolder(settings.dataDir, pair);
  const folder = pairFolder(settings.dataDir, pair);
  await using _lock = await lockPair(settings.dataDir, pair);
  try {
    const present = await findIntact(folder, model);
    if (present) return present;
    await refuseWithoutSpace(work, model, settings);
    const manifest = await prepare(registry, model, work, settings);
    await installModel(work, folder, manifest);
    await sweepFolder(work, isLock);
    return asInstalled(manifest, 'ready');
  } catch (error) {
    const failure = asFailure(error, settings.signal);
    const isWorthKeeping = !['damaged', 'unusable'].includes(failure.kind);
    await sweepFolder(work, (name) => isLock(name) || (isWorthKeeping && isPart(name)));
    throw failure;
  }
}

function getModel(
  { models, refused, source }: Registry,
  pair: ModelPair,
  allowed?: readonly Architecture[],
): RegistryModel {
  const model = pickModel(models, pair, allowed);
  if (model) return model;
  const because = refused[0] === undefined ? '' : ` Records refused: ${refused.length}, the first for ${refused[0]}.`;
  throw new PullFailure('missing', `${describeSource(source)} has no whole model for ${pairName(pair)}.${because}`);
}

/** The same model again, unless its files have suffered. */
async function findIntact(folder: string, model: RegistryModel): Promise<InstalledModel | undefined> {
  const manifest = findManifest(folder);
  if (manifest?.hash !== model.hash || !(await openModel(folder, manifest))) return undefined;
  return asInstalled(manifest, 'ready');
}

async function refuseWithoutSpace(work: string, model: RegistryModel, settings: PullSettings): Promise<void> {
  const wanted = new Set(model.files.flatMap((file) => [partFile('', file), `${partFile('', file)}.etag`]));
  await sweepFolder(work, (name) => isLock(name) || wanted.has(name));
  const present = await Promise.all(model.files.map((file) => sizeOf(partFile(work, file))));
  const toCome = present.reduce((left, bytes) => left - bytes, model.downloadBytes);
  const neededBytes = Math.max(0, toCome) + model.installedBytes + keptFreeBytes;
  const { freeBytes } = await (settings.freeSpace ?? readFreeSpace)(work);
  if (freeBytes >= neededBytes) return;
  const inMiB = (bytes: number) => `${Math.round(bytes / 1_048_576)} MiB`;
  const words = `${pairName(model)} needs ${inMiB(neededBytes)} of free disk, and there is ${inMiB(freeBytes)}.`;
  throw new PullFailure('no-space', words);
}

/** Everything that can fail, done beside the former model. */
async function prepare(
  registry: Registry,
  model: RegistryModel,
  work: string,
  settings: PullSettings,
): Promise<ModelManifest> {
  const { signal, patience = defaultPatience, onProgress } = settings;
  const report = (state: PullProgress['state'], receivedBytes: number) =>
    onProgress?.({ state, receivedBytes, totalBytes: model.downloadBytes });
  const onBytes = (received: number) => report('downloading', received);
  await fetchFiles(registry, model, { work, patience, signal, onBytes });
  report('checking', model.downloadBytes);
  const manifest = describeModel(registry, model, dateOf(settings.clock));
  await proveUsable(manifest, work, settings);
  signal.throwIfAborted();
  return manifest;
}

async function proveUsable(manifest: ModelManifest, work: string, { smoke, signal }: PullSettings): Promise<void> {
  const opened = await openModel(work, manifest);
  if (!opened) throw new PullFailure('damaged', 'The unpacked files changed on the disk.');
  const { from, to } = manifest;
  await smoke({ from, to }, storeOf(asInstalled(manifest, 'ready'), opened), signal).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    const words = `The engine could not translate with ${pairName(manifest)} ${manifest.version}; it was thrown away.`;
    throw new PullFailure('unusable', words, { cause });
  });
}

function describeModel({ source }: Registry, model: RegistryModel, now: Date): ModelManifest {
  const { from, to, version, architecture, hash } = model;
  const files = model.files.map(({ role, unpacked }) => ({
    role,
    name: installedName(role, unpacked.hash),
    ...unpacked,
  }));
  const origin = { licence, source: describeSource(source), pulledAt: now.toISOString() };
  return { format: 1, from, to, version, architecture, ...origin, hash, files };
}

function asFailure(error: unknown, signal: AbortSignal): PullFailure {
  if (error instanceof PullFailure) return error;
  if (signal.aborted) return new PullFailure('aborted', 'The pull was stopped.', { cause: error });
  return noSpace(error) ?? new PullFailure('unwritable', 'The models folder could not be written.', { cause: error });
}

function isLock(name: string): boolean {
  return name === lockFileName;
}

function isPart(name: string): boolean {
  return name.endsWith('.part') || name.endsWith('.part.etag');
}
