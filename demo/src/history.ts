import { original, type Town, type TownMember, type TownNote } from './town.ts';

/** Something that happened in the town, `daysAgo` before now. */
export type TownEvent = { daysAgo: number } & (
  | { kind: 'join'; member: TownMember }
  | { kind: 'publish'; note: TownNote }
  | { kind: 'comment'; noteId: string; commentKey: string; parentKey?: string; by: string; text: string }
  | { kind: 'like' | 'collect' | 'view'; noteId: string; by: string }
  | { kind: 'follow'; by: string; whom: string }
  | { kind: 'browse'; by: string }
  | { kind: 'visit'; visitor: number; language: string; country: string }
);

/**
 * The town's history in order of time. Likes, collects, follows, views and looks into discovery are drawn by chance: `random` is seeded, so that
 * every town is the same town.
 */
export function townHistory(town: Town, random: () => number): TownEvent[] {
  const events: TownEvent[] = town.members.map((member) => ({ kind: 'join', member, daysAgo: member.joinedDaysAgo }));
  for (const note of town.notes) {
    events.push({ kind: 'publish', note, daysAgo: note.daysAgo });
    events.push(...conversation(note), ...reception(note, town.members, random));
  }
  events.push(...friendships(town.members, random), ...browsing(town.members, random), ...visits(random));
  return events.sort((a, b) => b.daysAgo - a.daysAgo);
}

const hour = 1 / 24;

function conversation(note: TownNote): TownEvent[] {
  const at = (hoursAfter: number) => Math.max(note.daysAgo - Math.max(hoursAfter, 0.02) * hour, 0.0005);
  return note.comments.flatMap((comment, index) => {
    const commentKey = `${note.id}/${index}`;
    const root: TownEvent = {
      kind: 'comment',
      noteId: note.id,
      commentKey,
      by: comment.by,
      text: original(comment.text, comment.language),
      daysAgo: at(comment.hoursAfter),
    };
    const replies = comment.replies.map(
      (reply, position): TownEvent => ({
        kind: 'comment',
        noteId: note.id,
        commentKey: `${commentKey}/${position}`,
        parentKey: commentKey,
        by: reply.by,
        text: original(reply.text, reply.language),
        // A reply is never older than what it answers, even within one minute.
        daysAgo: Math.min(at(reply.hoursAfter), at(comment.hoursAfter) - (position + 1) * 1e-5),
      }),
    );
    return [root, ...replies];
  });
}

/** Who saw, liked and collected a note: some notes are loved, most are met kindly, a few pass unseen. */
function reception(note: TownNote, members: readonly TownMember[], random: () => number): TownEvent[] {
  const appeal = random() ** 1.6;
  const audience = members.filter((member) => member.handle !== note.author && member.joinedDaysAgo > 0.5);
  return audience.flatMap((member): TownEvent[] => {
    if (random() > 0.08 + appeal * 0.55) return [];
    const daysAgo = Math.min(note.daysAgo, member.joinedDaysAgo) * (0.15 + 0.8 * random() ** 0.5);
    const event = (kind: 'view' | 'like' | 'collect', delay: number): TownEvent => ({
      kind,
      noteId: note.id,
      by: member.handle,
      daysAgo: Math.max(daysAgo - delay, 0.001),
    });
    const isFluent = member.reads.includes(note.language);
    const events = [event('view', 0)];
    if (random() < (isFluent ? 0.5 : 0.35) + appeal * 0.4) events.push(event('like', 0.0005));
    if (random() < 0.08 + appeal * 0.25) events.push(event('collect', 0.001));
    return events;
  });
}

function friendships(members: readonly TownMember[], random: () => number): TownEvent[] {
  return members.flatMap((by) =>
    members.flatMap((whom): TownEvent[] => {
      if (by === whom || random() > (by.circle === whom.circle ? 0.35 : 0.1)) return [];
      const since = Math.min(by.joinedDaysAgo, whom.joinedDaysAgo);
      return [{ kind: 'follow', by: by.handle, whom: whom.handle, daysAgo: since * (0.1 + 0.85 * random()) }];
    }),
  );
}

const browsedDays = 9;
const pagesPerMember = 8;
const visitors = 540;
/** Where passing visitors come from, as often as they came in those days. */
const origins = [
  ['zh', 'CN'],
  ['en', 'US'],
  ['zh', 'CN'],
  ['en', 'US'],
  ['en', 'CA'],
  ['en', 'GB'],
  ['en', 'AU'],
  ['es', 'MX'],
  ['ja', 'JP'],
  ['ko', 'KR'],
] as const;

/** Members look into discovery now and then in the last weeks, newcomers since they are here. */
function browsing(members: readonly TownMember[], random: () => number): TownEvent[] {
  return members.flatMap((member) =>
    Array.from({ length: pagesPerMember }, (): TownEvent => {
      const daysAgo = Math.min(browsedDays, member.joinedDaysAgo) * (0.02 + 0.95 * random());
      return { kind: 'browse', by: member.handle, daysAgo };
    }),
  );
}

/** People without an account who looked at one page. */
function visits(random: () => number): TownEvent[] {
  return Array.from({ length: visitors }, (_, visitor): TownEvent => {
    const [language, country] = origins[Math.floor(random() * origins.length)] ?? origins[0];
    return { kind: 'visit', visitor, language, country, daysAgo: browsedDays * (0.002 + 0.998 * random()) };
  });
}
