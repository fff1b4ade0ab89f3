import { join } from 'node:path';
import { routes } from '@teahouse/contract';
import type { FastifyInstance } from 'fastify';
import type { PoolConfig } from 'pg';
import { createAccounts } from './accounts/index.ts';
import { createComments } from './comments/index.ts';
import { createExposure, readHouseExposure } from './exposure/index.ts';
import { createFeed, createImpressionTokens, createTastes } from './feed/index.ts';
import { createFollows, createRelations } from './follows/index.ts';
import { createGlosses, type Glosses } from './glosses/index.ts';
import { createHouse, openSettings, type Settings } from './house/index.ts';
import { createCursors } from './http/cursor.ts';
import { mountHealth } from './http/health.ts';
import { createIdempotency } from './http/idempotency.ts';
import { createLimits } from './http/limits.ts';
import { type MountOptions, mountRoutes } from './http/mount.ts';
import { createHttpServer } from './http/server.ts';
import { createMedia } from './media/index.ts';
import { createMemberReader, createMembers } from './members/index.ts';
import { migrations } from './migrations/index.ts';
import { createModeration, currentRulesVersion, type Moderation } from './moderation/index.ts';
import { createHoldNote, createNoteReader, createNotes, openCountryLookup } from './notes/index.ts';
import { createNotifications, type Notifications } from './notifications/index.ts';
import { type Blobs, openFolderBlobs } from './platform/blobs.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type DatabaseHandle, openDatabase } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import type { Deps } from './platform/deps.ts';
import { createEvents } from './platform/events.ts';
import { createHouseState } from './platform/house-state.ts';
import { createIds } from './platform/ids.ts';
import { createJobs } from './platform/jobs.ts';
import { openLanguageReading } from './platform/language.ts';
import { createLog, type Log } from './platform/log.ts';
import { createMailer, createTextSender, type Mailer, type TextSender } from './platform/mail.ts';
import { createMetrics } from './platform/metrics.ts';
import { createPagesUnderWay } from './platform/pages-under-way.ts';
import { openWorkshop } from './platform/pictures/workshop.ts';
import { sessionCookieOf } from './platform/session-cookie.ts';
import { createReactions } from './reactions/index.ts';
import { createSearch, createSearchIndex } from './search/index.ts';
import { createShare } from './share/index.ts';
import { createTopics } from './topics/index.ts';
import { createTraffic, type TrafficParts } from './traffic/index.ts';
import type { TranslationEngine } from './translation/engines/port.ts';
import { createOutputRules, createTranslation, type Translation } from './translation/index.ts';

/** What a caller may bring along instead of the defaults: tests bring a clock, chance and senders. */
export interface Parts {
  clock?: Clock;
  random?: () => number;
  mailer?: Mailer;
  texts?: TextSender;
  log?: Log;
  /** Translators instead of those of the configuration. */
  engines?: readonly TranslationEngine[];
  /** Files that several processes of a house share. */
  blobs?: Blobs;
  traffic?: TrafficParts;
  /** The schema is already the newest (a cloned template). */
  isMigrated?: boolean;
}

