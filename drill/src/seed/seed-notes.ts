import { bandKeys, type Random, seededRandom, toHex, topicKey } from '@teahouse/engine';
import { foldText, loadWordCutter, termsOfNote, type WordCutter } from '@teahouse/server';
import type { Client } from 'pg';
import { idAt } from './identifiers.ts';
import type { TownSize } from './seed-house.ts';
import { topicNames, writeNote } from './vocabulary.ts';

const yearMilliseconds = 365 * 86_400_000;
const batchSize = 2_000;
const categories = ['food', 'cats', 'travel', 'outfits', 'crafts', 'home', 'study', 'books', 'music', 'plants'];
const covers = ['paper', 'jade', 'night', 'grid', 'kraft', 'sky'];

interface SeededNote {
  no: number;
  id: string;
  author: number;
  at: Date;
  language: string;
  title: string;
  text: string;
  category: string;
  cover: string;
  terms: string;
  simhash: string;
  bands: string;
  topics: string;
}

/** Notes of a year, the later the denser, by authors of whom few write much; most with a picture. */
export async function seedNotes(client: Client, size: TownSize): Promise<void> {
  await seedTopics(client, size);
  const cutter = await loadWordCutter();
  cutter.learn(topicNames.map(foldText));
  await client.query(
    'create unlogged table seed_note (no integer primary key, id uuid not null, author_id uuid, at timestamptz, rank integer, likes integer, comments integer)',
  );
  const random = seededRandom('notes');
  for (let start = 0; start < size.notes; start += batchSize) {
    const count = Math.min(batchSize, size.notes - start);
    await insertBatch(
      client,
      Array.from({ length: count }, (_, index) => makeNote(random, cutter, size, start + index)),
    );
  }
  await seedPictures(client);
}

async function seedTopics(client: Client, { now }: TownSize): Promise<void> {
  const at = now - yearMilliseconds;
  await client.query(
    'insert into topic (id, key, name, created_at) select id, key, name, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, key, name)',
    [topicNames.map((name) => idAt(at, name)), topicNames.map(topicKey), topicNames, new Date(at)],
  );
}

function makeNote(random: Random, cutter: WordCutter, { notes, members, now }: TownSize, no: number): SeededNote {
  const written = writeNote(random);
  const at = now - yearMilliseconds * (1 - (no + 1) / (notes + 1)) ** 1.5;
  const topics = [
    ...new Set(Array.from({ length: 1 + Math.floor(3 * random()) }, () => zipf(random, topicNames.length))),
  ];
  const simhash = (BigInt(Math.floor(random() * 2 ** 32)) << 32n) | BigInt(Math.floor(random() * 2 ** 32));
  return {
    no,
    id: idAt(at, `note ${no}`),
    author: Math.floor(members * random() ** 3),
    at: new Date(at),
    ...written,
    category: categories[Math.floor(categories.length * random())] ?? 'food',
    cover: covers[Math.floor(covers.length * random())] ?? 'paper',
    terms: termsOfNote(cutter, { ...written, topics: topics.map((topic) => topicNames[topic] ?? '') }).join(separator),
    simhash: toHex(simhash),
    bands: bandKeys(simhash).join(separator),
    topics: topics.map((topic) => topicKey(topicNames[topic] ?? '')).join(separator),
  };
}

const separator = '\u001f';

/** Rank r is drawn about 1/r times as often as rank 1. */
export function zipf(random: Random, count: number): number {
  return Math.min(count - 1, Math.floor((count + 1) ** random()) - 1);
}

/** All rows of a batch of notes in one statement. */
async function insertBatch(client: Client, notes: readonly SeededNote[]): Promise<void> {
  const column = <K extends keyof SeededNote>(key: K) => notes.map((note) => note[key]);
  await client.query(
    `with given as (
      select given.*, author.id as author_id from unnest($1::integer[], $2::uuid[], $3::integer[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
        $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
        as given (no, id, author, at, language, title, text, category, cover, terms, simhash, bands, topics)
      join seed_member author on author.no = given.author),
    written as (
      insert into note (id, author_id, title, text, language, title_languages, text_languages, text_cover, category, country, published_at)
      select id, author_id, title, text, language, array[language], array[language], cover, category, case language when 'zh' then 'CN' else 'US' end, at from given),
    numbered as (insert into seed_note (no, id, author_id, at) select no, id, author_id, at from given),
    indexed as (
      insert into note_search (note_id, tokens, published_at) select id, array_to_tsvector(string_to_array(terms, '${separator}')), at from given),
    marked as (
      insert into note_fingerprint (note_id, band, simhash)
      select id, band, simhash from given, unnest(string_to_array(bands, '${separator}')) as band)
    insert into note_topic (note_id, topic_id, position, published_at)
    select given.id, topic.id, position, at from given, unnest(string_to_array(topics, '${separator}')) with ordinality as named (key, position)
    join topic on topic.key = named.key`,
    [
      ...[
        column('no'),
        column('id'),
        column('author'),
        column('at'),
        column('language'),
        column('title'),
        column('text'),
      ],
      ...[column('category'), column('cover'), column('terms'), column('simhash'), column('bands'), column('topics')],
    ],
  );
}

/** Three notes of five show one picture; its files do not matter to a load on the API. */
async function seedPictures(client: Client): Promise<void> {
  await client.query(`
    with shown as (
      insert into media (id, owner_id, state, width, height, thumbhash, widths, has_avif, bytes, used_at, created_at)
      select overlay(id::text placing '9' from 20 for 1)::uuid, author_id, 'ready', 1440, 1080 + no % 800, 'YTkGJwaRhWUIt4lbgnhZl3ath2BUBGYA', '{360,720,1440}', true, 180000, at, at
      from seed_note where no % 5 < 3 returning id, created_at)
    insert into note_media (note_id, position, media_id, alt)
    select id, 0, overlay(id::text placing '9' from 20 for 1)::uuid, 'A table by the window, steam over a bowl' from seed_note where no % 5 < 3`);
}
