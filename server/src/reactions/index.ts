import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { boardHandlers, reactionHandlers } from './routes.ts';

interface Reactions {
  handlers: Handlers<typeof routes.reactions>;
  boardHandlers: Handlers<typeof routes.boards>;
}

export function createReactions(deps: Deps, readers: Readers): Reactions {
  return { handlers: reactionHandlers(deps, readers), boardHandlers: boardHandlers(deps, readers) };
}