export interface Teahouse {
  http: FastifyInstance;
  deps: Deps;
  database: DatabaseHandle;
  settings: Settings;
  features: Features;
  /** Starts background work: event delivery and jobs. */
  start(): Promise<void>;
  /** Runs everything that is due, to quiet. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** The composition root: builds `deps`, wires the features to each other, mounts the contract. */
export async function buildTeahouse(config: Config, connection: PoolConfig, parts: Parts = {}): Promise<Teahouse> {
  const database = openDatabase(connection);
  const deps = buildDeps(config, database, parts);
  if (!parts.isMigrated) {
    await migrate(deps.db, migrations);
    await deps.jobs.prepare();
  }
  const settings = await openSettings(deps);
  const http = await createHttpServer(deps);
  const features = await buildFeatures(deps, settings, parts);
  mountHealth(http, deps);
  mountFeatures(deps, http, features);
  await features.house.mountPages(http, features);
  const isWorker = config.role !== 'web';
  return {
    http,
    deps,
    database,
    settings,
    features,
    async start() {
      deps.events.start();
      settings.start();
      if (isWorker) await deps.jobs.start();
      features.glosses.start();
      await features.exposure.start();
      await features.feed.start();
      await features.traffic.start();
      if (isWorker) features.translation.fetchFirstModels();
    },
    async drain() {
      await features.media.settle();
      await features.translation.settle();
      await features.search.settle();
      await deps.events.drain();
      await deps.jobs.drain();
      await deps.events.drain();
      await features.glosses.settle();
      await features.feed.refresh();
      await features.traffic.settle();
    },
    async close() {
      settings.stop();
      features.notifications.stop();
      await http.close();
      await features.feed.stop();
      await features.traffic.stop();
      await features.media.stop();
      await features.translation.stop();
      await features.search.settle();
      await features.glosses.stop();
      await deps.workshop.close();
      await deps.events.stop();
      await deps.jobs.stop();
      await database.close();
    },
  };
}

function buildDeps(config: Config, { db, pool }: DatabaseHandle, parts: Parts): Deps {
  const log = parts.log ?? createLog(config.logLevel);
  const clock = parts.clock ?? systemClock;
  const metrics = createMetrics();
  return {
    config,
    db,
    clock,
    ids: createIds(clock),
    random: parts.random ?? Math.random,
    jobs: createJobs(pool, log, metrics),
    events: createEvents(db, log, metrics),
    blobs: parts.blobs ?? openFolderBlobs(join(config.dataDir, 'blobs')),
    workshop: openWorkshop(log),
    mailer: parts.mailer ?? createMailer(config.smtpUrl, config.mailFrom, log),
    texts: parts.texts ?? createTextSender(config.smsWebhookUrl, log),
    log,
    metrics,
    houseState: createHouseState(),
    pagesUnderWay: createPagesUnderWay(),
  };
}

export type Features = Awaited<ReturnType<typeof buildFeatures>>;

async function buildFeatures(
  deps: Deps,
  settings: Settings,
  { engines, traffic: trafficParts }: Pick<Parts, 'engines' | 'traffic'>,
) {
  const cursors = createCursors(deps.config.secret);
  const relations = createRelations(deps);
  const members = createMemberReader(deps);
  const notes = createNoteReader(deps, {
    members,
    relations,
    showsCountryBadges: () => settings.current.showsCountryBadges,
  });
  const readers = { cursors, relations, members, notes, tastes: createTastes(deps) };
  const moderation: Moderation = createModeration(deps, {
    ...readers,
    forgetSessions: (memberId) => accounts.forgetSessions(memberId),
    forgetComments: (noteId) => comments.invalidate(noteId),
  });
  const media = createMedia(deps);
  const notifications: Notifications = createNotifications(deps, {
    ...readers,
    isSignedIn: async (cookie) => (await accounts.findActor(cookie)) !== undefined,
  });
  const language = await openLanguageReading({ wordLanguage: (word) => glosses.glossary.wordLanguage(word) });
  const accounts = await createAccounts(deps, { ...readers, ...language, settings, media });
  const searchIndex = await createSearchIndex(deps);
  const glosses: Glosses = await createGlosses(deps, {
    ...readers,
    detectLanguage: language.detectLanguage,
    wordBank: moderation.wordBank,
    readTexts: (addresses, viewer) => translation.parts.texts.read(addresses, viewer),
  });
  const translation: Translation = createTranslation(deps, {
    ...readers,
    detectLanguage: language.detectLanguage,
    wordBank: moderation.wordBank,
    rules: createOutputRules(moderation.wordBank),
    holdNote: createHoldNote(deps, moderation.holdForReview),
    glossary: glosses.glossary,
    findGlosses: glosses.glossary.findGlosses,
    engines,
  });
  const topics = createTopics(deps, { ...readers, ...language, memory: translation.memory });
  const tokens = createImpressionTokens(deps.config, deps.ids);
  const findCountry = await openCountryLookup(deps);
  const traffic = createTraffic(deps, { ...trafficParts, readHouseExposure });
  const feed = createFeed(deps, { ...readers, topics, tokens, traffic, findCountry });
  const comments = createComments(deps, {
    ...readers,
    media,
    wordBank: moderation.wordBank,
    holdForReview: moderation.holdForReview,
    ...language,
  });
  return {
    readers,
    media,
    moderation,
    notifications,
    accounts,
    topics,
    share: createShare(deps, { ...readers, settings }),
    house: createHouse(deps, {
      readers,
      settings,
      rulesVersion: currentRulesVersion,
      forgetSessions: accounts.forgetSessions,
    }),
    members: createMembers(deps, { ...readers, settings }),
    follows: createFollows(deps, readers),
    exposure: createExposure(deps, { policy: traffic.policy, ranking: traffic.ranking, readers }),
    notes: createNotes(deps, {
      ...readers,
      media,
      topics,
      searchIndex,
      comments,
      wordBank: moderation.wordBank,
      holdForReview: moderation.holdForReview,
      findCountry,
      ...language,
    }),
    comments,
    glosses,
    translation,
    traffic,
    tokens,
    reactions: createReactions(deps, { ...readers, sparing: feed.sparing }),
    feed,
    search: createSearch(deps, {
      ...readers,
      ...language,
      searchIndex,
      topics,
      tokens,
      translator: translation.translator,
      glossary: glosses.glossary,
    }),
  };
}

function mountFeatures(deps: Deps, http: FastifyInstance, features: Features): void {
  const options: MountOptions = {
    deps,
    limits: createLimits(http, deps.config),
    idempotency: createIdempotency(deps),
    findActor: features.accounts.findActor,
  };
  mountRoutes(http, options, routes.house, features.house.handlers);
  mountRoutes(http, options, routes.accounts, features.accounts.handlers);
  mountRoutes(http, options, routes.members, features.members.handlers);
  mountRoutes(http, options, routes.follows, features.follows.handlers);
  mountRoutes(http, options, routes.media, features.media.handlers);
  features.share.mount(http, options);
  features.exposure.mount(http, options);
  features.traffic.mount(http, options);
  features.media.mount(http, { ...options, sessionCookie: sessionCookieOf(deps.config).name });
  mountRoutes(http, options, routes.notes, features.notes.handlers);
  mountRoutes(http, options, routes.comments, features.comments.handlers);
  mountRoutes(http, options, routes.reactions, features.reactions.handlers);
  mountRoutes(http, options, routes.boards, features.reactions.boardHandlers);
  mountRoutes(http, options, routes.topics, features.topics.handlers);
  mountRoutes(http, options, routes.feed, features.feed.handlers);
  mountRoutes(http, options, routes.feedControls, features.feed.controlHandlers);
  mountRoutes(http, options, routes.search, features.search.handlers);
  mountRoutes(http, options, routes.notifications, features.notifications.handlers);
  mountRoutes(http, options, routes.moderation, features.moderation.handlers);
  mountRoutes(http, options, routes.glosses, features.glosses.handlers);
  mountRoutes(http, options, routes.translations, features.translation.handlers);
  mountRoutes(http, options, routes.translationReview, features.translation.reviewHandlers);
  mountRoutes(http, options, routes.translationOperations, features.translation.operationsHandlers);
}
