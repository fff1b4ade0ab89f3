/** What the model was told in one call, and the mark in it that nobody else knows. */
export interface Instructions {
  prompt: string;
  canary: string;
}

/** This many words of the prompt in a row are no coincidence. */
const runOfWords = 7;

/** Whether a text repeats the instructions or their mark. Told in other words, only the pipeline's checks notice. */
export function givesAway(text: string, { prompt, canary }: Instructions): boolean {
  return holdsCanary(text, canary) || repeatsWords(text, prompt);
}

/** Spelled with spaces or hyphens, backwards or in Base64, it is still given away. */
export function holdsCanary(text: string, canary: string): boolean {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (letters.includes(canary) || letters.includes([...canary].reverse().join(''))) return true;
  return (text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? []).some((run) =>
    Buffer.from(run, 'base64').toString('latin1').toLowerCase().includes(canary),
  );
}

function repeatsWords(text: string, prompt: string): boolean {
  const words = wordsOf(text);
  const told = ` ${wordsOf(prompt).join(' ')} `;
  return words.some(
    (_, start) =>
      start + runOfWords <= words.length && told.includes(` ${words.slice(start, start + runOfWords).join(' ')} `),
  );
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
