import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { interests, type NoteFormat, noteFormats } from '@teahouse/contract';
import { prefetchFeed } from '../data/feed.ts';
import { homeFeed } from '../data/home-feed.ts';
import { createQueryClient } from '../data/query-client.ts';
import { Discover } from '../discover/Discover.tsx';
import { App } from './App.tsx';
import { Crashed } from './Crashed.tsx';
import { NotFound } from './NotFound.tsx';

export const feedTabs = ['forYou', 'following', 'newest', ...interests] as const;
export type FeedTab = (typeof feedTabs)[number];

const searchKinds = ['notes', 'people', 'topics'] as const;
const profileTabs = ['notes', 'boards', 'liked'] as const;
const peopleLists = ['followers', 'following'] as const;
const topicOrders = ['newest', 'liked'] as const;
const glossaryParts = ['proposed', 'asked'] as const;

type Search = Record<string, unknown>;

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: App,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
  validateSearch: (search: Search): { note?: string; comment?: string } => ({
    ...optional('note', text(search.note)),
    ...optional('comment', text(search.comment)),
  }),
});

const discover = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Discover,
  validateSearch: (search: Search): { tab?: FeedTab } => optional('tab', oneOf(feedTabs, search.tab)),
  loaderDeps: ({ search }) => ({ tab: search.tab }),
  loader: ({ context, deps }) => prefetchFeed(context.client, deps.tab ?? homeFeed()),
});

const note = createRoute({
  getParentRoute: () => root,
  path: '/notes/$noteId',
  component: lazyRouteComponent(() => import('../note/NotePage.tsx'), 'NotePage'),
  staticData: { chrome: 'own' },
});

const editNote = createRoute({
  getParentRoute: () => root,
  path: '/notes/$noteId/edit',
  component: lazyRouteComponent(() => import('../compose/EditNote.tsx'), 'EditNote'),
  staticData: { chrome: 'own' },
  validateSearch: (search: Search): { in?: string } => optional('in', text(search.in)),
});

const noteExposure = createRoute({
  getParentRoute: () => root,
  path: '/notes/$noteId/exposure',
  component: lazyRouteComponent(() => import('../exposure/NoteExposure.tsx'), 'NoteExposure'),
  staticData: { chrome: 'own' },
});

const studio = createRoute({
  getParentRoute: () => root,
  path: '/studio',
  component: lazyRouteComponent(() => import('../exposure/Studio.tsx'), 'Studio'),
  staticData: { chrome: 'own' },
});

const exposure = createRoute({
  getParentRoute: () => root,
  path: '/exposure',
  component: lazyRouteComponent(() => import('../exposure/HouseExposure.tsx'), 'HouseExposure'),
  staticData: { chrome: 'own' },
});

const publish = createRoute({
  getParentRoute: () => root,
  path: '/publish',
  component: lazyRouteComponent(() => import('../compose/Compose.tsx'), 'Compose'),
  staticData: { chrome: 'own' },
  validateSearch: (search: Search): { draft?: string; format?: NoteFormat; topic?: string } => ({
    ...optional('draft', text(search.draft)),
    ...optional('format', oneOf(noteFormats, search.format)),
    ...optional('topic', text(search.topic)),
  }),
});

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  component: lazyRouteComponent(() => import('../drafts/Drafts.tsx'), 'Drafts'),
  staticData: { chrome: 'own' },
});

const topic = createRoute({
  getParentRoute: () => root,
  path: '/topics/$name',
  component: lazyRouteComponent(() => import('../topic/TopicPage.tsx'), 'TopicPage'),
  staticData: { chrome: 'own' },
  validateSearch: (search: Search): { order?: (typeof topicOrders)[number] } =>
    optional('order', oneOf(topicOrders, search.order)),
});

const searchPage = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: lazyRouteComponent(() => import('../search/SearchPage.tsx'), 'SearchPage'),
  validateSearch: (search: Search): { q?: string; for?: (typeof searchKinds)[number] } => ({
    ...optional('q', text(search.q)),
    ...optional('for', oneOf(searchKinds, search.for)),
  }),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/members/$handle',
  component: lazyRouteComponent(() => import('../profile/Profile.tsx'), 'Profile'),
  validateSearch: (search: Search): { show?: (typeof profileTabs)[number] } =>
    optional('show', oneOf(profileTabs, search.show)),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/members/$handle/people',
  component: lazyRouteComponent(() => import('../profile/People.tsx'), 'People'),
  staticData: { chrome: 'own' },
  validateSearch: (search: Search): { list?: (typeof peopleLists)[number] } =>
    optional('list', oneOf(peopleLists, search.list)),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/boards/$boardId',
  component: lazyRouteComponent(() => import('../board/BoardPage.tsx'), 'BoardPage'),
  staticData: { chrome: 'own' },
});

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  component: lazyRouteComponent(() => import('../notifications/Notifications.tsx'), 'Notifications'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/Settings.tsx'), 'Settings'),
  staticData: { chrome: 'own' },
});

