import {
  allRoutes,
  type BoardId,
  type DraftId,
  type MediaId,
  type NotificationId,
  type Route,
  routes as r,
  type TopicLinkId,
} from '@teahouse/contract';
import { openOperatorClaim } from '../../src/accounts/index.ts';
import { createSoftwarePasskey } from '../software-passkey.ts';
import { exposureScenarios } from './exposure-scenarios.ts';
import { feedControlScenarios } from './feed-control-scenarios.ts';
import { languageScenarios } from './language-scenarios.ts';
import {
  byJake,
  byLinwan,
  byModerator,
  byStranger,
  onComment,
  onLinwan,
  onLinwanByStranger,
  onNote,
  onNoteByStranger,
  type Scenario,
  type ScenarioTable,
} from './scenario.ts';
import { trafficScenarios } from './traffic-scenarios.ts';
import type { Newcomer, World } from './world.ts';

export type { Scenario } from './scenario.ts';

const originOfInjectedRequests = 'http://localhost:80';
const decision = { rule: 8, explanation: 'Said twenty times.' };

export const scenarios: ScenarioTable = {
  ...languageScenarios,
  ...exposureScenarios,
  ...feedControlScenarios,
  ...trafficScenarios,
  'house.get': byStranger,
  'house.getSettings': ({ wei }) => ({ as: wei }),
  'house.updateSettings': ({ wei }) => ({ as: wei, body: { name: '老茶馆' } }),
  'house.setRole': async (world) => {
    const { handle } = await world.newcomer();
    return { as: world.wei, params: { handle }, body: { role: 'moderator' } };
  },

  'accounts.handleAvailability': ({ house }) => ({ as: house.stranger(), query: { handle: 'nobody_yet' } }),
  'accounts.requestCode': ({ house }) => ({
    as: house.stranger(),
    body: { address: 'walk@example.org', purpose: 'sign-up' },
  }),
  'accounts.signUp': ({ house }) => ({
    as: house.stranger(),
    body: {
      by: 'password',
      handle: 'fresh_face',
      name: 'Fresh',
      password: 'fresh as the dew',
      languagesRead: ['en'],
      interfaceLanguage: 'en',
      acceptedRulesVersion: 1,
    },
  }),
  'accounts.signIn': async (world) => {
    const { handle, password } = await world.newcomer();
    return { as: world.house.stranger(), body: { by: 'password', identifier: handle, password } };
  },
  'accounts.session': byJake,
  'accounts.signOut': async (world) => ({ as: (await world.newcomer()).person }),
  'accounts.listSessions': byJake,
  'accounts.revokeSession': async (world) => {
    const { person } = await signedInTwice(world);
    const { items } = await person.call(r.accounts.listSessions);
    const other = items.find(({ isCurrent }) => !isCurrent);
    if (!other) throw new Error('There is no second session');
    return { as: person, params: { sessionId: other.id } };
  },
  'accounts.revokeOtherSessions': async (world) => ({ as: (await signedInTwice(world)).person }),
  'accounts.changePassword': async (world) => {
    const { person, password } = await world.newcomer();
    return { as: person, body: { currentPassword: password, newPassword: 'another long one' } };
  },
  'accounts.resetPassword': async (world) => {
    const { email } = await world.newcomer({ hasEmail: true });
    const code = await world.codeFor(email, 'reset-password');
    return { as: world.house.stranger(), body: { address: email, code, newPassword: 'remembered now' } };
  },
  'accounts.passkeyOptions': byJake,
  'accounts.addPasskey': async (world) => {
    const { person } = await world.newcomer();
    const { options } = await person.call(r.accounts.passkeyOptions);
    return {
      as: person,
      body: { name: 'Phone', response: createSoftwarePasskey(originOfInjectedRequests).register(options) },
    };
  },
  'accounts.listPasskeys': async (world) => ({ as: (await withPasskey(world)).person }),
  'accounts.removePasskey': async (world) => {
    const { person, passkeyId } = await withPasskey(world);
    return { as: person, params: { passkeyId } };
  },
  'accounts.passkeySignInOptions': byStranger,
  'accounts.passkeySignIn': async (world) => {
    const { passkey } = await withPasskey(world);
    const as = world.house.stranger();
    const { options } = await as.call(r.accounts.passkeySignInOptions);
    return { as, body: { response: passkey.signIn(options) } };
  },
  'accounts.updateMe': async (world) => {
    const { person } = await world.newcomer();
    const avatarId = await world.picture(person);
    return { as: person, body: { bio: 'Walks.', avatarId, timeZone: 'Asia/Shanghai' } };
  },
  'accounts.delete': async (world) => {
    const { person, handle, password } = await world.newcomer();
    return { as: person, body: { handle, password } };
  },
  'accounts.export': byJake,
  'accounts.claimOperator': async (world) => {
    const house = await world.emptyHouse();
    const as = await house.as('linwan');
    const token = await openOperatorClaim(house.teahouse.deps);
    return { as, body: { token: token ?? '' } };
  },

  'members.get': onLinwan,
  'members.listNotes': onLinwanByStranger,
  'members.listBoards': onLinwanByStranger,
  'members.complete': ({ jake }) => ({ as: jake, query: { prefix: 'lin' } }),
  'members.follow': onLinwan,
  'members.unfollow': onLinwan,
  'members.block': async (world) => ({ as: world.jake, params: { handle: (await world.newcomer()).handle } }),
  'members.unblock': async (world) => ({ as: world.jake, params: { handle: (await world.newcomer()).handle } }),
  'members.mute': async (world) => ({ as: world.jake, params: { handle: (await world.newcomer()).handle } }),
  'members.unmute': async (world) => ({ as: world.jake, params: { handle: (await world.newcomer()).handle } }),
  'members.listHidden': byJake,
  'members.listFollowers': onLinwanByStranger,
  'members.listFollowing': onLinwanByStranger,

  'media.get': async (world) => ({
    as: world.linwan,
    params: { mediaId: (await world.picture(world.linwan)) as MediaId },
  }),
  'media.delete': async (world) => ({
    as: world.linwan,
    params: { mediaId: (await world.picture(world.linwan)) as MediaId },
  }),

  'notes.publish': async (world) => ({
    as: world.linwan,
    body: {
      title: '第一锅',
      text: '小火 @mia #红烧肉',
      topics: ['家常菜'],
      format: 'advice',
      pictures: [{ mediaId: (await world.picture(world.linwan)) as MediaId, alt: '一锅肉' }],
    },
  }),
  'notes.get': onNote,
  'notes.getThread': onNote,
  'notes.edit': async (world) => ({
    as: world.linwan,
    params: { noteId: (await world.anotherNote()).id },
    body: { title: '改过的' },
  }),
  'notes.delete': async (world) => ({ as: world.linwan, params: { noteId: (await world.anotherNote()).id } }),
  'notes.history': async (world) => {
    const { id: noteId } = await world.anotherNote();
    await world.linwan.call(r.notes.edit, { params: { noteId }, body: { title: '改过的' } });
    return { as: world.linwan, params: { noteId } };
  },
  'notes.correctLanguage': async (world) => ({
    as: world.linwan,
    params: { noteId: (await world.anotherNote()).id },
    body: { language: 'zh' as never },
  }),
  'drafts.list': async (world) => {
    await draftOf(world);
    return { as: world.linwan };
  },
  'drafts.create': ({ linwan }) => ({ as: linwan, body: { title: '半句' } }),
  'drafts.update': async (world) => ({
    as: world.linwan,
    params: { draftId: await draftOf(world) },
    body: { title: '一句' },
  }),
  'drafts.delete': async (world) => ({ as: world.linwan, params: { draftId: await draftOf(world) } }),

  'comments.list': onNote,
  'comments.getThread': onComment,
  'comments.listReplies': onComment,
  'comments.post': (world) => ({
    ...onNote(world),
    body: { text: 'Which breed? @linwan', parentId: world.comment.id },
  }),
  'comments.delete': async (world) => {
    const { id, noteId } = await world.anotherComment();
    return { as: world.mia, params: { noteId, commentId: id } };
  },
  'comments.pin': (world) => ({ ...onComment(world), as: world.linwan }),
  'comments.unpin': (world) => ({ ...onComment(world), as: world.linwan }),
  'comments.like': onComment,
  'comments.unlike': onComment,

  'notes.like': onNote,
  'notes.unlike': onNote,
  'notes.collect': (world) => ({ ...onNote(world), body: {} }),
  'notes.uncollect': onNote,
  'notes.share': onNote,
  'notes.notInterested': async (world) => ({
    as: world.jake,
    params: { noteId: (await world.anotherNote()).id },
    body: { reason: 'note', page: { unseen: [world.note.id] } },
  }),
  'notes.undoNotInterested': onNote,
  'notes.listLiked': byJake,

  'boards.listMine': async (world) => {
    await collectedBoard(world);
    return { as: world.jake };
  },
  'boards.create': ({ jake }) => ({ as: jake, body: { name: 'Cats I know' } }),
  'boards.update': async (world) => ({
    as: world.jake,
    params: { boardId: await collectedBoard(world) },
    body: { isOpen: false },
  }),
  'boards.delete': async (world) => ({ as: world.jake, params: { boardId: await collectedBoard(world) } }),
  'boards.listNotes': async (world) => ({
    as: world.house.stranger(),
    params: { boardId: await collectedBoard(world) },
  }),

  'topics.get': ({ house }) => ({ as: house.stranger(), params: { name: '猫税' } }),
  'topics.listNotes': ({ jake }) => ({ as: jake, params: { name: '猫税' } }),
  'topics.complete': ({ house }) => ({ as: house.stranger(), query: { prefix: '猫' } }),
  'topics.proposeLink': async (world) => ({
    as: world.jake,
    params: { name: '猫税' },
    body: { other: await anotherTopic(world) },
  }),
  'topics.listLinks': async (world) => {
    await proposedLink(world);
    return { as: world.zhou };
  },
  'topics.decideLink': async (world) => ({
    as: world.zhou,
    params: { linkId: await proposedLink(world) },
    body: { decision: 'join' },
  }),
  'topics.setLabel': ({ zhou }) => ({
    as: zhou,
    params: { name: '猫税', language: 'en' },
    body: { label: 'Cat tax' },
  }),
  'topics.exportConcepts': byStranger,

  'feed.discover': byJake,
  'feed.following': ({ mia }) => ({ as: mia }),
  'feed.newest': byStranger,
  'feed.events': async (world) => {
    const { items } = await world.jake.call(r.feed.discover);
    const token = items.find((card) => card.token)?.token;
    if (!token) throw new Error('The feed gave no token');
    return { as: world.jake, body: { events: [{ kind: 'impression', token }] } };
  },
  'feed.view': onNoteByStranger,

  'search.notes': ({ jake }) => ({ as: jake, query: { q: '猫税' } }),
  'search.people': ({ jake }) => ({ as: jake, query: { q: 'linwan' } }),
  'search.topics': ({ jake }) => ({ as: jake, query: { q: '猫税' } }),
  'search.suggest': ({ jake }) => ({ as: jake, query: { prefix: '猫' } }),
  'search.clearHistory': byJake,

  'notifications.list': byLinwan,
  'notifications.markRead': async ({ linwan }) => {
    const { items } = await linwan.call(r.notifications.list);
    if (!items[0]) throw new Error('Nobody told linwan anything');
    return { as: linwan, body: { upTo: items[0].id as NotificationId } };
  },
  'notifications.stream': byLinwan,

  'moderation.rules': ({ house }) => ({ as: house.stranger(), query: { language: 'zh-CN' } }),
  'moderation.report': async (world) => ({
    as: world.jake,
    body: { subject: { kind: 'note', id: (await world.anotherNote()).id }, reason: 'spam' },
  }),
  'moderation.listReports': async (world) => {
    await world.jake.call(r.moderation.report, {
      body: { subject: { kind: 'comment', id: world.comment.id }, reason: 'other' },
    });
    return { as: world.zhou };
  },
  'moderation.decide': async (world) => ({
    as: world.zhou,
    body: { ...decision, subject: { kind: 'note', id: (await world.anotherNote()).id }, action: 'limit' },
  }),
  'moderation.listStatements': async (world) => {
    await removal(world);
    return { as: world.linwan };
  },
  'moderation.appeal': async (world) => ({
    as: world.linwan,
    params: { decisionId: (await removal(world)).id },
    body: { text: '请再看看' },
  }),
  'moderation.listAppeals': async (world) => {
    await appealed(world);
    return { as: world.hana };
  },
  'moderation.decideAppeal': async (world) => ({
    as: world.hana,
    params: { appealId: await appealed(world) },
    body: { outcome: 'upheld', answer: 'It stays.' },
  }),
  'moderation.audit': byModerator,
};

