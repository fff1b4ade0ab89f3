import { original, type Town, type TownNote } from '@teahouse/demo';
import type { Teahouse } from '../src/app.ts';
import { rememberTown } from '../src/demo-town/remember-town.ts';

export { readTown } from '@teahouse/demo';

const textsAtOnce = 60;

/** What is told of a note of the town: its words, under an author of no account. */
export type TownWords = Pick<Town, 'members' | 'notes'>;

/**
 * Publishes the words of a town without its pictures and members, and lets the town's human translations be known.
 *
 * @returns ids in the house by ids in the town
 */
export async function publishTownTexts(house: Teahouse, town: TownWords): Promise<Map<string, string>> {
  const cookie = await signUpAuthor(house);
  const noteIds = new Map<string, string>();
  for (const note of town.notes) noteIds.set(note.id, await publish(house, cookie, note));
  await rememberTown(house, town);
  return noteIds;
}

/** Readers of a language open every note that is in another one. */
export async function readTownTexts(
  house: Teahouse,
  town: TownWords,
  noteIds: ReadonlyMap<string, string>,
  to: string,
): Promise<void> {
  const foreign = town.notes.filter((note) => note.language !== to).flatMap((note) => noteIds.get(note.id) ?? []);
  const texts = foreign.flatMap((id) => [`note.title:${id}`, `note.text:${id}`]);
  for (let start = 0; start < texts.length; start += textsAtOnce)
    await post(house, '/api/translations', { to, texts: texts.slice(start, start + textsAtOnce) });
  await house.deps.events.drain();
}

async function signUpAuthor(house: Teahouse): Promise<string> {
  const profile = { handle: 'town', name: 'Town', languagesRead: ['zh', 'en'], interfaceLanguage: 'en' };
  const account = { by: 'password', password: 'oolong in the morning', acceptedRulesVersion: 1 };
  const { cookies } = await post(house, '/api/accounts', { ...profile, ...account });
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function publish(house: Teahouse, cookie: string, note: TownNote): Promise<string> {
  const body = {
    title: original(note.title, note.language),
    text: original(note.text, note.language),
    topics: note.topics,
  };
  const published = await post(house, '/api/notes', body, cookie);
  return published.json<{ id: string }>().id;
}

async function post({ http }: Teahouse, url: string, payload: object, cookie = '') {
  const response = await http.inject({ method: 'POST', url, payload, headers: { cookie } });
  if (response.statusCode >= 300) throw new Error(`${url}: ${response.statusCode} ${response.body}`);
  return response;
}
