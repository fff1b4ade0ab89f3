import { ID_BYTES, packId, unpackId } from './id-bytes.ts';

/** Small numbers for the names of languages, categories and countries. 0 stands for all that is unknown. */
export interface CodeTable {
  /** The code of a name, or 0. */
  find(name: string | undefined): number;
  /** The code of a name that may be new; 0 when the table is full or the text is no name of 1–15 ASCII characters. */
  learn(name: string | undefined): number;
  nameOf(code: number): string;
}

/** @param names 16 bytes a code; the row of code 0 stays empty */
export function openCodeTable(names: Uint8Array): CodeTable {
  const codes = names.length / ID_BYTES;
  const words = new Uint32Array(names.buffer, names.byteOffset, names.length / 4);
  const packed = new Uint8Array(ID_BYTES);
  const packedWords = new Uint32Array(packed.buffer);

  /** The code that has the packed name, or the first that has none, or `codes`. */
  function probe(): number {
    for (let code = 1; code < codes; code += 1) {
      // Word 2 holds the mark, which no name is without.
      const mark = words[code * 4 + 2];
      if (mark === 0) return code;
      if (mark === packedWords[2] && hasPackedName(code)) return code;
    }
    return codes;
  }

  function hasPackedName(code: number): boolean {
    const at = code * 4;
    return words[at] === packedWords[0] && words[at + 1] === packedWords[1] && words[at + 3] === packedWords[3];
  }

  return {
    find(name) {
      if (name === undefined || !packId(name, packed)) return 0;
      const code = probe();
      return code < codes && words[code * 4 + 2] !== 0 ? code : 0;
    },
    learn(name) {
      if (name === undefined || !packId(name, packed)) return 0;
      const code = probe();
      if (code === codes) return 0;
      names.set(packed, code * ID_BYTES);
      return code;
    },
    nameOf: (code) => (code > 0 && code < codes ? unpackId(names, code * ID_BYTES) : ''),
  };
}
