import type { AppealId, ResponseOf, routes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { type OpenAppealRow, selectOpenAppeals } from './appeals.sql.ts';
import { selectInterfaceLanguage } from './decisions.sql.ts';
import { statementView } from './statement-view.ts';
import { loadSubjectFacts } from './subject-view.ts';
import type { Snapshot } from './subjects.ts';

type ListRoute = typeof routes.moderation.listAppeals;

const position = z.object({ id: z.string(), at: z.coerce.date() });

export async function listAppeals(
  { db }: Pick<Deps, 'db'>,
  { cursors, members }: Pick<Readers, 'cursors' | 'members'>,
  { actor, query }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `moderation.listAppeals ${actor.memberId}`;
  const after = query.cursor ? cursors.decode(scope, query.cursor, position) : undefined;
  const rows = await selectOpenAppeals(db, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const [facts, deciders, language] = await Promise.all([
    loadSubjectFacts(db, members, page),
    members.summaries(page.flatMap((row) => row.moderator_id ?? [])),
    selectInterfaceLanguage(db, actor.memberId),
  ]);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      id: row.appeal.id as AppealId,
      statement: statementView(row, language),
      subject: facts.view(row, row.snapshot ?? quotedOnly(row)),
      decidedBy: row.moderator_id === null ? 'house' : (deciders.get(row.moderator_id)?.view.handle ?? ''),
    })),
    ...(last ? { nextCursor: cursors.encode(scope, { id: last.appeal.id, at: last.appeal_at }) } : {}),
  };
}

/** A profile has no text but its excerpt. */
function quotedOnly({ excerpt }: OpenAppealRow): Snapshot {
  return { text: excerpt, language: 'und', pictureUrls: [], versions: [] };
}
