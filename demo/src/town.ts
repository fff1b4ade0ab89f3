import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const language = z.enum(['zh', 'en', 'ja', 'ko', 'es']);
/** One text in its own language, with translations written beside it. */
const translated = z.partialRecord(language, z.string().min(1));

const remark = z.object({ by: z.string(), language, hoursAfter: z.number().min(0), text: translated });
const comment = remark.extend({ replies: z.array(remark).default([]) });

const note = z.object({
  id: z.string(),
  author: z.string(),
  language,
  format: z.enum(['free', 'advice', 'compare', 'homework', 'cat-tax']),
  daysAgo: z.number().positive(),
  pictures: z.array(z.object({ art: z.string(), alt: translated })).default([]),
  textCover: z.string().optional(),
  topics: z.array(z.string()).min(1).max(5),
  title: translated,
  text: translated,
  comments: z.array(comment).default([]),
});

const castMember = z.object({
  handle: z.string(),
  name: z.string(),
  language,
  reads: z.array(language).min(1),
  country: z.string().length(2),
  joinedDaysAgo: z.number().positive(),
  circle: z.string(),
});

const profile = z.object({
  handle: z.string(),
  bio: translated,
  interests: z.array(z.string()),
  avatar: z.object({ hue: z.number().int().min(0).max(359), emoji: z.string() }),
});

export type TownNote = z.infer<typeof note>;
export type TownComment = z.infer<typeof comment>;
export type TownRemark = z.infer<typeof remark>;
export type TownMember = z.infer<typeof castMember> & z.infer<typeof profile>;
export type TownLanguage = z.infer<typeof language>;

export interface Town {
  members: TownMember[];
  notes: TownNote[];
  /** Names of topics that are one topic in several languages. */
  topicConcepts: string[][];
}

const concepts = z.array(z.array(z.string()).min(2));

const folder = new URL('../town/', import.meta.url);

/** Reads and checks the demo town. Throws when a text is missing or a name is unknown. */
export function readTown(): Town {
  const profiles = new Map(readAll('members/', profile).map((entry) => [entry.handle, entry]));
  const cast = z.array(castMember).parse(readJson('cast.json'));
  const members = cast.map((member) => ({ ...member, ...known(profiles, member.handle) }));
  const notes = readAll('notes/', note);
  const handles = new Set(members.map((member) => member.handle));
  for (const { author, comments } of notes) {
    for (const handle of [
      author,
      ...comments.flatMap((entry) => [entry.by, ...entry.replies.map((reply) => reply.by)]),
    ]) {
      if (!handles.has(handle)) throw new Error(`The demo town has no member ${handle}`);
    }
  }
  const topicConcepts = concepts.parse(readJson('topic-concepts.json'));
  const topics = new Set(notes.flatMap((entry) => entry.topics));
  for (const name of topicConcepts.flat()) if (!topics.has(name)) throw new Error(`The demo town has no topic ${name}`);
  return { members, notes, topicConcepts };
}

/** A text in its own language. */
export function original(text: z.infer<typeof translated>, own: TownLanguage): string {
  const found = text[own];
  if (found === undefined) throw new Error(`A text of the demo town is missing in ${own}`);
  return found;
}

function readAll<S extends z.ZodType>(name: string, schema: S): z.output<S>[] {
  const files = readdirSync(new URL(name, folder))
    .filter((file) => file.endsWith('.json'))
    .sort();
  return files.flatMap((file) => z.array(schema).parse(readJson(name + file)));
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function known<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo town has no profile of ${key}`);
  return value;
}
