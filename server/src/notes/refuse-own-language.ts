import { type NoteVersion, Problem } from '@teahouse/contract';

/** A version says what the note says, in another language. */
export function refuseOwnLanguage(versions: readonly NoteVersion[], language: string): void {
  const place = versions.findIndex((version) => version.language === language);
  if (place === -1) return;
  throw new Problem('invalid-request', 'The note itself is in this language.', {
    fields: [{ pointer: `/body/versions/${place}/language`, message: 'same-language' }],
  });
}
