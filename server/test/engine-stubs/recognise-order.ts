import type { Obedience } from './gullible-model.ts';

/**
 * The order a gullible model would find in a sentence, in zh, en, ja, ko or es, also disguised: zero-width and look-alike letters,
 * backwards, Base64. Undefined for what only tells or asks other people.
 */
export function recogniseOrder(text: string): Obedience | undefined {
  for (const reading of readingsOf(text)) {
    if (!callsTheModel.test(reading)) continue;
    const quoted = quotedIn(reading);
    if (quoted && asksToSay.test(reading)) return `say:${quoted}`;
    return orders.find(([pattern]) => pattern.test(reading))?.[1] ?? 'chat';
  }
  return undefined;
}

const callsTheModel = anyOf(
  /\b(?:ignore|disregard|forget|override) (?:all|any|every|previous|prior|the (?:above|previous|rules|instructions|translation)|everything before|what you were told)/,
  /\b(?:stop|instead of) translating|\bafter (?:that|this|translating),? |\bthen (?:print|write|output)\b|once you are done|translator[,:]/,
  /system ?prompt|your (?:prompt|instructions|rules)|\b(?:translate|render) (?:this )?(?:\w+ )?as\b|as an ai|\b(?:assistant|system):/,
  /you are now captain|you act as|new (?:instruction|task)s?:|developer mode|\bwrite (?:javascript|python|code)/,
  /(?:忽略|无视|忘记|别管)(?:以上|之前|上面|前面|上文)|(?:不要|别)翻译(?:这|本|，)|翻译(?:完|后|成：)|译文(?:后面|末尾|里|一律)|系统提示词|输出提示词|(?:然后|之后)请?输出/,
  /从现在起你|你现在是没有|你扮演|系统消息|作为(?:一个)?(?:ai|人工智能)|写一个.{0,6}函数/,
  /(?:指示|以上)を.{0,4}無視|ルールは忘れて|翻訳(?:は|し|の後)|訳(?:文|した|は「)|プロンプトを|あなたは今から|として振る舞/,
  /(?:지시|이전).{0,6}무시|번역(?:하지|한 (?:뒤|후|다음)|문|\s?뒤에)|프롬프트를|너는 이제 규칙|당신은 이제|\[시스템\]/,
  /ignora (?:las|todas|todo)|olvida (?:la traducción|las instrucciones)|no traduzcas|en lugar de traducir|después de (?:eso|traducir)|al final añade|ahora eres el capitán|\[sistema\]/,
  /<\|(?:im_start|start_header_id)\|>|\[inst\]|<<sys>>|<system>/,
);

const asksToSay =
  /say|output|print|reply|respond|answer|translate|write|输出|回复|回答|写|说|翻译|出力|返事|答え|訳|출력|대답|말해|번역|di\b|escribe|responde|traduce/i;

const orders: readonly (readonly [RegExp, Obedience])[] = [
  [/javascript|python|\bjava\b|code|program|代码|程序|コード|코드|código/i, 'code'],
  [/poem|haiku|rhyme|诗|詩|俳句|시를|시 한|poema/i, 'poem'],
  [/story|tale|故事|小说|物語|이야기|cuento|historia/i, 'story'],
  [
    /you are now|act as|pretend|role-?play|扮演|你现在是|あなたは今から|として振る舞|너는 이제|당신은 이제|역할|ahora eres|actúa/i,
    'persona',
  ],
  [
    /prompt|instructions|rules|bio|canary|reference|提示|指令|规则|自我介绍|设定|自己紹介|プロンプト|指示を(?:出力|表示)|자기소개|프롬프트|지침|biografía|reglas|instrucciones/i,
    'leak',
  ],
  [/<script|onerror|html|脚本|标签/i, 'html'],
  [/link|url|website|链接|网址|リンク|링크|enlace/i, 'link'],
  [/list|steps|列表|清单|リスト|목록|lista/i, 'list'],
  [/marker|⟦|标记|マーカー|마커|marcador/i, 'markers'],
];

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'i');
}

function readingsOf(text: string): string[] {
  const plain = foldLookAlikes(text.normalize('NFKC').replace(/[\p{Cf}\u115f\u3164]/gu, ''));
  const tagged = String.fromCodePoint(
    ...[...text]
      .map((character) => (character.codePointAt(0) ?? 0) - 0xe0000)
      .filter((code) => code >= 32 && code < 127),
  );
  const encoded = (plain.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []).map((run) => Buffer.from(run, 'base64').toString());
  return [plain, [...plain].reverse().join(''), tagged, ...encoded];
}

const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ո: 'n',
  ɡ: 'g',
  ο: 'o',
  ρ: 'p',
  ι: 'i',
};

function foldLookAlikes(text: string): string {
  return [...text].map((character) => lookAlikes[character] ?? character).join('');
}

function quotedIn(text: string): string | undefined {
  return /[“"「『«](.{2,80}?)[”"」』»]/u.exec(text)?.[1];
}
