import { sql } from 'kysely';
import type { Deps } from '../platform/deps.ts';
import { createLoaderCache, timeToLive } from '../platform/loader-cache.ts';

/** How one member stands to others. */
export interface MemberRelations {
  follows: ReadonlySet<string>;
  /** Blocked by me or blocking me: neither meets the other. */
  blocked: ReadonlySet<string>;
  /** Those of `blocked` that I blocked myself. */
  blocks: ReadonlySet<string>;
  mutes: ReadonlySet<string>;
}

/** Relations of members from memory; every process sees another's change within the cache's time to live. */
export interface Relations {
  of(memberId: string): Promise<MemberRelations>;
  invalidate(...memberIds: string[]): void;
}

const nobody: ReadonlySet<string> = new Set();
export const noRelations: MemberRelations = { follows: nobody, blocked: nobody, blocks: nobody, mutes: nobody };

interface Row {
  member_id: string;
  kind: 'follows' | 'blocks' | 'blockedBy' | 'mutes';
  others: string[];
}

/** A change made by another process is noticed within this time. */
const sharedMilliseconds = 5_000;

export function createRelations({ db, config }: Pick<Deps, 'db' | 'config'>): Relations {
  const cache = createLoaderCache<MemberRelations>({
    ttlMilliseconds: timeToLive(config, sharedMilliseconds),
    maxEntries: 10_000,
    load: loadRelations,
  });

  async function loadRelations(ids: string[]): Promise<Map<string, MemberRelations>> {
    const { rows } = await sql<Row>`
      select member_id, 'follows' as kind, array_agg(followee_id) as others from follow where member_id = any(${ids}::uuid[]) group by 1
      union all select member_id, 'blocks', array_agg(blocked_id) from block where member_id = any(${ids}::uuid[]) group by 1
      union all select blocked_id, 'blockedBy', array_agg(member_id) from block where blocked_id = any(${ids}::uuid[]) group by 1
      union all select member_id, 'mutes', array_agg(muted_id) from mute where member_id = any(${ids}::uuid[]) group by 1`.execute(
      db,
    );
    return new Map(ids.map((id) => [id, relationsOf(rows.filter((row) => row.member_id === id))]));
  }

  return {
    of: async (memberId) => (await cache.get(memberId)) ?? noRelations,
    invalidate(...memberIds) {
      for (const id of memberIds) cache.invalidate(id);
    },
  };
}

function relationsOf(rows: Row[]): MemberRelations {
  const setOf = (...kinds: Row['kind'][]) =>
    new Set(rows.filter((row) => kinds.includes(row.kind)).flatMap((row) => row.others));
  return {
    follows: setOf('follows'),
    blocked: setOf('blocks', 'blockedBy'),
    blocks: setOf('blocks'),
    mutes: setOf('mutes'),
  };
}
