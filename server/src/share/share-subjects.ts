import type { NoteView } from '@teahouse/contract';
import { topicKey } from '@teahouse/engine';
import { openNote } from '../notes/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { type ProfileFigures, selectProfileFigures, selectTopicFigures, type TopicFigures } from './share-card.sql.ts';

export type SharedNote = Pick<
  NoteView,
  | 'id'
  | 'title'
  | 'titleLanguages'
  | 'text'
  | 'cover'
  | 'author'
  | 'language'
  | 'publishedAt'
  | 'pictures'
  | 'topics'
  | 'compliance'
>;

export interface SharedProfile extends ProfileFigures {
  id: string;
  handle: string;
  name: string;
}

/** What a visitor without a session may see: the only thing that leaves the house in previews and cards. */
export interface ShareSubjects {
  findNote(id: string): Promise<SharedNote | undefined>;
  findProfile(handle: string): Promise<SharedProfile | undefined>;
  findTopic(name: string): Promise<TopicFigures | undefined>;
}

export function createShareSubjects({ db }: Pick<Deps, 'db'>, readers: Readers): ShareSubjects {
  return {
    findNote: async (id) => (isUuid(id) ? openNote(readers, id, undefined).catch(() => undefined) : undefined),
    async findProfile(handle) {
      const member = await readers.members.findByHandle(handle);
      if (member?.state !== 'active') return undefined;
      const figures = await selectProfileFigures(db, member.id);
      const view = (await readers.members.summaries([member.id])).get(member.id)?.view;
      return figures && view ? { ...figures, id: member.id, handle: member.handle, name: view.name } : undefined;
    },
    async findTopic(name) {
      const key = topicKey(name);
      return key === '' ? undefined : selectTopicFigures(db, key);
    },
  };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
