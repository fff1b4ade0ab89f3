import { type FaultCase, inNewHouse, outcomeOf, withoutLimits } from '../fault-case.ts';
import { withDatabase } from '../verify-writes.ts';
import { signUp } from '../visitor.ts';
import { noteBody } from '../writers.ts';

const longAgo = '2001-01-01T00:00:00.000Z';
const claimed = {
  ...{ id: '01890000-0000-7000-8000-000000000001', authorId: '01890000-0000-7000-8000-000000000002' },
  ...{
    compliance: 'allowed',
    version: 99,
    role: 'operator',
    likes: 999,
    likeCount: 999,
    viewCount: 999,
    impressions: 999,
  },
  ...{ publishedAt: longAgo, published_at: longAgo, createdAt: longAgo, editedAt: longAgo, country: 'AQ' },
};

interface Row {
  title: string;
  compliance: string;
  version: number;
  counters: number;
  is_now: boolean;
  author: string;
  country: string | null;
}

export const ownValues: FaultCase = {
  name: 'a client that sends its own compliance, counters, time, author and role',
  expectation: 'all of it is ignored; a forged impression token counts nothing',
  run: () =>
    inNewHouse(withoutLimits, async (house) => {
      const member = await signUp(house, 'claimant');
      const note = await member.send('POST', '/api/notes', { body: { ...noteBody('Plain'), ...claimed } });
      await member.send('POST', '/api/notes', { body: { ...noteBody('Try our online casino'), ...claimed } });
      await member.send('POST', `/api/notes/${note.body.id}/comments`, { body: { text: 'Early', ...claimed } });
      await member.send('PATCH', '/api/me', { body: { name: 'Claimant', ...claimed, joinedAt: longAgo } });
      const events = [{ kind: 'impression', token: 'Zm9yZ2Vk', count: 999, at: longAgo }];
      const beacon = await member.send('POST', '/api/events', { body: { events } });
      return withDatabase(house, async (client) => {
        const { rows: notes } = await client.query<Row>(`
          select title, compliance, note.version, likes + impressions + views + collects + shares as counters,
            published_at > now() - interval '1 minute' and edited_at is null as is_now, handle as author, note.country
          from note join note_stat on note_id = note.id join member on member.id = author_id order by note.id`);
        const { rows: others } = await client.query<{ is_now: boolean; likes: number; role: string; joined: boolean }>(`
          select comment.created_at > now() - interval '1 minute' as is_now, comment.likes, role,
            joined_at > now() - interval '5 minutes' as joined from comment join member on member.id = author_id`);
        const [plain, bad] = notes;
        const [comment] = others;
        return outcomeOf([
          [`held by the word bank: ${bad?.compliance}`, bad?.compliance === 'held' && plain?.compliance === 'allowed'],
          [`counters ${plain?.counters}, version ${plain?.version}`, plain?.counters === 0 && plain.version === 1],
          [
            `time ${plain?.is_now && comment?.is_now ? 'ours' : 'theirs'}`,
            plain?.is_now === true && comment?.is_now === true,
          ],
          [
            `author ${plain?.author}, role ${comment?.role}`,
            plain?.author === 'claimant' && comment?.role === 'member',
          ],
          [`comment likes ${comment?.likes}`, comment?.likes === 0 && comment.joined && plain?.country !== 'AQ'],
          [`forged token: ${beacon.body.accepted} accepted`, beacon.body.accepted === 0],
        ]);
      });
    }),
};
