import type { CommentId, MediaId, MemberId, NoteId, PublishNoteBody, Role, Route, SessionId } from '@teahouse/contract';
import { textAddressOf, textsPerRequest } from '@teahouse/contract';
import {
  original,
  pictureName,
  readAvatar,
  readPicture,
  type TownEvent,
  type TownMember,
  type TownNote,
} from '@teahouse/demo';
import type { Teahouse } from '../app.ts';
import type { Actor, Input } from '../http/context.ts';
import { createLookers } from './lookers.ts';
import { playedRequest } from './played-request.ts';

/** Public name servers and resolvers, one in each country of the town: the badge is looked up as for everyone. */
const addressIn: Record<string, string> = {
  AR: '200.45.191.35',
  AU: '139.130.4.5',
  CA: '24.48.0.1',
  CL: '200.28.4.129',
  CN: '114.114.114.114',
  CO: '200.75.51.132',
  ES: '80.58.61.250',
  GB: '212.58.244.1',
  JP: '210.130.1.1',
  KR: '168.126.63.1',
  MX: '200.33.146.209',
  PE: '200.48.225.130',
  US: '8.8.8.8',
};

/** Members of the first days: the town asks and answers through them. */
const founders = ['linwan', 'laozhou'] as const;

/** Every so many notes of somebody who reads both languages come in both, as bilingual members wrote in January 2025. */
const bilingualEvery = 6;

function versionsOf({ id, language, title, text }: TownNote, reads: readonly string[]): PublishNoteBody['versions'] {
  const isBilingual = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % bilingualEvery === 0;
  return (['zh', 'en'] as const).flatMap((other) =>
    isBilingual && other !== language && reads.includes(other) && title[other]
      ? [{ language: other, title: title[other], text: text[other] ?? '' }]
      : [],
  );
}

export interface Stage {
  play(event: TownEvent): Promise<void>;
  /** A member proposes every other spelling of a topic, and whoever keeps the town agrees. */
  joinTopics(names: readonly string[]): Promise<void>;
  /** Every note is asked for in a language, as by a reader about to open it: what the town knows of it is kept. */
  translateNotes(to: 'en' | 'zh'): Promise<void>;
}

/** Turns events of the town's history into calls of the handlers that serve members. */
export function createStage(house: Teahouse): Stage {
  const { features } = house;
  const actors = new Map<string, Actor & { address: string }>();
  const notes = new Map<string, NoteId>();
  const comments = new Map<string, CommentId>();

  const lookers = createLookers(house);
  const [founder, keeper] = founders;

  function as<R extends Route>(handle: string, parts: { params?: object; body?: object }): Input<R> {
    const actor = known(actors, handle);
    const request = playedRequest(actor.memberId, actor.address);
    return { params: parts.params, query: undefined, body: parts.body, actor, request } as unknown as Input<R>;
  }

  function memberLooking(handle: string) {
    const actor = known(actors, handle);
    return { key: actor.memberId, address: actor.address, actor };
  }

  async function join(member: TownMember): Promise<void> {
    const memberId = await signUp(house, member);
    actors.set(member.handle, {
      memberId,
      handle: member.handle,
      role: 'member' as Role,
      sessionId: '' as SessionId,
      languagesRead: member.reads,
      address: addressIn[member.country] ?? '127.0.0.1',
    });
    const avatarId = await features.media.storePicture(memberId, readAvatar(member.handle), avatarKey(member.handle));
    await features.accounts.handlers.updateMe(
      as(member.handle, { body: { bio: original(member.bio, member.language), avatarId } }),
    );
  }

  async function publish(note: TownNote): Promise<void> {
    const author = known(actors, note.author);
    const pictures: PublishNoteBody['pictures'] = [];
    for (const [index, { art, alt }] of note.pictures.entries()) {
      const usedAt = `${note.id}/${index}`;
      const mediaId = await features.media.storePicture(
        author.memberId,
        readPicture(art, usedAt),
        pictureName(art, usedAt),
      );
      pictures.push({ mediaId: mediaId as MediaId, alt: original(alt, note.language) });
    }
    const body = {
      title: original(note.title, note.language),
      text: original(note.text, note.language),
      format: note.format,
      pictures,
      topics: note.topics,
      versions: versionsOf(note, author.languagesRead),
      ...(note.textCover ? { textCover: note.textCover } : {}),
    };
    const published = await features.notes.handlers.publish(as(note.author, { body }));
    notes.set(note.id, published.id as NoteId);
  }

  return {
    async play(event) {
      if (event.kind === 'join') return join(event.member);
      if (event.kind === 'publish') return publish(event.note);
      if (event.kind === 'follow') {
        await features.follows.handlers.follow(as(event.by, { params: { handle: event.whom } }));
        return;
      }
      if (event.kind === 'browse') return lookers.look(memberLooking(event.by));
      if (event.kind === 'visit')
        return lookers.look({
          key: `v-demo-${event.visitor}`,
          address: addressIn[event.country] ?? '127.0.0.1',
          acceptLanguage: event.language,
        });
      const params = { noteId: known(notes, event.noteId) };
      if (event.kind === 'comment') {
        const parentId = event.parentKey === undefined ? undefined : known(comments, event.parentKey);
        const said = await features.comments.handlers.post(
          as(event.by, { params, body: { text: event.text, parentId, pictures: [] } }),
        );
        comments.set(event.commentKey, said.id as CommentId);
      } else if (event.kind === 'view') {
        await lookers.open(memberLooking(event.by), params.noteId);
        await features.feed.handlers.view(as(event.by, { params }));
      } else if (event.kind === 'like') await features.reactions.handlers.like(as(event.by, { params }));
      else await features.reactions.handlers.collect(as(event.by, { params, body: {} }));
    },
    async translateNotes(to) {
      const texts = [...notes.values()].flatMap((id) => [
        textAddressOf('note.title', id),
        textAddressOf('note.text', id),
      ]);
      for (let start = 0; start < texts.length; start += textsPerRequest) {
        const body = { to, texts: texts.slice(start, start + textsPerRequest), urgency: 'next', waitMilliseconds: 0 };
        await features.translation.handlers.request(as(founder, { body }));
      }
    },
    async joinTopics([name = '', ...others]) {
      for (const other of others) {
        const { id } = await features.topics.handlers.proposeLink(as(founder, { params: { name }, body: { other } }));
        await features.topics.handlers.decideLink(as(keeper, { params: { linkId: id }, body: { decision: 'join' } }));
      }
    },
  };
}

function avatarKey(handle: string): string {
  return `avatar-${handle}`;
}

/** Members of the town cannot be signed in to: their passwords are thrown away. */
async function signUp({ http, deps }: Teahouse, member: TownMember): Promise<MemberId> {
  const response = await http.inject({
    method: 'POST',
    url: '/api/accounts',
    payload: {
      by: 'password',
      handle: member.handle,
      password: crypto.randomUUID(),
      name: member.name,
      languagesRead: member.reads,
      interests: member.interests,
      interfaceLanguage: member.language === 'zh' ? 'zh' : 'en',
      acceptedRulesVersion: 1,
    },
  });
  if (response.statusCode !== 201) {
    deps.log.error({ handle: member.handle, body: response.body }, 'a member of the demo town could not join');
    throw new Error(`${member.handle} could not join the demo town: ${response.statusCode}`);
  }
  return response.json<{ me: { id: MemberId } }>().me.id;
}

function known<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo town has no ${key} yet`);
  return value;
}
