import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { followHandlers } from './routes.ts';

export { createRelations, type MemberRelations, noRelations, type Relations } from './relations.ts';

export function createFollows(deps: Deps, readers: Readers): { handlers: Handlers<typeof routes.follows> } {
  return { handlers: followHandlers(deps, readers) };
}
