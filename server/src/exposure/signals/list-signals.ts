import type { NoteId, ResponseOf, trafficOperationsRoutes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../../http/context.ts';
import type { ExposureDeps } from '../exposure-deps.ts';
import { type SignalRow, selectSignals } from './signals.sql.ts';

type SignalsRoute = typeof trafficOperationsRoutes.signals;

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What to look at, newest first. Signals change nothing by themselves. */
export async function listSignals(
  { db, readers: { cursors } }: Pick<ExposureDeps, 'db' | 'readers'>,
  { query, actor }: Input<SignalsRoute>,
): Promise<ResponseOf<SignalsRoute>> {
  const scope = `trafficOperations.signals ${query.state} ${actor.memberId}`;
  const from = query.cursor === undefined ? undefined : cursors.decode(scope, query.cursor, position);
  const after = from && { at: new Date(from[0]), id: from[1] };
  const rows = await selectSignals(db, query.state, after, query.limit + 1);
  const last = rows.length > query.limit ? rows.at(query.limit - 1) : undefined;
  return {
    items: rows.slice(0, query.limit).map(viewSignal),
    ...(last ? { nextCursor: cursors.encode(scope, [last.at.toISOString(), last.id]) } : {}),
  };
}

function viewSignal(row: SignalRow) {
  return {
    id: row.id,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name ?? '' },
    score: row.score,
    threshold: row.threshold,
    evidence: row.evidence,
    examples: row.examples.map(({ noteId, title }) => ({ noteId: noteId as NoteId, title })),
    from: row.window_from.toISOString(),
    until: row.window_until.toISOString(),
    state: row.state,
  };
}
