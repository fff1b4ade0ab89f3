import { architectures, type InstalledModel } from '../engines/bergamot/model-store.ts';
import { type ModelFolder, openModelFolder } from './model-folder.ts';
import { defaultPairs, isSamePair, type ModelPair, pairName, parsePair } from './model-pair.ts';
import { PullFailure } from './pull-failure.ts';
import { type PullProgress, type PullSettings, pullModel } from './pull-model.ts';
import { listRegistry, type Registry } from './registry.ts';
import { pickModel, type RegistryModel } from './registry-records.ts';
import { parseRegistrySource } from './registry-source.ts';

export const modelsUsage = `teahouse models — translation models of this house

  models list                 what is here, and what the registry has
  models pull [pair…]         fetch and install (zh-en and en-zh when none is named)
  models verify [pair…]       read every byte again (all when none is named)
  models remove <pair…>

A pair is written zh-en, or --from zh --to en. --json prints one JSON answer.
--source <address or folder> takes the place of TEAHOUSE_MODELS_URL.
Exit status: 0 done, 1 something failed, 2 wrong use, 69 registry not reachable, 130 stopped.`;

export interface ModelsArguments {
  words: readonly string[];
  from?: string | undefined;
  to?: string | undefined;
  json?: boolean | undefined;
}

export interface ModelsCommandDeps extends Omit<PullSettings, 'onProgress'> {
  /** As in TEAHOUSE_MODELS_URL. */
  source: string | undefined;
  print(line: string): void;
  /** What is said beside the answer: progress and problems. */
  tell(line: string): void;
}

type Outcome = { exitCode: number; answer: unknown; lines: string[] };

const exitCodes = { failed: 1, wrongUse: 2, unreachable: 69, stopped: 130 };

const withoutLine =
  'Without a line to it: save the list as records.json and the files it names in a folder, carry the folder here, ' +
  'and run: npm run teahouse -- models pull --source <folder>';

/** Runs one `teahouse models …` and returns its exit status. */
export async function runModelsCommand(given: ModelsArguments, deps: ModelsCommandDeps): Promise<number> {
  const [action, ...names] = given.words;
  const pairs = readPairs(names, given);
  const run = pairs && actions.get(action);
  if (!run || (action === 'remove' && pairs.length === 0)) {
    deps.print(modelsUsage);
    return exitCodes.wrongUse;
  }
  using folder = openModelFolder(deps.dataDir);
  try {
    const { exitCode, answer, lines } = await run(pairs, folder, deps);
    if (given.json) deps.print(JSON.stringify(answer, null, 2));
    else for (const line of lines) deps.print(line);
    return exitCode;
  } catch (error) {
    return tellFailure(error, deps);
  }
}

type Action = (pairs: ModelPair[], folder: ModelFolder, deps: ModelsCommandDeps) => Promise<Outcome>;

const actions = new Map<string | undefined, Action>([
  ['list', async (_pairs, folder, deps) => listModels(folder, deps)],
  ['pull', async (pairs, _folder, deps) => pullModels(pairs.length > 0 ? pairs : defaultPairs, deps)],
  ['verify', verifyModels],
  ['remove', removeModels],
]);

function readPairs(names: readonly string[], { from, to }: ModelsArguments): ModelPair[] | undefined {
  if ((from === undefined) !== (to === undefined)) return undefined;
  const named = from === undefined ? names : [...names, `${from}-${to}`];
  const pairs = named.map(parsePair);
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined;
}

/** What is here is shown even when the registry is out of reach. */
async function listModels(folder: ModelFolder, deps: ModelsCommandDeps): Promise<Outcome> {
  const installed = folder.installed();
  const lines = installed.map((model) => `${describe(model)}  ${inMB(model.bytes)}  ${model.state}`);
  if (lines.length === 0) lines.push('No models are installed.');
  const registry = await readRegistry(deps).catch((error: unknown) => {
    tellFailure(error, deps);
    return undefined;
  });
  if (!registry) return { exitCode: 0, answer: { installed, available: null }, lines };
  const available = bestModels(registry, deps).filter((model) => installed.every(({ hash }) => hash !== model.hash));
  return {
    exitCode: 0,
    answer: { installed, available: available.map(({ files: _files, ...model }) => model) },
    lines: [...lines, '', ...available.map((model) => describeAvailable(model, installed))],
  };
}

