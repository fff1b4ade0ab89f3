import type { NoteCard, Page, ReasonCode, ResponseOutput, routes } from '@teahouse/contract';
import { newHandle, password } from './members.ts';

type Why = ResponseOutput<typeof routes.feed.why>;

/** A member who leafs through the feed without a browser: pages are asked for, slots told back with their tokens. */
export interface PasserBy {
  /**
   * Leafs until the note stands on a page, and tells the house of every slot on the way.
   * @returns the reason the note was shown for; undefined when it did not come
   */
  meet(noteId: string): Promise<ReasonCode | undefined>;
  like(noteId: string): Promise<void>;
  collect(noteId: string): Promise<void>;
}

const mostPages = 3;

/** Takes a seat in the house as somebody who reads this language. */
export async function passBy(house: string, language: string): Promise<PasserBy> {
  const call = openJar(house);
  const handle = newHandle();
  await call('POST', '/api/accounts', {
    by: 'password',
    handle,
    password,
    name: handle,
    languagesRead: [language],
    interfaceLanguage: 'en',
    acceptedRulesVersion: 1,
  });

  async function see({ items }: Page<NoteCard>, noteId: string): Promise<ReasonCode | undefined> {
    const tokens = items.flatMap(({ token }) => token ?? []);
    await call('POST', '/api/events', { events: tokens.map((token) => ({ kind: 'impression', token })) });
    const token = items.find(({ id }) => id === noteId)?.token;
    if (!token) return undefined;
    const { reasons } = await call<Why>('GET', `/api/feed/why?token=${encodeURIComponent(token)}`);
    return reasons[0]?.code;
  }

  return {
    async meet(noteId) {
      let path: string | undefined = '/api/feed/discover';
      for (let leafed = 0; path && leafed < mostPages; leafed += 1) {
        const page: Page<NoteCard> = await call('GET', path);
        const reason = await see(page, noteId);
        if (reason) return reason;
        path = page.nextCursor && `/api/feed/discover?cursor=${encodeURIComponent(page.nextCursor)}`;
      }
      return undefined;
    },
    like: (noteId) => call('PUT', `/api/notes/${noteId}/like`),
    collect: (noteId) => call('PUT', `/api/notes/${noteId}/collect`, {}),
  };
}

/** Calls to one house that keep its cookies. */
function openJar(house: string) {
  const cookies = new Map<string, string>();
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, house), {
      method,
      headers: { origin: house, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const given of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      if (name && value !== undefined) cookies.set(name, value);
    }
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  };
}
