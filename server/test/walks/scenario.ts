import type { Route, routes } from '@teahouse/contract';
import type { CallOptions, Person } from '../harness.ts';
import type { World } from './world.ts';

type Groups = typeof routes;
type AnyRoute = { [G in keyof Groups]: Groups[G][keyof Groups[G]] }[keyof Groups];

/** A call that succeeds. */
export type Scenario<R extends Route = Route> = { as: Person } & CallOptions<R>;
type Prepare<R extends Route> = (world: World) => Promise<Scenario<R>> | Scenario<R>;

/** One successful call of every route: a route without one is a type error. */
export type ScenarioTable = { [R in AnyRoute as R['id']]: Prepare<R> };

type LanguageRoutes = 'glosses' | 'translations' | 'translationReview' | 'translationOperations';
/** The part of the table that is about words in other languages. */
export type LanguageScenarios = Pick<ScenarioTable, Extract<keyof ScenarioTable, `${LanguageRoutes}.${string}`>>;

type ExposureRoutes =
  | 'exposure.note'
  | 'exposure.mine'
  | 'exposure.house'
  | 'feed.why'
  | `trafficOperations.${'signals' | 'dismissSignal' | 'promotions' | 'promote' | 'stopPromotion'}`;
/** The part of the table that is about what was shown. */
export type ExposureScenarios = Pick<ScenarioTable, ExposureRoutes>;

/** The part of the table that is about the rules of traffic, and the engine that follows them. */
export type TrafficScenarios = Pick<
  ScenarioTable,
  'exposure.policy' | `trafficOperations.${'overview' | 'changePolicy' | 'whatIf'}`
>;

/** The part of the table that is about members' own feeds. */
export type FeedControlScenarios = Pick<ScenarioTable, Extract<keyof ScenarioTable, `feedControls.${string}`>>;

export const onNote = ({ jake, note }: World) => ({ as: jake, params: { noteId: note.id } });
export const onNoteByStranger = ({ house, note }: World) => ({ as: house.stranger(), params: { noteId: note.id } });
export const onComment = ({ jake, comment, note }: World) => ({
  as: jake,
  params: { noteId: note.id, commentId: comment.id },
});
export const onLinwan = ({ jake, linwan }: World) => ({ as: jake, params: { handle: linwan.handle } });
export const onLinwanByStranger = ({ house, linwan }: World) => ({
  as: house.stranger(),
  params: { handle: linwan.handle },
});
export const byLinwan = ({ linwan }: World) => ({ as: linwan });
export const byJake = ({ jake }: World) => ({ as: jake });
export const byStranger = ({ house }: World) => ({ as: house.stranger() });
export const byModerator = ({ zhou }: World) => ({ as: zhou });
