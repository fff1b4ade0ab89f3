import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { GlossOthers } from './gloss-parts.ts';
import { type HouseGlossary, openHouseGlossary } from './house-glossary.ts';
import { plantGlossary } from './plant-glossary.ts';
import { glossHandlers } from './routes.ts';

export type { HouseGlossary } from './house-glossary.ts';
export { plantGlossary } from './plant-glossary.ts';

export interface Glosses {
  handlers: Handlers<typeof routes.glosses>;
  glossary: HouseGlossary;
  start(): void;
  stop(): Promise<void>;
  /** Waits until the glossary in memory is the one that events told of. */
  settle(): Promise<void>;
}

/** An event reaches one process; the others look for themselves this often. */
const lookMilliseconds = 60_000;

export async function createGlosses(deps: Deps, others: GlossOthers): Promise<Glosses> {
  await plantGlossary(deps);
  const glossary = await openHouseGlossary(deps);
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();

  function look(): void {
    looking = glossary.refresh().catch((error) => deps.log.warn({ err: error }, 'glossary not read'));
  }

  deps.events.afterDelivery('glossary.changed', look);
  return {
    handlers: glossHandlers(deps, { ...others, glossary }),
    glossary,
    start() {
      if (!deps.config.isAlone) timer = setInterval(look, lookMilliseconds);
    },
    stop() {
      clearInterval(timer);
      return looking;
    },
    settle: () => looking,
  };
}
