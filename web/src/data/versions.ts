import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type BodyInput,
  type NoteVersion,
  Problem,
  type ReadableLanguage,
  type ResponseOutput,
  routes,
} from '@teahouse/contract';
import { call } from './client.ts';
import { changeNote } from './note-cache.ts';
import { staleTimes } from './stale-times.ts';

const translations = routes.translations;

export type NoteVersions = ResponseOutput<typeof translations.listVersions>['items'];
export type PreviewRequest = BodyInput<typeof translations.preview>;

export const versionKeys = {
  of: (noteId: string) => ['versions', noteId] as const,
  readers: (noteId: string) => ['readers', noteId] as const,
  preview: (request: PreviewRequest) => ['preview', request] as const,
};

/** My note in the other languages I wrote it in; asked for anew by every screen, since it may be changed there. */
export function useVersions(noteId: string, isEnabled = true) {
  return useQuery({
    queryKey: versionKeys.of(noteId),
    queryFn: ({ signal }) => call(translations.listVersions, { params: { noteId }, signal }),
    staleTime: 0,
    enabled: isEnabled,
    select: (answer) => answer.items,
  });
}

/** Each by itself; sending one again changes nothing. */
export function useSaveVersions(noteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ put, remove }: { put: readonly NoteVersion[]; remove: readonly ReadableLanguage[] }) =>
      Promise.all([
        ...put.map((version) => putVersion(noteId, version)),
        ...remove.map((language) => deleteVersion(noteId, language)),
      ]),
    onSuccess: (_, { put, remove }) =>
      changeNote(client, noteId, (note) => {
        const gone = new Set<string>(remove);
        const kept = note.versions.filter((language) => !gone.has(language));
        return { ...note, versions: [...new Set([...kept, ...put.map(({ language }) => language)])] };
      }),
    onSettled: () => client.invalidateQueries({ queryKey: versionKeys.of(noteId) }),
  });
}

async function putVersion(noteId: string, { language, title, text }: NoteVersion): Promise<void> {
  await call(translations.putVersion, { params: { noteId, language }, body: { title, text } });
}

/** One that is gone already is gone. */
async function deleteVersion(noteId: string, language: ReadableLanguage): Promise<void> {
  await call(translations.deleteVersion, { params: { noteId, language } }).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
  });
}

/** Whether machines may translate my note. */
export function useLockTranslation(noteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isLocked: boolean) => call(translations.lock, { params: { noteId }, body: { isLocked } }),
    scope: { id: `lock ${noteId}` },
    onSuccess: (_, isLocked) => changeNote(client, noteId, (note) => ({ ...note, isTranslationLocked: isLocked })),
  });
}

/** In which languages my note is read. */
export function useReaders(noteId: string) {
  return useQuery({
    queryKey: versionKeys.readers(noteId),
    queryFn: ({ signal }) => call(translations.readers, { params: { noteId }, signal }),
    staleTime: staleTimes.note,
  });
}

/** How a note would read in another language; the same words are asked for once. */
export function usePreview(request: PreviewRequest) {
  return useQuery({
    queryKey: versionKeys.preview(request),
    queryFn: ({ signal }) => call(translations.preview, { body: request, signal }),
    staleTime: staleTimes.house,
    retry: false,
  });
}
