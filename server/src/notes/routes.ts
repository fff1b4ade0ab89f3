import type { noteRoutes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import { correctLanguage } from './correct-language.ts';
import { deleteNote } from './delete-note.ts';
import { keepDraft, listDrafts, replaceDraft, throwDraftAway } from './drafts.ts';
import { editNote } from './edit-note.ts';
import { getNote } from './get-note.ts';
import { getThread } from './get-thread.ts';
import { listRevisions } from './list-revisions.ts';
import type { NotesDeps } from './notes-deps.ts';
import { publishNote } from './publish-note.ts';

export function noteHandlers(deps: NotesDeps): Handlers<typeof noteRoutes> {
  return {
    publish: (input) => publishNote(deps, input),
    get: (input) => getNote(deps, input),
    getThread: (input) => getThread(deps, input),
    edit: (input) => editNote(deps, input),
    delete: (input) => deleteNote(deps, input),
    history: (input) => listRevisions(deps, input),
    correctLanguage: (input) => correctLanguage(deps, input),
    listDrafts: (input) => listDrafts(deps, input),
    createDraft: (input) => keepDraft(deps, input),
    updateDraft: (input) => replaceDraft(deps, input),
    deleteDraft: (input) => throwDraftAway(deps, input),
  };
}