async function pullModels(pairs: readonly ModelPair[], deps: ModelsCommandDeps): Promise<Outcome> {
  const registry = await readRegistry(deps);
  const outcomes: { pair: ModelPair; installed?: InstalledModel; failure?: PullFailure }[] = [];
  for (const pair of pairs) {
    try {
      const onProgress = tellProgress(pairName(pair), deps);
      outcomes.push({ pair, installed: await pullModel(registry, pair, { ...deps, onProgress }) });
    } catch (error) {
      if (!(error instanceof PullFailure) || error.kind === 'aborted') throw error;
      tellFailure(error, deps);
      outcomes.push({ pair, failure: error });
    }
  }
  const failures = outcomes.flatMap(({ failure }) => failure ?? []);
  return {
    exitCode: failures.length === 0 ? 0 : Math.max(...failures.map(exitCodeOf)),
    answer: outcomes.map(({ pair, installed, failure }) =>
      failure ? { ...pair, state: 'failed', problem: { kind: failure.kind, detail: failure.message } } : installed,
    ),
    lines: outcomes.flatMap(({ installed }) => (installed ? `${describe(installed)}  ready` : [])),
  };
}

async function verifyModels(pairs: ModelPair[], folder: ModelFolder): Promise<Outcome> {
  const asked = pairs.length > 0 ? pairs : folder.installed();
  const answer: (ModelPair & { state: InstalledModel['state'] | 'missing' })[] = [];
  for (const { from, to } of asked)
    answer.push({ from, to, state: (await folder.verify({ from, to }))?.state ?? 'missing' });
  return {
    exitCode: answer.every(({ state }) => state === 'ready') ? 0 : exitCodes.failed,
    answer,
    lines: answer.length > 0 ? answer.map((one) => `${pairName(one)}  ${one.state}`) : ['No models are installed.'],
  };
}

async function removeModels(pairs: ModelPair[], folder: ModelFolder): Promise<Outcome> {
  const answer: (ModelPair & { state: 'removed' | 'missing' })[] = [];
  for (const pair of pairs) answer.push({ ...pair, state: (await folder.remove(pair)) ? 'removed' : 'missing' });
  return {
    exitCode: answer.every(({ state }) => state === 'removed') ? 0 : exitCodes.failed,
    answer,
    lines: answer.map((one) => `${pairName(one)}  ${one.state}`),
  };
}

function readRegistry({ source, signal }: ModelsCommandDeps): Promise<Registry> {
  return listRegistry(parseRegistrySource(source), signal);
}

function bestModels({ models }: Registry, { allowed = architectures }: ModelsCommandDeps): RegistryModel[] {
  const best = [...Map.groupBy(models, pairName).values()].flatMap(
    (ofPair) => (ofPair[0] && pickModel(ofPair, ofPair[0], allowed)) ?? [],
  );
  return best.sort((one, other) => pairName(one).localeCompare(pairName(other), 'en'));
}

/** A line for every tenth of the way; a pull through a slow line must not fill a log. */
function tellProgress(name: string, { tell }: ModelsCommandDeps): (progress: PullProgress) => void {
  let told = -1;
  return ({ state, receivedBytes, totalBytes }) => {
    const tenths = Math.floor((receivedBytes / totalBytes) * 10);
    if (state === 'checking') tell(`${name}  checking`);
    else if (tenths > told) tell(`${name}  ${tenths * 10} %  ${inMB(receivedBytes)} of ${inMB(totalBytes)}`);
    told = Math.max(told, tenths);
  };
}

function tellFailure(error: unknown, { tell }: ModelsCommandDeps): number {
  if (!(error instanceof PullFailure)) throw error;
  tell(error.message);
  if (error.kind === 'unreachable') tell(withoutLine);
  return exitCodeOf(error);
}

function exitCodeOf({ kind }: PullFailure): number {
  if (kind === 'aborted') return exitCodes.stopped;
  return kind === 'unreachable' ? exitCodes.unreachable : exitCodes.failed;
}

function describe({ architecture, version, ...pair }: InstalledModel | RegistryModel): string {
  return `${pairName(pair)}  ${architecture} ${version}`;
}

function describeAvailable(model: RegistryModel, installed: readonly InstalledModel[]): string {
  const isOther = installed.some((present) => isSamePair(present, model));
  return `${describe(model)}  ${inMB(model.downloadBytes)} to fetch${isOther ? ', in place of the one here' : ''}`;
}

function inMB(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
