export interface Spoken {
  text: string;
  pinyin?: string | undefined;
}

/** Parts of several sentences that were read aloud together, sentence by sentence again. */
export function pinyinLines(parts: readonly Spoken[]): Spoken[][] {
  const lines: Spoken[][] = [[]];
  for (const part of parts) {
    const [first = '', ...others] = part.text.split('\n');
    if (first !== '') lines.at(-1)?.push(others.length > 0 ? { text: first } : part);
    for (const text of others) lines.push(text === '' ? [] : [{ text }]);
  }
  return lines;
}
