import { sql } from 'kysely';
import { dateOf } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';

/** Who read a note in translation, each viewer once; written in batches. */
export interface ReadingCounter {
  count(noteId: string, viewerKey: string, language: string): void;
  flush(): Promise<void>;
}

const mostGathered = 500;
const mostRemembered = 50_000;

export function createReadingCounter({ db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>): ReadingCounter {
  const counted = new Set<string>();
  let gathered: { noteId: string; viewerKey: string; language: string }[] = [];

  async function flush(): Promise<void> {
    const rows = gathered;
    gathered = [];
    if (rows.length === 0) return;
    await sql`
      insert into translation_reader (note_id, viewer_key, language, at)
      select *, ${dateOf(clock)}::timestamptz from unnest(${rows.map((row) => row.noteId)}::uuid[],
        ${rows.map((row) => row.viewerKey)}::text[], ${rows.map((row) => row.language)}::text[])
      on conflict do nothing`.execute(db);
  }

  return {
    count(noteId, viewerKey, language) {
      const mark = `${noteId} ${viewerKey}`;
      if (counted.has(mark)) return;
      if (counted.size >= mostRemembered) counted.clear();
      counted.add(mark);
      gathered.push({ noteId, viewerKey, language });
      // What is lost when the process dies is a statistic, not a member's word.
      if (gathered.length >= mostGathered)
        void flush().catch((error) => log.warn({ err: error }, 'readings not counted'));
    },
    flush,
  };
}
