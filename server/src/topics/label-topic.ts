import type { topicRoutes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { putLabel } from './concepts.sql.ts';
import { findTopicRow } from './get-topic.ts';

/** How a topic, with all its spellings, is called in a language; comes before any spelling in that language. */
export async function labelTopic(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>,
  { params, body, actor }: Input<typeof topicRoutes.setLabel>,
): Promise<undefined> {
  const topic = await findTopicRow(deps, params.name);
  await inTransaction(deps.db, async (tx) => {
    await putLabel(tx, topic.owner_id, params.language, body.label);
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: 'topic.label',
      subjectKind: 'topic',
      subjectId: topic.id,
      detail: { topic: topic.name, language: params.language, label: body.label },
    });
    await deps.events.emit(tx, 'topic.linked', { topicIds: [topic.id] });
  });
  deps.events.wake();
}