export function prepare(route: Route, world: World): Promise<Scenario> {
  const found = scenarios[route.id as keyof ScenarioTable] as unknown as
    | ((world: World) => Promise<Scenario>)
    | undefined;
  if (!found) throw new Error(`${route.id} has no scenario`);
  return Promise.resolve(found(world));
}

/** Routes by id, for tables of test cases. */
export const everyRoute: [string, Route][] = allRoutes.map((route) => [route.id, route]);

async function signedInTwice(world: World): Promise<Newcomer> {
  const newcomer = await world.newcomer();
  const { handle: identifier, password } = newcomer;
  await world.house.stranger().call(r.accounts.signIn, { body: { by: 'password', identifier, password } });
  return newcomer;
}

async function withPasskey(world: World) {
  const { person } = await world.newcomer();
  const passkey = createSoftwarePasskey(originOfInjectedRequests);
  const { options } = await person.call(r.accounts.passkeyOptions);
  const added = await person.call(r.accounts.addPasskey, {
    body: { name: 'Phone', response: passkey.register(options) },
  });
  return { person, passkey, passkeyId: added.id };
}

async function draftOf({ linwan }: World): Promise<DraftId> {
  return (await linwan.call(r.notes.createDraft, { body: { title: '半句', topics: ['猫税'] } })).id;
}

