import type { Role } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface HouseCounts {
  members: number;
  notes: number;
  has_operator: boolean;
}

export async function countHouse(db: Queryable): Promise<HouseCounts> {
  const { rows } = await sql<HouseCounts>`
    select (select count(*) from member where state = 'active') as members,
      (select count(*) from note where deleted_at is null and compliance = 'allowed') as notes,
      exists (select from member where role = 'operator' and state = 'active') as has_operator`.execute(db);
  return rows[0] ?? { members: 0, notes: 0, has_operator: false };
}

/** Operators, locked: of two who demote each other at once, one stays. */
export async function lockOperators(db: Queryable): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('id')
    .where('role', '=', 'operator')
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

export function lockMember(db: Queryable, memberId: string) {
  return db
    .selectFrom('member')
    .select(['id', 'handle', 'role'])
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .forUpdate()
    .executeTakeFirst();
}

export async function setRole(db: Queryable, memberId: string, role: Role, now: Date): Promise<void> {
  await db.updateTable('member').set({ role, updated_at: now }).where('id', '=', memberId).execute();
}
