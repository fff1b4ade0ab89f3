import { openConnection } from '../../bench/connection.ts';
import { endDatabase, type HouseProcess, startHouse } from '../../process/house-process.ts';
import { openTemporaryFolder } from '../../process/temporary-folder.ts';
import { type FaultCase, outcomeOf, withoutLimits } from '../fault-case.ts';
import { queryCount, withDatabase } from '../verify-writes.ts';
import { signUp } from '../visitor.ts';
import { noteBody } from '../writers.ts';

const connections = 16;
const viewsEachTime = 10_000;

export const repeatedViews: FaultCase = {
  name: '20,000 views of one note by one viewer, with a restart in the middle',
  expectation: 'counted once, also for the topics of the note',
  async run() {
    using folder = openTemporaryFolder('faults');
    const dataDir = `${folder.path}/data`;
    try {
      const { path, cookie, refused: first } = await viewNewNote(dataDir);
      await using house = await startHouse({ dataDir, env: withoutLimits });
      const second = await viewOften(house, path, cookie);
      return await withDatabase(house, async (client) => {
        const counter = await queryCount(client, 'select sum(views) as count from note_stat');
        const rows = await queryCount(client, 'select count(*) from note_viewer');
        const topics = await queryCount(client, 'select max(views) as count from topic_stat');
        return outcomeOf([
          [`${2 * viewsEachTime - first - second} of ${2 * viewsEachTime} accepted`, first + second === 0],
          [`counter ${counter}, ${rows} row`, counter === 1 && rows === 1],
          [`each topic ${topics}`, topics === 1],
        ]);
      });
    } finally {
      endDatabase(dataDir);
    }
  },
};

async function viewNewNote(dataDir: string): Promise<{ path: string; cookie: string; refused: number }> {
  await using house = await startHouse({ dataDir, env: withoutLimits });
  const [author, viewer] = [await signUp(house, 'author'), await signUp(house, 'viewer')];
  const note = await author.send('POST', '/api/notes', { body: noteBody('Seen') });
  const path = `/api/notes/${note.body.id}/views`;
  return { path, cookie: viewer.cookie, refused: await viewOften(house, path, viewer.cookie) };
}

/** Returns how many were refused. */
async function viewOften({ port }: HouseProcess, path: string, cookie: string): Promise<number> {
  let left = viewsEachTime;
  let refused = 0;
  const view = async () => {
    const connection = openConnection(port);
    while (left > 0) {
      left -= 1;
      const { status } = await connection.send({ method: 'POST', path, cookie });
      if (status !== 202) refused += 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, view));
  return refused;
}
