// Function words, greetings and chat spellings: what decides texts too short for a statistical detector. Own collection;
// a word that several languages share stands in each of their lines.
const WORDS: Readonly<Record<string, string>> = {
  en: `the and you your are was this that with for what where when how why who i'm it's my we so not can't don't
    just have has love like need thank thanks please pls good nice cute same there here hello hi hey omg lol lmao
    idk tbh ngl ty thx ur bestie bro rn wow happy welcome is it of to i w idc brb yall u looks too she much morning
    beautiful fr smh btw can haha sorry no yes gorgeous stunning delicious adorable amazing perfect cutest literally
    imo yay way cool great awesome lovely pretty funny yum tasty help hungry congrats`,
  es: `el los las que qué y es no mi tu yo muy más pero cómo dónde cuánto está este esto eso hola gracias porfa xq
    tqm wey todo bien buenas buenos días me la sí feliz mucho muchas favor amo así hermoso hermosa lindo linda rico
    rica genial increíble divino saludos ayuda hambre felicidades quiero encanta`,
  pt: `o que não é no meu minha você vc eu muito mas quanto está isso oi obrigado obrigada tô gente bom boa dia mds
    obg demais tudo amei parabéns lindo linda fofo delícia incrível ótimo lindos ajuda fome quero adorei perfeito`,
  fr: `des que est pas mon ma moi je tu c'est très plus mais où quoi combien ça bonjour salut coucou merci mdr ptdr
    jsp svp tkt trop j'ai j'adore bonne on tout ce beau belle joli magnifique génial drôle délicieux adorable faim
    bravo veux mignon`,
  de: `die ist ich du nicht mit für mein meine wo wie was so auch wir danke hallo hab dich voll geil schön guten
    kein bin mega bitte alles süß toll lecker wunderschön lustig hunger hilfe super glückwunsch will`,
  it: `che è no non mi mio mia tu io molto più ma quanto ciao grazie anche sono troppo bello bella buona buon tutti
    la lo ho bellissimo bellissima buonissimo carino fantastico stupendo fame aiuto complimenti auguri voglio`,
  vi: `mình bạn không quá của và là cho nhé ạ vậy cảm ơn đẹp xinh ngon thích đói thương giúp với`,
  id: `aku kamu yang di ini itu dan tidak banget kak makasih terima kasih bagus dong sih saya selamat mau berapa
    juga lucu enak lagi apa bisa keren mantap gemas lapar tolong suka ingin`,
  tr: `çok ve bir bu ne için ben sen güzel teşekkürler nasıl mutlu iyi merhaba harika süper tatlı lezzetli komik aç
    yardım tebrikler istiyorum`,
  zh: `yyds xswl awsl u1s1 zqsg dbq srds nbcs tql plmm xdm jms ssfd cpdd dd yygq yjjc bdjw drl szd kswl bhys pyq dddd gkd
    nsdd djll sxmd`,
};

// Laughter is spelt as it sounds in each language; the English and the Italian spelling tell nothing.
const LAUGHTER: readonly { language: string; pattern: RegExp }[] = [
  { language: 'es', pattern: /^j*(?:[aei]+j+){2,}[aei]*$/u },
  { language: 'pt', pattern: /^(?:k{4,}|(?:rs){2,}s*)$/u },
  { language: 'id', pattern: /^(?:wk){2,}w?$/u },
];

// Latin words Chinese, Japanese and Korean writing uses as its own, in small letters.
const BORROWED = `ootd vlog vlogger plog app ppt ktv vip diy spa bgm cp cos coser up emo city citywalk bug wifi ip ok ins tag
  logo gif mbti pk pc tv omg pdf vs live flag offer gap year brunch rap pro max mini plus link crush get www`;

const LANGUAGES_OF_WORD: ReadonlyMap<string, readonly string[]> = indexWords();
const BORROWED_WORDS: ReadonlySet<string> = new Set(BORROWED.split(/\s+/u));

// A letter written three times or more is drawn out (sooo, goood); the word has it once or twice.
const DRAWN_OUT = /(\p{L})\1{2,}/gu;

/**
 * Languages a short common word may be in, none where it decides nothing.
 *
 * @param word in small letters, drawn out or not
 */
export function languagesOfWord(word: string): readonly string[] {
  const known = LANGUAGES_OF_WORD.get(word) ?? languagesOfDrawnOut(word);
  return known ?? LAUGHTER.filter(({ pattern }) => pattern.test(word)).map(({ language }) => language);
}

function languagesOfDrawnOut(word: string): readonly string[] | undefined {
  const once = shortenDrawnOut(word);
  if (once === word) return undefined;
  return LANGUAGES_OF_WORD.get(once) ?? LANGUAGES_OF_WORD.get(word.replace(DRAWN_OUT, '$1$1'));
}

/** soooo cuteee → so cute */
export function shortenDrawnOut(text: string): string {
  return text.replace(DRAWN_OUT, '$1');
}

/**
 * Whether a Latin word within Chinese, Japanese or Korean writing is a name or a loan that its readers know.
 *
 * @param word as written
 */
export function isBorrowedWord(word: string): boolean {
  const small = word.toLowerCase();
  if (BORROWED_WORDS.has(small) || [...word].length === 1) return true;
  // Capitals or digits inside are names and abbreviations: iPhone, IKEA, INFP, 5G.
  if (/[\p{L}\p{N}'-][\p{Lu}\p{N}]/u.test(word)) return true;
  return /^\p{Lu}/u.test(word) && languagesOfWord(small).length === 0;
}

function indexWords(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const word of words.split(/\s+/u)) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}