let spellings = 0;

async function anotherTopic({ jake }: World): Promise<string> {
  spellings += 1;
  const name = `CatTax${spellings}`;
  await jake.call(r.notes.publish, { body: { title: 'Paying', topics: [name] } });
  return name;
}

async function proposedLink(world: World): Promise<TopicLinkId> {
  const other = await anotherTopic(world);
  return (await world.jake.call(r.topics.proposeLink, { params: { name: '猫税' }, body: { other } })).id;
}

async function collectedBoard({ jake, note }: World): Promise<BoardId> {
  const { id: boardId } = await jake.call(r.boards.create, { body: { name: 'Loaves' } });
  await jake.call(r.reactions.collect, { params: { noteId: note.id }, body: { boardId } });
  return boardId;
}

async function removal(world: World) {
  const note = await world.anotherNote('会被撤下的');
  return world.zhou.call(r.moderation.decide, {
    body: { ...decision, subject: { kind: 'note', id: note.id }, action: 'remove' },
  });
}

async function appealed(world: World) {
  const { id: decisionId } = await removal(world);
  const { appeal } = await world.linwan.call(r.moderation.appeal, {
    params: { decisionId },
    body: { text: '请再看看' },
  });
  if (!appeal) throw new Error('The appeal is missing');
  return appeal.id;
}
