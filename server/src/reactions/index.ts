import type { routes } from '@teahouse/contract';
import type { Sparing } from '../feed/index.ts';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { boardHandlers, reactionHandlers } from './routes.ts';

interface Reactions {
  handlers: Handlers<typeof routes.reactions>;
  boardHandlers: Handlers<typeof routes.boards>;
}

interface Others extends Readers {
  sparing: Sparing;
}

export function createReactions(deps: Deps, { sparing, ...readers }: Others): Reactions {
  return { handlers: reactionHandlers(deps, readers, sparing), boardHandlers: boardHandlers(deps, readers) };
}