const settingsSection = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('../settings/SettingsSection.tsx'), 'SettingsSection'),
  staticData: { chrome: 'own' },
});

const moderation = createRoute({
  getParentRoute: () => root,
  path: '/moderation',
  component: lazyRouteComponent(() => import('../moderation/Moderation.tsx'), 'Moderation'),
  staticData: { chrome: 'own' },
  validateSearch: (search: Search): { show?: string } => optional('show', text(search.show)),
});

const glossary = createRoute({
  getParentRoute: () => root,
  path: '/glossary',
  component: lazyRouteComponent(() => import('../glossary/Glossary.tsx'), 'Glossary'),
  staticData: { chrome: 'own' },
  validateSearch: (search: Search): { q?: string; language?: string; show?: (typeof glossaryParts)[number] } => ({
    ...optional('q', text(search.q)),
    ...optional('language', text(search.language)),
    ...optional('show', oneOf(glossaryParts, search.show)),
  }),
});

const gloss = createRoute({
  getParentRoute: () => root,
  path: '/glossary/$glossId',
  component: lazyRouteComponent(() => import('../glossary/GlossPage.tsx'), 'GlossPage'),
  staticData: { chrome: 'own' },
});

const translationOperations = createRoute({
  getParentRoute: () => root,
  path: '/operations/translation',
  component: lazyRouteComponent(() => import('../operations/TranslationOperations.tsx'), 'TranslationOperations'),
  staticData: { chrome: 'own' },
});

const trafficOperations = createRoute({
  getParentRoute: () => root,
  path: '/operations/traffic',
  component: lazyRouteComponent(() => import('../operations/traffic/TrafficOperations.tsx'), 'TrafficOperations'),
  staticData: { chrome: 'own' },
});

const accuracy = createRoute({
  getParentRoute: () => root,
  path: '/accuracy',
  component: lazyRouteComponent(() => import('../accuracy/Accuracy.tsx'), 'Accuracy'),
  staticData: { chrome: 'own' },
});

const statements = createRoute({
  getParentRoute: () => root,
  path: '/statements',
  component: lazyRouteComponent(() => import('../statements/Statements.tsx'), 'Statements'),
  staticData: { chrome: 'own' },
});

const suggestions = createRoute({
  getParentRoute: () => root,
  path: '/suggestions',
  component: lazyRouteComponent(() => import('../suggestions/Suggestions.tsx'), 'Suggestions'),
  staticData: { chrome: 'own' },
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  component: lazyRouteComponent(() => import('../rules/Rules.tsx'), 'Rules'),
  staticData: { chrome: 'own' },
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../welcome/Welcome.tsx'), 'Welcome'),
  staticData: { chrome: 'own' },
  validateSearch: (search: Search): { next?: string; operator?: string; step?: number } => ({
    ...optional('next', localPath(search.next)),
    ...optional('operator', text(search.operator)),
    ...optional('step', oneOf([2, 3], search.step)),
  }),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../sign-in/SignIn.tsx'), 'SignIn'),
  staticData: { chrome: 'own' },
  validateSearch: (search: Search): { next?: string } => optional('next', localPath(search.next)),
});

const routeTree = root.addChildren([
  discover,
  note,
  editNote,
  noteExposure,
  studio,
  exposure,
  publish,
  drafts,
  topic,
  searchPage,
  profile,
  people,
  board,
  notifications,
  settings,
  settingsSection,
  moderation,
  translationOperations,
  trafficOperations,
  glossary,
  gloss,
  accuracy,
  statements,
  suggestions,
  rules,
  welcome,
  signIn,
]);

export const queryClient = createQueryClient();

export const router = createRouter({
  routeTree,
  context: { client: queryClient },
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function optional<K extends string, V>(name: K, value: V | undefined): { [N in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [N in K]?: V };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function oneOf<const T extends string | number>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** Where to return after signing in: a path of this house, never another site. */
function localPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}
