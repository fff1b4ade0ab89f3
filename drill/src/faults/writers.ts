import { setTimeout as delay } from 'node:timers/promises';
import type { HouseProcess } from '../process/house-process.ts';
import { type Answer, isFine, signUp, type Visitor } from './visitor.ts';

/** What the house said yes to, and what it said otherwise. */
export interface WriteLog {
  notes: string[];
  comments: { noteId: string; id: string }[];
  likes: { noteId: string; handle: string }[];
  /** Notes sent of which no answer came: they may be there, once, or not. */
  unanswered: { writer: Visitor; key: string; body: { title: string } }[];
  /** Refusals by status and code. */
  refusals: Map<string, number>;
  /** Answers that are neither a yes nor a problem of the catalogue. */
  strange: string[];
  /** When the last yes came. */
  lastYesAt: number;
}

export interface Writers {
  log: WriteLog;
  members: Visitor[];
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/** Members who publish, like and comment as fast as they are answered. */
export async function startWriters(house: HouseProcess, count = 8): Promise<Writers> {
  const members = await Promise.all(Array.from({ length: count }, (_, index) => signUp(house, `writer${index}`)));
  const log: WriteLog = {
    notes: [],
    comments: [],
    likes: [],
    unanswered: [],
    refusals: new Map(),
    strange: [],
    lastYesAt: 0,
  };
  let isStopped = false;

  async function write(member: Visitor): Promise<void> {
    for (let round = 0; !isStopped; round += 1) {
      const noteId = await publish(log, member, round);
      if (!noteId) {
        await delay(20);
        continue;
      }
      if (await attempt(log, () => member.send('PUT', `/api/notes/${noteId}/like`)))
        log.likes.push({ noteId, handle: member.handle });
      const comment = await attempt(log, () =>
        member.send('POST', `/api/notes/${noteId}/comments`, { body: { text: `First ${round}` } }),
      );
      if (comment) log.comments.push({ noteId, id: String(comment.body.id) });
    }
  }

  const writing = members.map(write);
  return {
    log,
    members,
    async stop() {
      isStopped = true;
      await Promise.all(writing);
    },
  };
}

async function publish(log: WriteLog, writer: Visitor, round: number): Promise<string | undefined> {
  const key = `${writer.handle}-${round}`;
  const body = noteBody(`Note ${round} of ${writer.handle}`);
  const send = () => writer.send('POST', '/api/notes', { body, headers: { 'idempotency-key': key } });
  const answer = await attempt(log, send, () => log.unanswered.push({ writer, key, body }));
  if (!answer) return undefined;
  const id = String(answer.body.id);
  log.notes.push(id);
  return id;
}

export function noteBody(title: string) {
  return {
    title,
    text: `${title}: steamed buns, soy milk, and a seat by the window.`,
    textCover: 'paper',
    topics: ['breakfast', '早餐'],
  };
}

/** The answer when it is a yes; everything else goes to the log. */
async function attempt(
  log: WriteLog,
  send: () => Promise<Answer>,
  onSilence: () => void = () => {},
): Promise<Answer | undefined> {
  const answer = await send().catch(() => undefined);
  if (!answer) {
    onSilence();
    await delay(20);
    return undefined;
  }
  if (isFine(answer)) {
    log.lastYesAt = performance.now();
    return answer;
  }
  if (answer.problem === undefined) log.strange.push(`${answer.status} ${JSON.stringify(answer.body).slice(0, 100)}`);
  const name = `${answer.status} ${answer.problem ?? 'no problem'}`;
  log.refusals.set(name, (log.refusals.get(name) ?? 0) + 1);
  return undefined;
}
