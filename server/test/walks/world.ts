import { type CommentView, type NoteView, routes } from '@teahouse/contract';
import sharp from 'sharp';
import { openTeahouse, type Person, type TestHouse } from '../harness.ts';

/** A small inhabited house that every walk sets out from. */
export interface World extends AsyncDisposable {
  house: TestHouse;
  linwan: Person;
  mia: Person;
  jake: Person;
  zhou: Person;
  hana: Person;
  wei: Person;
  /** By linwan, under 猫税. */
  note: NoteView;
  /** By mia under `note`, with an answer by jake. */
  comment: CommentView;
  reply: CommentView;
  /** A note by linwan of its own, for what uses it up. */
  anotherNote(title?: string): Promise<NoteView>;
  anotherComment(): Promise<CommentView>;
  /** Somebody new, with a password and, if asked for, a proven address. */
  newcomer(options?: { hasEmail: boolean }): Promise<Newcomer>;
  codeFor(email: string, purpose: 'sign-up' | 'sign-in' | 'reset-password'): Promise<string>;
  picture(owner: Person): Promise<string>;
  /** This house and the empty ones. */
  houses(): TestHouse[];
  /** A house nobody runs yet; closed with the world. */
  emptyHouse(): Promise<TestHouse>;
}

export interface Newcomer {
  person: Person;
  handle: string;
  email: string;
  password: string;
}

export async function openWorld(): Promise<World> {
  const house = await openTeahouse();
  const others: TestHouse[] = [];
  const [linwan, mia, jake] = [await house.as('linwan'), await house.as('mia'), await house.as('jake')];
  const [zhou, hana, wei] = [await house.as('zhou'), await house.as('hana'), await house.as('wei')];
  const anotherNote = (title = '又一只猫') =>
    linwan.call(routes.notes.publish, { body: { title, text: '交税 @mia #猫税', topics: ['猫税'] } });
  const note = await anotherNote('猫税来了');
  const params = { noteId: note.id };
  const anotherComment = () => mia.call(routes.comments.post, { params, body: { text: 'So round!' } });
  const comment = await anotherComment();
  const reply = await jake.call(routes.comments.post, { params, body: { text: 'A loaf', parentId: comment.id } });
  await jake.call(routes.reactions.like, { params });
  await mia.call(routes.follows.follow, { params: { handle: linwan.handle } });
  await house.drain();
  return {
    ...{ house, linwan, mia, jake, zhou, hana, wei, note, comment, reply, anotherNote, anotherComment },
    newcomer: (options) => signUpNewcomer(house, options?.hasEmail ?? false),
    codeFor: (email, purpose) => readCode(house, email, purpose),
    picture: (owner) => storePicture(house, owner),
    houses: () => [house, ...others],
    async emptyHouse() {
      const opened = await openTeahouse();
      others.push(opened);
      return opened;
    },
    async [Symbol.asyncDispose]() {
      for (const each of [...others, house]) await each[Symbol.asyncDispose]();
    },
  };
}

let newcomers = 0;

async function signUpNewcomer(house: TestHouse, hasEmail: boolean): Promise<Newcomer> {
  newcomers += 1;
  const [person, handle, password] = [house.stranger(), `walker${newcomers}`, 'walks a long way'];
  const email = `${handle}@example.org`;
  const profile = {
    handle,
    password,
    name: 'Walker',
    languagesRead: ['en' as const],
    interfaceLanguage: 'en' as const,
    acceptedRulesVersion: 1,
  };
  const by = hasEmail
    ? { by: 'code' as const, address: email, code: await readCode(house, email, 'sign-up') }
    : { by: 'password' as const };
  const { me } = await person.call(routes.accounts.signUp, { body: { ...profile, ...by } });
  person.memberId = me.id;
  person.handle = handle;
  return { person, handle, email, password };
}

async function readCode(
  house: TestHouse,
  address: string,
  purpose: 'sign-up' | 'sign-in' | 'reset-password',
): Promise<string> {
  await house.stranger().call(routes.accounts.requestCode, { body: { address, purpose } });
  await house.drain();
  const mail = house.mails.findLast(({ to }) => to === address);
  const code = mail?.text.match(/\d{6}/)?.[0];
  if (!code) throw new Error(`No code was sent to ${address}`);
  return code;
}

async function storePicture(house: TestHouse, owner: Person): Promise<string> {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#c84' } })
    .png()
    .toBuffer();
  return house.teahouse.features.media.storePicture(owner.memberId, bytes);
}
