import { type NoteVersion, type ReadableLanguage, versionsPerNote } from '@teahouse/contract';

/** What a note says in one language. */
export interface Words {
  title: string;
  text: string;
}

/** The author's own words in another language, while they are being written. */
export interface ComposedVersion extends Words {
  language: ReadableLanguage;
  /** Written for an earlier wording of the note, and not looked at since. */
  isOutdated?: boolean;
}

type Versions = readonly ComposedVersion[];

export function isBlank({ title, text }: Words): boolean {
  return title.trim() === '' && text.trim() === '';
}

/** As the house takes them; what was opened and left blank is none. */
export function writtenVersions(versions: Versions): NoteVersion[] {
  return keptVersions(versions.filter((version) => !isBlank(version)));
}

/** As a draft keeps them: blank ones as well. */
export function keptVersions(versions: Versions): NoteVersion[] {
  return versions.map(({ language, title, text }) => ({ language, title, text }));
}

export function hasRoom(versions: Versions): boolean {
  return versions.length < versionsPerNote;
}

export function versionIn(versions: Versions, language: string): ComposedVersion | undefined {
  return versions.find((version) => version.language === language);
}

/** Lays words into the version of a language; the first ones begin it. */
export function writeVersion(
  versions: Versions,
  language: ReadableLanguage,
  words: Partial<Omit<ComposedVersion, 'language'>>,
): ComposedVersion[] {
  if (!versionIn(versions, language)) return [...versions, { language, title: '', text: '', ...words }];
  return versions.map((version) => (version.language === language ? { ...version, ...words } : version));
}

export function dropVersion(versions: Versions, language: ReadableLanguage): ComposedVersion[] {
  return versions.filter((version) => version.language !== language);
}
