import { type FaultCase, inNewHouse, outcomeOf, withoutLimits } from '../fault-case.ts';
import { queryCount, withDatabase } from '../verify-writes.ts';
import { isFine, signUp } from '../visitor.ts';
import { noteBody } from '../writers.ts';

export const likeStorm: FaultCase = {
  name: '1,000 parallel likes of one note by one member',
  expectation: 'one row, the counter is one, every answer a yes',
  run: () =>
    inNewHouse(withoutLimits, async (house) => {
      const [author, fan] = [await signUp(house, 'author'), await signUp(house, 'fan')];
      const note = await author.send('POST', '/api/notes', { body: noteBody('Liked') });
      const path = `/api/notes/${note.body.id}/like`;
      const answers = await Promise.all(Array.from({ length: 1_000 }, () => fan.send('PUT', path)));
      const yes = answers.filter((answer) => isFine(answer) && answer.body.likes === true).length;
      return withDatabase(house, async (client) => {
        const rows = await queryCount(client, 'select count(*) from note_like');
        const counter = await queryCount(client, 'select sum(likes) as count from note_stat');
        const received = await queryCount(client, 'select sum(received) as count from member_stat');
        return outcomeOf([
          [`${yes} of 1,000 said yes`, yes === 1_000],
          [`${rows} row`, rows === 1],
          [`counter ${counter}, author's ${received}`, counter === 1 && received === 1],
        ]);
      });
    }),
};

export const sameKey: FaultCase = {
  name: 'the same idempotency key × 50',
  expectation: 'one note, the same answer to all; the key with another body is refused',
  run: () =>
    inNewHouse(withoutLimits, async (house) => {
      const author = await signUp(house, 'author');
      const send = (title: string) =>
        author.send('POST', '/api/notes', { body: noteBody(title), headers: { 'idempotency-key': 'once' } });
      const answers = await Promise.all(Array.from({ length: 50 }, () => send('Once')));
      const later = await send('Once');
      const other = await send('Something else');
      const ids = new Set([...answers, later].map((answer) => answer.body.id));
      const notes = await withDatabase(house, (client) => queryCount(client, 'select count(*) from note'));
      return outcomeOf([
        [`${answers.filter(isFine).length} of 50 said yes`, answers.every(isFine) && isFine(later)],
        [`${ids.size} id, ${notes} note`, ids.size === 1 && notes === 1],
        [`another body: ${other.status} ${other.problem}`, other.problem === 'idempotency-mismatch'],
      ]);
    }),
};
