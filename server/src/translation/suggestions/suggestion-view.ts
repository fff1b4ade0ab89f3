import type { SuggestionId, SuggestionView } from '@teahouse/contract';
import { keyOf } from '../store/translation-store.ts';
import type { TranslationRow } from '../store/translations.sql.ts';
import type { SuggestionParts } from './suggest-translation.ts';
import type { SuggestionRow } from './suggestions.sql.ts';

/** In order; those of members who left are left out. */
export async function viewSuggestions(
  { members, store }: Pick<SuggestionParts, 'members' | 'store'>,
  rows: readonly SuggestionRow[],
): Promise<SuggestionView[]> {
  const keys = rows.map((row) => ({ homeId: row.home_id, address: row.address, language: row.language }));
  const [people, current] = await Promise.all([
    members.summaries(rows.map((row) => row.member_id)),
    keys.length > 0 ? store.find(keys) : new Map<string, TranslationRow>(),
  ]);
  return rows.flatMap((row, index) => {
    const by = people.get(row.member_id)?.view;
    const now = current.get(keyOf(keys[index] as (typeof keys)[number]));
    const isShown = now && isCurrent(now, row);
    if (!by) return [];
    return [
      {
        id: row.id as SuggestionId,
        of: row.address,
        to: row.language,
        text: row.text,
        by: { handle: by.handle, name: by.name },
        state: row.state,
        source: row.source,
        sourceLanguage: row.source_language,
        ...(isShown ? { current: now.text } : {}),
        createdAt: row.created_at.toISOString(),
      },
    ];
  });
}

/** Readers are shown it, for the same wording. */
function isCurrent({ standing, source_hash }: TranslationRow, suggestion: SuggestionRow): boolean {
  return (standing === 'shown' || standing === 'released') && source_hash === suggestion.source_hash;
}
