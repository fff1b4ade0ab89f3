import type { SocketConnection } from '@teahouse/server';
import pg from 'pg';
import { seedAround } from './seed-around.ts';
import { seedMembers } from './seed-members.ts';
import { seedNotes } from './seed-notes.ts';
import { topicNames } from './vocabulary.ts';

export interface TownSize {
  members: number;
  notes: number;
  likes: number;
  comments: number;
  /** The moment everything leads up to. */
  now: number;
}

/** What a load is drawn from. */
export interface Town {
  memberCount: number;
  /** Most liked first. */
  noteIds: string[];
  topics: string[];
}

/** Fills an empty, migrated house by bulk statements; the same size and moment give the same rows. */
export async function seedHouse(
  connection: SocketConnection,
  size: TownSize,
  say: (step: string) => void,
): Promise<Town> {
  const client = new pg.Client({ ...connection, application_name: 'drill seed' });
  await client.connect();
  try {
    // A seed that a crash interrupts is thrown away.
    await client.query(`set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '256MB'`);
    say('members');
    await seedMembers(client, size);
    say('notes');
    await seedNotes(client, size);
    await seedAround(client, size, say);
    say('statistics');
    await client.query('drop table seed_note, seed_member');
    await client.query('vacuum analyze');
    await client.query('checkpoint');
    return await readTown(client);
  } finally {
    await client.end();
  }
}

/** The town of a house that was seeded before. */
export async function findTown(connection: SocketConnection): Promise<Town> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    return await readTown(client);
  } finally {
    await client.end();
  }
}

async function readTown(client: pg.Client): Promise<Town> {
  const { rows: notes } = await client.query<{ note_id: string }>(
    'select note_id from note_stat order by likes desc, note_id',
  );
  const { rows: members } = await client.query<{ count: string }>('select count(*) from member');
  return {
    memberCount: Number(members[0]?.count),
    noteIds: notes.map((note) => note.note_id),
    topics: topicNames.slice(),
  };
}
