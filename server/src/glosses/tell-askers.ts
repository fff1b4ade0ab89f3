import type { Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { keysOf } from './gloss-wording.ts';
import type { GlossRow } from './glosses.sql.ts';
import { answerRequests, selectAskers } from './requests.sql.ts';

/** One approval writes no more lines than this; whoever asked first hears of it first. */
const mostTold = 200;

/** Closes what an approved term answers, and announces it to those who had asked; its author and its approver know. */
export async function tellAskers(
  { events }: Pick<Deps, 'events'>,
  tx: Tx,
  gloss: GlossRow,
  approverId: string,
): Promise<void> {
  const requestIds = await answerRequests(tx, gloss.id, gloss.language, keysOf(gloss));
  if (requestIds.length === 0) return;
  const knowing = gloss.author_id ? [gloss.author_id, approverId] : [approverId];
  const memberIds = await selectAskers(tx, requestIds, knowing, mostTold);
  if (memberIds.length === 0) return;
  await events.emit(tx, 'gloss.answered', { glossId: gloss.id, term: gloss.term, memberIds });
}
