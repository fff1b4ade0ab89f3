import type { Deps } from '../../platform/deps.ts';
import type { TranslationMemory } from '../memory/translation-memory.ts';
import { wordingPairs } from '../memory/wording-pairs.ts';
import { type PublicVersion, selectPublicVersions } from './learn-versions.sql.ts';

/**
 * What authors wrote in two languages helps every text that says the same. It is learnt while the note is public, and forgotten
 * with a version that is taken back; one written for an earlier wording teaches nothing new.
 */
export function learnVersions(
  { events }: Pick<Deps, 'events'>,
  { memory }: { memory: Pick<TranslationMemory, 'remember' | 'forgetAuthors'> },
): void {
  for (const name of ['note.published', 'note.changed', 'note.withdrawn'] as const)
    events.on(name, async (notes, tx) => {
      const noteIds = [...new Set(notes.map(({ noteId }) => noteId))];
      const versions = await selectPublicVersions(tx, noteIds);
      if (name !== 'note.published') await memory.forgetAuthors(noteIds, versions.filter(isOutdated), tx);
      const learnt = versions.filter((version) => !isOutdated(version)).flatMap(pairsOf);
      if (learnt.length > 0) await memory.remember(learnt, tx);
    });
}

function isOutdated(version: PublicVersion): boolean {
  return version.isOutdated;
}

function pairsOf({ homeId, from, to, title, text, titleThere, textThere }: PublicVersion) {
  const pairs = [...wordingPairs(title, titleThere), ...wordingPairs(text, textThere)];
  return pairs.map((pair) => ({ ...pair, from, to, homeId, origin: 'author' as const }));
}
