import { unsigned64 } from './marian-file.ts';

const magic = 0xf11a48d5013417f5n;

/** A binary lexical shortlist: the `first` most frequent target pieces always, and `best` more for each source piece. */
export function writeShortlistFile(given: { vocabularySize: number; first: number; best: number }): Buffer {
  const { vocabularySize, first, best } = given;
  const offsets = Array.from({ length: vocabularySize + 1 }, (_, piece) => piece * best);
  const pieces = new Uint32Array(vocabularySize * best);
  for (let piece = 0; piece < vocabularySize; piece += 1) {
    pieces.set(alignedWith(piece, given), piece * best);
  }
  const body = Buffer.concat([
    unsigned64([first, best, offsets.length, pieces.length]),
    unsigned64(offsets),
    Buffer.from(pieces.buffer),
  ]);
  return Buffer.concat([unsigned64([magic, checksum(body)]), body]);
}

/** Spread over the vocabulary, each once, in order: as many distinct columns as a trained list selects. */
function alignedWith(piece: number, { vocabularySize, best }: { vocabularySize: number; best: number }): number[] {
  const step = Math.floor(vocabularySize / best);
  return Array.from({ length: best }, (_, at) => at * step + ((piece * 31) % step));
}

function checksum(body: Buffer): bigint {
  let seed = 0n;
  for (let at = 0; at + 8 <= body.length; at += 8) {
    const mixed = body.readBigUInt64LE(at) + 0x9e3779b9n + (seed << 6n) + (seed >> 2n);
    seed = BigInt.asUintN(64, seed ^ mixed);
  }
  return seed;
}
