import type { NoteView } from '@teahouse/contract';
import { useState } from 'react';
import { useEditNote } from '../data/compose.ts';
import { type NoteVersions, useSaveVersions } from '../data/versions.ts';
import { type Composition, compositionOfNote } from './composition.ts';
import { planEdit } from './plan-edit.ts';

/** What the house is known to say, and the way to make it say what the editor says. */
export function useSaveEdit(opened: NoteView, openedVersions: NoteVersions) {
  const [saved, setSaved] = useState(() => ({
    note: opened,
    composition: compositionOfNote(opened, openedVersions),
  }));
  const edit = useEditNote(opened.id);
  const versions = useSaveVersions(opened.id);
  const save = async (composition: Composition, version: number): Promise<void> => {
    const { content, put, remove } = planEdit(saved.composition, composition);
    if (content) {
      const note = await edit.mutateAsync({ body: content, version });
      // What comes next may fail: another try then begins here.
      setSaved((before) => ({ note, composition: { ...composition, versions: before.composition.versions } }));
    }
    if (put.length + remove.length > 0) await versions.mutateAsync({ put, remove });
  };
  return {
    note: saved.note,
    save,
    isBusy: edit.isPending || versions.isPending,
    error: edit.error ?? versions.error,
    adopt: (note: NoteView, newest: NoteVersions) => {
      edit.reset();
      versions.reset();
      const composition = compositionOfNote(note, newest);
      setSaved({ note, composition });
      return composition;
    },
    adoptLanguage: (note: NoteView) => setSaved((before) => ({ ...before, note })),
  };
}
