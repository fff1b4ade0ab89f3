import { readableLanguageTags } from '@teahouse/contract';
import type { Clock } from '../../platform/clock.ts';
import { architectures } from '../engines/bergamot/model-store.ts';
import { pairName } from '../models/model-pair.ts';
import { PullFailure } from '../models/pull-failure.ts';
import { listRegistry } from '../models/registry.ts';
import { pickModel, type RegistryModel } from '../models/registry-records.ts';
import { describeSource, type RegistrySource } from '../models/registry-source.ts';

export interface Offer {
  /** The best model of every pair that members may read; empty when the registry is out of reach. */
  list: RegistryModel[];
  /** Why there is no list, for operators. */
  problem?: string;
}

/** What the registry has, asked for now and then. */
export interface OfferedModels {
  /** Address or folder. */
  readonly source: string;
  read(): Promise<Offer>;
}

const listMilliseconds = 600_000;
/** A registry that did not answer is asked again soon: the operator may be mending the line. */
const problemMilliseconds = 15_000;
const patienceMilliseconds = 8_000;

const readable = new Set<string>(readableLanguageTags);

export function createOfferedModels({ clock, source }: { clock: Clock; source: RegistrySource }): OfferedModels {
  let known: { offer: Promise<Offer>; until: number } | undefined;

  async function ask(): Promise<Offer> {
    const offer = await askRegistry(source);
    if (offer.problem !== undefined && known) known.until = clock.now() + problemMilliseconds;
    return offer;
  }

  return {
    source: describeSource(source),
    read() {
      if (!known || clock.now() >= known.until) known = { offer: ask(), until: clock.now() + listMilliseconds };
      return known.offer;
    },
  };
}

async function askRegistry(source: RegistrySource): Promise<Offer> {
  try {
    const { models } = await listRegistry(source, AbortSignal.timeout(patienceMilliseconds));
    return { list: bestOf(models).filter(({ from, to }) => readable.has(from) && readable.has(to)) };
  } catch (error) {
    if (!(error instanceof PullFailure)) throw error;
    return { list: [], problem: error.message };
  }
}

function bestOf(models: readonly RegistryModel[]): RegistryModel[] {
  return [...Map.groupBy(models, pairName).values()].flatMap(
    (ofPair) => (ofPair[0] && pickModel(ofPair, ofPair[0], architectures)) ?? [],
  );
}
