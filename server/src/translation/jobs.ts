import { z } from 'zod';
import type { Deps } from '../platform/deps.ts';
import type { TranslationMemory } from './memory/translation-memory.ts';
import { type RecheckParts, recheckTranslations } from './rules/recheck-translations.ts';
import { type AfterEditParts, forgetStale } from './upkeep/after-edit.ts';
import { type BackfillParts, createBackfill } from './upkeep/backfill.ts';
import { deleteHomes, selectGone } from './upkeep/forget-notes.sql.ts';
import { tidyTranslations } from './upkeep/tidy.ts';

const backfillTask = 'translation.backfill';
const tidyTask = 'translation.tidy';
const recheckTask = 'translation.recheck';
const afterEditTask = 'translation.after-edit';

/** Authors save again and again while they write: only the last wording counts. */
const editsSettleMilliseconds = 10_000;

export interface JobParts extends BackfillParts, RecheckParts, AfterEditParts {
  store: RecheckParts['store'] & AfterEditParts['store'];
  texts: RecheckParts['texts'] & AfterEditParts['texts'];
  memory: Pick<TranslationMemory, 'forgetHomes'>;
}

export function defineTranslationJobs(deps: Deps, parts: JobParts): void {
  const { jobs, events } = deps;
  const backfill = createBackfill(deps, parts);
  jobs.define(backfillTask, z.unknown(), backfill);
  jobs.define(tidyTask, z.unknown(), () => tidyTranslations(deps));
  jobs.define(recheckTask, z.unknown(), () => recheckTranslations(deps, parts));
  jobs.define(afterEditTask, z.object({ noteId: z.uuid() }), ({ noteId }) => forgetStale(deps, parts, noteId));
  jobs.schedule('*/10 * * * *', backfillTask);
  jobs.schedule('41 3 * * *', tidyTask);
  // New rules come with a new version of the software; readers meet nothing that they stop before this has run.
  jobs.schedule('11 * * * *', recheckTask);
  events.on('note.changed', async (changed, tx) => {
    // The queue's clock is the database's, so the wait is counted from real time.
    const runAt = new Date(Date.now() + editsSettleMilliseconds);
    const noteIds = [...new Set(changed.map((event) => event.noteId))];
    const added = noteIds.map((noteId) => ({ payload: { noteId }, key: `${afterEditTask} ${noteId}` }));
    await jobs.addEach(tx, afterEditTask, added, runAt);
  });
  events.on('note.withdrawn', async (withdrawn, tx) => {
    const gone = await selectGone(tx, [...new Set(withdrawn.map(({ noteId }) => noteId))]);
    if (gone.length === 0) return;
    await deleteHomes(tx, gone);
    await parts.memory.forgetHomes(gone, tx);
  });
}
