const pieceTypes = { normal: 1, unknown: 2, control: 3 } as const;
type PieceType = keyof typeof pieceTypes;

/** Marian's students end a sentence with piece 0 and read unknown characters as piece 1. */
const specialPieces: readonly [string, PieceType][] = [
  ['</s>', 'control'],
  ['<unk>', 'unknown'],
];

/**
 * A unigram SentencePiece model with exactly `size` pieces: `words` as whole pieces, then single characters, then
 * made-up syllables.
 */
export function writeSentencePieceFile(given: { size: number; words: readonly string[] }): Buffer {
  const pieces = [...specialPieces, ...normalPieces(given).map((piece): [string, PieceType] => [piece, 'normal'])];
  const trainer = message([
    ...number(3, 1), // model_type: unigram
    ...number(4, given.size),
    ...number(40, 1), // unk_id
    ...number(41, -1), // bos_id
    ...number(42, 0), // eos_id
    ...number(43, -1), // pad_id
  ]);
  const normaliser = message([...text(1, 'identity'), ...number(3, 1), ...number(4, 1), ...number(5, 1)]);
  return message([
    ...pieces.flatMap(([piece, type], rank) => bytes(1, pieceMessage(piece, type, rank))),
    ...bytes(2, trainer),
    ...bytes(3, normaliser),
  ]);
}

function pieceMessage(piece: string, type: PieceType, rank: number): Buffer {
  // Longer pieces win, as in a trained model, because their one score is above the sum of their parts'.
  const score = type === 'normal' ? -5 - Math.log(rank + 1) : 0;
  return message([...text(1, piece), ...float(2, score), ...number(3, pieceTypes[type])]);
}

function normalPieces({ size, words }: { size: number; words: readonly string[] }): string[] {
  const wanted = size - specialPieces.length;
  const pieces = new Set<string>(['▁', ...characters(0x21, 0x7e)]);
  for (const word of words) if (pieces.size < wanted) pieces.add(/^\p{Script=Han}/u.test(word) ? word : `▁${word}`);
  for (const piece of fillers()) {
    if (pieces.size >= wanted) break;
    pieces.add(piece);
  }
  if (pieces.size !== wanted) throw new Error(`${size} pieces are more than this writer can make up`);
  return [...pieces];
}

function* fillers(): Generator<string> {
  yield* characters(0x3040, 0x30ff);
  yield* '，。！？：；、（）《》“”…～';
  yield* characters(0x4e00, 0x5dff);
  for (const start of ['▁', '']) for (const first of syllables()) yield start + first;
  for (const first of syllables()) for (const second of syllables()) yield `▁${first}${second}`;
}

function syllables(): string[] {
  const vowels = [...'aeiou'];
  const ends = ['', ...'nrstl'];
  return [...'bcdfghjklmnprstvwz'].flatMap((head) => vowels.flatMap((vowel) => ends.map((end) => head + vowel + end)));
}

function characters(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

function message(fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function number(field: number, value: number): Buffer[] {
  return [varint(BigInt(field << 3)), varint(BigInt.asUintN(64, BigInt(value)))];
}

function float(field: number, value: number): Buffer[] {
  return [varint(BigInt((field << 3) | 5)), Buffer.from(Float32Array.of(value).buffer)];
}

function text(field: number, value: string): Buffer[] {
  return bytes(field, Buffer.from(value, 'utf8'));
}

function bytes(field: number, value: Buffer): Buffer[] {
  return [varint(BigInt((field << 3) | 2)), varint(BigInt(value.length)), value];
}

function varint(value: bigint): Buffer {
  const out: number[] = [];
  let rest = value;
  do {
    const more = rest > 0x7fn;
    out.push(Number(rest & 0x7fn) | (more ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(out);
}
