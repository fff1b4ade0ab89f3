import type { Settings } from '../house/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { memberHandlers } from './routes.ts';

export { markHere, memberGroup, newForDays } from './member-group.sql.ts';
export { type AuthorView, createMemberReader, type MemberReader, type MemberSummary } from './member-reader.ts';

export function createMembers({ db }: Pick<Deps, 'db'>, { settings, ...readers }: Readers & { settings: Settings }) {
  return { handlers: memberHandlers({ db, readers, settings }) };
}
