// Letters that look like Latin ones in common fonts: the Cyrillic, Greek, Armenian and Latin-extended rows of Unicode's
// confusables.txt (UTS #39) whose target is one small Latin letter. Written as pairs: look-alikes, then the letter.
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['аɑα', 'a'],
  ['вьƅ', 'b'],
  ['сϲⅽ', 'c'],
  ['ԁɗ', 'd'],
  ['еҽєё', 'e'],
  ['ғƒ', 'f'],
  ['ɡց', 'g'],
  ['һнհ', 'h'],
  ['іıιїɩ', 'i'],
  ['јϳ', 'j'],
  ['кκ', 'k'],
  ['ӏⅼ', 'l'],
  ['м', 'm'],
  ['пηո', 'n'],
  ['оοσօө', 'o'],
  ['рρϱ', 'p'],
  ['ԛզ', 'q'],
  ['г', 'r'],
  ['ѕꜱ', 's'],
  ['тτ', 't'],
  ['υսʋ', 'u'],
  ['ѵν', 'v'],
  ['ԝѡω', 'w'],
  ['хχ', 'x'],
  ['уүγ', 'y'],
  ['ᴢ', 'z'],
];

const LATIN_FOR: ReadonlyMap<string, string> = new Map(
  LOOK_ALIKES.flatMap(([looks, letter]) => [...looks].map((look) => [look, letter] as const)),
);

/**
 * Replaces letters of other scripts that look like a Latin letter by that letter.
 *
 * @param text NFKC and lower case
 */
export function foldConfusables(text: string): string {
  let folded = '';
  for (const character of text) folded += LATIN_FOR.get(character) ?? character;
  return folded;
}
