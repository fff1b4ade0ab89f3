import { Problem, type SessionId, type sessionView } from '@teahouse/contract';
import type { z } from 'zod';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { deviceName } from './devices.ts';
import { deleteSessionById, deleteSessionsOf, selectSessionsOfMember } from './sessions.sql.ts';
import { idleOf } from './sessions.ts';

export async function listSessions(
  { db, clock }: AccountDeps,
  actor: Actor,
): Promise<{ items: z.input<typeof sessionView>[] }> {
  const seenSince = new Date(clock.now() - idleOf(actor.role));
  const rows = await selectSessionsOfMember(db, actor.memberId, dateOf(clock), seenSince);
  const items = rows.map((row) => ({
    id: row.id as SessionId,
    device: deviceName(row.user_agent ?? ''),
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.updated_at.toISOString(),
    isCurrent: row.id === actor.sessionId,
  }));
  return { items };
}

export async function revokeSession({ db, sessions }: AccountDeps, actor: Actor, sessionId: SessionId): Promise<void> {
  if (!(await deleteSessionById(db, actor.memberId, sessionId))) throw new Problem('not-found');
  sessions.forget(actor.memberId);
}

export async function revokeOtherSessions({ db, sessions }: AccountDeps, actor: Actor): Promise<void> {
  await deleteSessionsOf(db, actor.memberId, actor.sessionId);
  sessions.forget(actor.memberId);
}
