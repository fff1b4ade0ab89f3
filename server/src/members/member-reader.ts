import type { MemberId, NoteCard } from '@teahouse/contract';
import { handleKey } from '@teahouse/engine';
import { mediaView } from '../media/index.ts';
import type { Deps } from '../platform/deps.ts';
import { createLoaderCache, timeToLive } from '../platform/loader-cache.ts';
import { newForDays } from './member-group.sql.ts';
import { type AuthorRow, selectAuthors, selectMemberByHandle } from './member-reader.sql.ts';

export type AuthorView = NoteCard['author'];

export interface MemberSummary {
  view: AuthorView;
  state: 'active' | 'suspended' | 'deleted';
}

/** Members as others see them, from memory where possible. */
export interface MemberReader {
  summaries(ids: readonly string[]): Promise<Map<string, MemberSummary>>;
  /** The member behind a handle in any of its look-alike spellings; deleted ones are unknown. */
  findByHandle(handle: string): Promise<{ id: MemberId; handle: string; state: 'active' | 'suspended' } | undefined>;
  invalidate(memberId: string): void;
}

/** Another process's change of name or picture shows within this time. */
const sharedMilliseconds = 5_000;

export function createMemberReader({ db, clock, config }: Pick<Deps, 'db' | 'clock' | 'config'>): MemberReader {
  const cache = createLoaderCache<MemberSummary>({
    ttlMilliseconds: timeToLive(config, sharedMilliseconds),
    maxEntries: 20_000,
    load: async (ids) => {
      const rows = await selectAuthors(db, ids);
      return new Map(rows.map((row) => [row.id, { view: authorView(row, clock.now()), state: row.state }]));
    },
  });
  return {
    summaries: (ids) => cache.getMany(ids),
    async findByHandle(handle) {
      const row = await selectMemberByHandle(db, handleKey(handle));
      if (!row || row.state === 'deleted') return undefined;
      return { id: row.id as MemberId, handle: row.handle, state: row.state };
    },
    invalidate: (memberId) => cache.invalidate(memberId),
  };
}

export function authorView(row: AuthorRow, now: number): AuthorView {
  const picture = row.media_id
    ? mediaView({
        id: row.media_id,
        width: row.width,
        height: row.height,
        thumbhash: row.thumbhash,
        widths: row.widths ?? [],
        has_avif: row.has_avif ?? false,
      })
    : undefined;
  return {
    id: row.id as MemberId,
    handle: row.handle,
    name: row.name,
    ...(picture ? { avatar: picture } : {}),
    avatarHue: row.avatar_hue,
    role: row.role,
    joinedYear: row.joined_at.getUTCFullYear(),
    isNew: now - row.joined_at.getTime() < newForDays * 86_400_000,
  };
}
