import type { MemberId } from '@teahouse/contract';
import { extractMentions, handleKey } from '@teahouse/engine';
import type { Deps } from '../platform/deps.ts';
import { selectMembersByKeys } from './mentions.sql.ts';

export interface Mentioned {
  id: MemberId;
  handle: string;
  name: string;
}

/** A text may name very many; only the first ones are looked up. */
const mostLookedUp = 50;
const longestHandle = 30;
const shortestHandle = 2;

/**
 * Members named in a text, each once, in text order. Chinese puts no space behind a handle, so the longest beginning that
 * is somebody's handle counts.
 */
export async function findMentioned({ db }: Pick<Deps, 'db'>, text: string): Promise<Mentioned[]> {
  const candidates = extractMentions(text)
    .slice(0, mostLookedUp)
    .map(({ name }) => prefixKeys(name));
  if (candidates.length === 0) return [];
  const rows = await selectMembersByKeys(db, [...new Set(candidates.flat())]);
  const byKey = new Map(rows.map((row) => [row.handle_key, row]));
  const mentioned = new Map<string, Mentioned>();
  for (const keys of candidates) {
    const row = byKey.get(keys.find((key) => byKey.has(key)) ?? '');
    if (row) mentioned.set(row.id, { id: row.id as MemberId, handle: row.handle, name: row.name });
  }
  return [...mentioned.values()];
}

/** Keys of the beginnings of a name, longest first. */
function prefixKeys(name: string): string[] {
  const letters = [...name].slice(0, longestHandle);
  const lengths = Array.from(
    { length: Math.max(0, letters.length - shortestHandle + 1) },
    (_, index) => letters.length - index,
  );
  return lengths.map((length) => handleKey(letters.slice(0, length).join('')));
}
