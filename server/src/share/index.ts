import type { FastifyInstance } from 'fastify';
import type { Settings } from '../house/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { createCardDrawer } from './draw-share-card.ts';
import { mountShareCards, type ShareMountOptions } from './share-routes.ts';
import { createShareSubjects } from './share-subjects.ts';

export type { TopicFigures } from './share-card.sql.ts';
export type { SharedNote, SharedProfile, ShareSubjects } from './share-subjects.ts';

export function createShare(deps: Deps, { settings, ...readers }: Readers & { settings: Settings }) {
  const subjects = createShareSubjects(deps, readers);
  const cards = createCardDrawer(deps);
  deps.events.afterDelivery('note.withdrawn', (events) => {
    for (const { noteId } of events)
      cards.forget(`notes/${noteId}`).catch((error) => deps.log.warn({ err: error }, 'share card'));
  });
  return {
    subjects,
    mount: (http: FastifyInstance, options: ShareMountOptions) =>
      mountShareCards(http, cards, subjects, () => settings.current.name, options),
  };
}
