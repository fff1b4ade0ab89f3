import type { TopicId, TopicLinkId, TopicLinkView } from '@teahouse/contract';
import type { MemberReader } from '../members/index.ts';
import type { LinkedSpelling, LinkRow } from './topic-links.sql.ts';

export async function viewLinks(
  { members }: { members: Pick<MemberReader, 'summaries'> },
  rows: readonly LinkRow[],
): Promise<TopicLinkView[]> {
  const proposers = await members.summaries(rows.flatMap((row) => row.proposed_by ?? []));
  return rows.map((row) => {
    const by = row.proposed_by === null ? undefined : proposers.get(row.proposed_by)?.view.handle;
    return {
      id: row.id as TopicLinkId,
      topic: spellingView(row.topic),
      other: spellingView(row.other),
      evidence: { kind: row.evidence, count: row.count, ...(by === undefined ? {} : { by }) },
      state: row.state,
      createdAt: row.created_at.toISOString(),
    };
  });
}

function spellingView({ id, name, language, notes }: LinkedSpelling) {
  return { id: id as TopicId, name, language, noteCount: notes };
}
