import { type feedRoutes, type NoteId, Problem, type ResponseOf } from '@teahouse/contract';
import { selectNotePools, type TrafficState, viewPool } from '../exposure/index.ts';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { topicRefView } from '../topics/index.ts';
import type { Impression, ImpressionTokens } from './impression-tokens.ts';
import type { SlotStory } from './slot-story.ts';
import { selectNewestSearch, selectTopicNames } from './why.sql.ts';

type WhyRoute = typeof feedRoutes.why;
type WhyReason = ResponseOf<WhyRoute>['reasons'][number];

interface WhyDeps extends Pick<Deps, 'db' | 'clock'>, TrafficState {
  readers: Pick<Readers, 'members' | 'notes'>;
  tokens: ImpressionTokens;
}

/** Why a note stood in a slot of this viewer: what the slot's token says, with names. */
export async function explainSlot(
  deps: WhyDeps,
  { query, actor, request }: Input<WhyRoute>,
): Promise<ResponseOf<WhyRoute>> {
  const impression = deps.tokens.verify(query.token, request.viewerKey, deps.clock.now());
  if (!impression) throw new Problem('not-found');
  const { noteId, surface, slot, story } = impression;
  const [reasons, [pool]] = await Promise.all([
    nameReasons(deps, impression, actor?.memberId),
    selectNotePools(deps.db, [noteId]),
  ]);
  return {
    noteId: noteId as NoteId,
    reasons,
    traffic: story.traffic,
    surface,
    slot,
    ...(pool ? { pool: viewPool(pool, deps.policy()) } : {}),
    policyVersion: deps.policy().version,
    ranking: deps.ranking(),
  };
}

async function nameReasons(
  { db, readers }: WhyDeps,
  { noteId, story }: Impression,
  viewerId: string | undefined,
): Promise<WhyReason[]> {
  const shown = (await readers.notes.records([noteId])).get(noteId);
  const subjects = story.reasons.flatMap(({ subject }) => subject ?? []);
  const people = [...subjects, ...(shown && hasReason(story, 'follows-author') ? [shown.authorId] : [])];
  const [topics, authors, notes, words] = await Promise.all([
    subjects.length > 0 ? selectTopicNames(db, subjects) : [],
    readers.members.summaries(people),
    readers.notes.cards(subjects, viewerId, 'direct'),
    viewerId && hasReason(story, 'search') ? selectNewestSearch(db, viewerId) : undefined,
  ]);
  return story.reasons.map(({ code, subject }) => {
    const topic = topics.find(({ id }) => id === subject);
    const note = notes.find(({ id }) => id === subject);
    const author = authors.get(subject ?? (code === 'follows-author' ? (shown?.authorId ?? '') : ''))?.view;
    return {
      code,
      ...(topic ? { topic: topicRefView(topic) } : {}),
      ...(author ? { author: { handle: author.handle, name: author.name } } : {}),
      ...(note ? { note: { id: note.id, title: note.title, language: note.language } } : {}),
      ...(code === 'other-language' && shown ? { language: shown.language } : {}),
      ...(code === 'search' && words !== undefined ? { words } : {}),
    };
  });
}

function hasReason(story: SlotStory, code: SlotStory['reasons'][number]['code']): boolean {
  return story.reasons.some((reason) => reason.code === code);
}
