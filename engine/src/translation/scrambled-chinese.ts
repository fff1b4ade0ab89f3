import { isOrdinaryPair } from './chinese-pairs.ts';
import type { UndecodableReason } from './undecodable.ts';

// A text is scrambled when its characters would pair up, but do not as they stand: few neighbours are an ordinary pair, and
// hardly more than characters two places apart or in reverse. Set on the building half of the undecodable texts, scrambled
// everyday sentences, and ordinary ones of four registers (everyday, town, short texts, FLORES).
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CHARACTERS_READ = 200;
const LEAST_PAIRS = 6;
const ORDINARY_SHARE = 0.4;
// A title of ten characters may hold a few rare words (冰糖, 避开); only texts this long speak for themselves.
const CLEAR_PAIRS = 12;
const ORDINARY_SHARE_OF_SHORT = 0.25;
const LIFT = 1.6;
const LEAST_CHANCE = 0.1;

// Radicals that are no characters of their own, and characters taken apart: 强 as 弓虽, 想 as 木目心.
const LONE_RADICALS = /[亻讠彳礻衤扌丬氵纟钅饣忄牜犭艹辶阝刂疒灬冫宀]/gu;
const TAKEN_APART =
  /弓虽|走召|木奉|木目心|竹夭|禾么|禾必|白勺|口乞|口阿|口合|口巴|口马|口那|口牙|口少|口昌|女未|女且|女马|女子|日月天|日寸|王里|王元|丬犬|贝者|土不|土也|鱼羊|米青|言舌|言兑|木公|木几|火包|火少|禾口|足包|足各|田力/gu;

// What people write for the sound: 非常 as 灰常, 你 as 泥, 知道 as 造.
const SOUND_ALIKES =
  /灰常|稀饭|酱紫|介个|介么|肿么|泥造|泥萌|泥嚎|窝萌|窝素|窝稀|窝不|窝想|偶滴|偶稀|偶造|偶也|木油|粗来|粗去|次饭|好次|耗次|碰油|盆友|蟹蟹|感蟹|神马|介素|表酱|霉女|帅锅|童鞋|捏你|滴说|4242|7456|9494|酱婶/gu;
const LEAST_SOUND_ALIKES = 2;

// Look-alikes of the early web's ornate writing; none is used in ordinary Chinese of any region.
const ORNATE =
  /[莪伱恠媞卟侽孓侢蒾汏傢莣嬡嗳薆嘦岢啝祢妸甡巭怹涐浭咑嚸鈊吢杺哬焄罘暒緈諨袮湜侞淉菿倁噵洧曐詤誐迣泩萿蕜赱鉎掵懓煷惢嫒佷沵]/gu;
const ORNATE_COMPANIONS = /[\u3105-\u312f①-⑨ヤゞぁ々]|(?<=\p{Script=Han})[のぁヤ](?=\p{Script=Han})/gu;

// A list with a picture before each entry has two characters or more to a picture.
const EMOJI = /\p{Extended_Pictographic}/u;
const WRITTEN = /[\p{Script=Han}\u{1f201}-\u{1f251}]/u;
const SQUARED = /[\u{1f201}-\u{1f251}]/gu;
const LEAST_SQUARED = 2;
const LEAST_EMOJI_WORDS = 3;
const WRITTEN_PER_EMOJI = 1.5;

// Particles that end a clause begin one only in a scrambled text (的确, 了解 and their like excepted).
const PARTICLE_FIRST =
  /(?<=^|[\s，。！？、,.!?~…])(?:[吗嗎吧呢们們]|的(?![确確士话話])|了(?![解不结結却])|么(?!么))(?=\p{Script=Han})/gu;
const PARTICLE_FIRST_WEIGHS = 2;

/** Chinese written as a riddle: taken apart, by sound, ornate, with pictures for words, or out of order. */
export function findChinesePlay(text: string): UndecodableReason | undefined {
  const han = text.match(/[\p{Script=Han}\u{1f201}-\u{1f251}]/gu)?.length ?? 0;
  if (han < 2) return undefined;
  if (isTakenApart(text, han)) return 'split-characters';
  if (isOrnate(text)) return 'ornate-characters';
  if (new Set(text.match(SOUND_ALIKES)).size >= LEAST_SOUND_ALIKES) return 'sound-alikes';
  if (hasEmojiForWords(text)) return 'emoji-words';
  return !KANA.test(text) && isScrambled(text) ? 'scrambled' : undefined;
}

function isTakenApart(text: string, han: number): boolean {
  const radicals = text.match(LONE_RADICALS)?.length ?? 0;
  const taken = text.match(TAKEN_APART)?.length ?? 0;
  return radicals + taken >= 2 && (radicals + taken) * 8 >= han;
}

function isOrnate(text: string): boolean {
  const ornate = text.match(ORNATE)?.length ?? 0;
  return ornate >= 2 || (ornate === 1 && ORNATE_COMPANIONS.test(text));
}

/** Squared characters are words by themselves; another picture stands for a word where the sentence goes on behind it, again and again with other pictures. */
function hasEmojiForWords(text: string): boolean {
  if ((text.match(SQUARED)?.length ?? 0) >= LEAST_SQUARED) return true;
  const signs = [...text.replace(/[\ufe0f\u200d\s\p{P}\p{Emoji_Modifier}]/gu, '')];
  const inner = signs.slice(0, signs.findLastIndex((sign) => WRITTEN.test(sign)) + 1);
  const pictures = inner.filter((sign) => EMOJI.test(sign) && !WRITTEN.test(sign));
  const written = inner.length - pictures.length;
  return new Set(pictures).size >= LEAST_EMOJI_WORDS && pictures.length * WRITTEN_PER_EMOJI >= written;
}

function isScrambled(text: string): boolean {
  const neighbours = { ordinary: 0, all: (text.match(PARTICLE_FIRST)?.length ?? 0) * PARTICLE_FIRST_WEIGHS };
  const others = { ordinary: 0, all: 0 };
  for (const run of text.slice(0, CHARACTERS_READ).match(/\p{Script=Han}{2,}/gu) ?? []) {
    const characters = [...run];
    for (const [index, character] of characters.entries()) {
      count(neighbours, character, characters[index + 1]);
      for (const other of [index - 2, index - 1, index + 2]) count(others, character, characters[other]);
    }
  }
  if (neighbours.all < LEAST_PAIRS || others.all === 0) return false;
  const share = neighbours.ordinary / neighbours.all;
  const chance = others.ordinary / others.all;
  const most = neighbours.all < CLEAR_PAIRS ? ORDINARY_SHARE_OF_SHORT : ORDINARY_SHARE;
  return share <= most && share <= LIFT * chance && chance >= LEAST_CHANCE;
}

function count(pairs: { ordinary: number; all: number }, first: string, second: string | undefined): void {
  if (second === undefined) return;
  pairs.all += 1;
  if (isOrdinaryPair(first + second)) pairs.ordinary += 1;
}
