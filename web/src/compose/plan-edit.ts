import type { NoteVersion, ReadableLanguage } from '@teahouse/contract';
import { type Composition, contentOf } from './composition.ts';
import { versionIn, writtenVersions } from './versions.ts';

/** What has to be sent so that the house says what the editor says. */
export interface EditPlan {
  /** Absent where only versions changed: the note keeps its wording, and its date. */
  content: ReturnType<typeof contentOf> | undefined;
  put: NoteVersion[];
  remove: ReadableLanguage[];
}

/**
 * A version that its author neither rewrote nor confirmed is not sent: it stays written for the wording it was written for.
 */
export function planEdit(before: Composition, after: Composition): EditPlan {
  const content = contentOf(after);
  const written = writtenVersions(after.versions);
  return {
    content: isSame(content, contentOf(before)) ? undefined : content,
    put: written.filter(({ language, title, text }) => {
      const former = versionIn(before.versions, language);
      const isConfirmed = former?.isOutdated === true && versionIn(after.versions, language)?.isOutdated === false;
      return isConfirmed || former?.title !== title || former.text !== text;
    }),
    remove: before.versions.map(({ language }) => language).filter((language) => !versionIn(written, language)),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
