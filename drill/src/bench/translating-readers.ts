import { textAddressOf, textsPerRequest } from '@teahouse/contract';
import type { Random } from '@teahouse/engine';
import { cookieOf } from '../seed/identifiers.ts';
import type { Town } from '../seed/seed-house.ts';
import type { Shot } from './connection.ts';
import type { Browsers, Timed } from './paced-views.ts';

export type View = 'feed' | 'note';

export interface Seen {
  /** Milliseconds of each page, by whether readers asked for translations in that window. */
  pages: Record<View, { without: number[]; with: number[] }>;
  /** Milliseconds of each answer to a request for translations. */
  telling: number[];
  states: Map<string, number>;
  refused: number;
}

export interface Readers {
  /** One page, and as the browser does then, a request for what of it is foreign to the reader. */
  view(how: { asks: boolean; lateMilliseconds: number; counts: boolean }): Promise<void>;
  seen: Seen;
  close(): void;
}

interface NoteCard {
  id: string;
}

/** Members who read feeds and notes in turn, none of whose languages they know. */
export function createReaders(
  browsers: Browsers,
  { town, visitorCookie, random }: { town: Town; visitorCookie: string; random: Random },
): Readers {
  const seen: Seen = {
    pages: { feed: { without: [], with: [] }, note: { without: [], with: [] } },
    telling: [],
    states: new Map(),
    refused: 0,
  };
  let views = 0;

  function nextPage(): { view: View; shot: Shot } {
    views += 1;
    const cookie = `teahouse_session=${cookieOf(Math.floor(random() * town.memberCount))}; ${visitorCookie}`;
    const noteId = town.noteIds[Math.floor(random() * town.noteIds.length)];
    const view = views % 2 === 0 ? 'feed' : 'note';
    const path = view === 'feed' ? '/api/feed/discover?limit=20' : `/api/notes/${noteId}/thread`;
    return { view, shot: { method: 'GET', path, cookie, wantsBody: true } };
  }

  async function ask(cookie: string, texts: readonly string[]): Promise<void> {
    if (texts.length === 0) return;
    const body = { to: 'ko', texts, waitMilliseconds: 0 };
    const answer = await browsers.send({ method: 'POST', path: '/api/translations', cookie, body, wantsBody: true });
    seen.telling.push(answer.milliseconds);
    if (answer.status !== 200) seen.refused += 1;
    else for (const state of statesIn(answer)) seen.states.set(state, (seen.states.get(state) ?? 0) + 1);
  }

  return {
    seen,
    async view({ asks, lateMilliseconds, counts }) {
      const { view, shot } = nextPage();
      const page = await browsers.send(shot);
      if (counts) seen.pages[view][asks ? 'with' : 'without'].push(lateMilliseconds + page.milliseconds);
      if (page.status !== 200) {
        seen.refused += 1;
        return;
      }
      // Read both ways: what a browser does with a page must not count as what translation costs.
      const texts = textsIn(view, page);
      if (asks) await ask(shot.cookie, texts);
    },
    close: () => browsers.close(),
  };
}

function textsIn(view: View, { body }: Timed): string[] {
  const read: unknown = JSON.parse(String(body));
  return (view === 'feed' ? titlesOf(read as FeedBody) : textsOf(read as ThreadBody)).slice(0, textsPerRequest);
}

interface FeedBody {
  items: readonly NoteCard[];
}

interface ThreadBody {
  note: NoteCard;
  comments: { items: readonly { id: string }[] };
}

function titlesOf({ items }: FeedBody): string[] {
  return items.map(({ id }) => textAddressOf('note.title', id));
}

function textsOf({ note, comments }: ThreadBody): string[] {
  const own = (['note.title', 'note.text'] as const).map((field) => textAddressOf(field, note.id));
  return [...own, ...comments.items.map(({ id }) => textAddressOf('comment.text', note.id, id))];
}

function statesIn({ body }: Timed): string[] {
  const { items } = JSON.parse(String(body)) as { items: { state: string }[] };
  return items.map(({ state }) => state);
}
