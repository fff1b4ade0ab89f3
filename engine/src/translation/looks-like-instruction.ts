import { foldDisguise, otherReadings } from './fold-disguise.ts';

// Ideas of an instruction to a machine, each in English, Chinese, Japanese, Korean, Spanish and the stems that French,
// German, Italian and Portuguese share with them.
const IDEAS = {
  ignore:
    /(?<!(?:don'?t|not|never|won'?t) )(?<!\p{L})(?:ignor\p{L}*|disregard\p{L}*|forget(?! (?:about )?(?:me|it)\b)|overrid\p{L}+|bypass\p{L}*|skip|stop following|olvida\p{L}*|omite|desatiend\p{L}*|oubli\p{L}+|vergiss)(?!\p{L})|忽略|无视|無視|忘记|忘掉|不要理会|不用管|跳过|忘れ|従わない|무시|잊어|따르지 마/u,
  earlier:
    /(?<!\p{L})(?:previous|prior|above|earlier|preceding|before|all|every|any|your|the system|these|anterior\p{L}*|previas?|previos?|todas?|arriba|pr[eé]c[eé]dent\p{L}*|ci-dessus|vorherig\p{L}*|obig\p{L}*|tu|tus)(?!\p{L})|之前|以上|上面|先前|前面|上述|所有|一切|你的|前の|上記|これまで|すべて|全て|今まで|이전|위의|앞의|모든|지금까지|너의|당신의/u,
  rules:
    /(?<!\p{L})(?:instructions?|instrucci\p{L}+|instru[cç]\p{L}+|prompts?|rules?|guidelines?|directives?|commands?|orders?|messages?|reglas?|[oó]rdenes|anweisung\p{L}*|consignes?)(?!\p{L})|指令|指示|提示词|提示詞|提示|规则|規則|命令|要求|设定|ルール|プロンプト|지시|명령|규칙|프롬프트|설정/u,
  reveal:
    /(?<!\p{L})(?:reveal|print|output|repeat|show|display|leak|tell me|give me|write out|say|list|imprime|muestra\p{L}*|revela\p{L}*|repite|escribe|dime|affiche\p{L}*|r[eé]v[eè]le\p{L}*)(?!\p{L})|输出|打印|显示|透露|告诉我|重复|复述|说出|泄露|公开|列出|出力|表示|教えて|見せて|繰り返し|出して|출력|보여|알려|말해|공개|반복/u,
  secrets:
    /(?<!\p{L})(?:(?:system|hidden|initial|secret|original|developer) (?:prompt|instructions?|message|rules|config\p{L}*)|your (?:system |hidden |initial |own )?(?:prompt|instructions|bio|rules)|(?:prompt|instrucciones|mensaje) (?:del? )?(?:sistema|inicial\p{L}*|ocult\p{L}*|secret\p{L}*)|tus? (?:prompt|instrucciones|biograf[ií]a)|api[ -]?keys?|canary|training data)(?!\p{L})|系统提示|系統提示|提示词|提示詞|你的(?:指令|简介|设定|提示|规则|身份|系统)|初始指令|密钥|システムプロンプト|あなたの(?:指示|プロンプト|設定|自己紹介)|시스템 ?프롬프트|(?:너의|당신의|네) ?(?:프롬프트|지시|설정|소개)/u,
  role: /(?<!\p{L})(?:you(?: are|'re) (?:now (?:in|free|dan|an? (?:ai|bot|assistant|model))|no longer an? (?:ai|bot|assistant|translator|model))|from now on,? you|(?:^|[.!?,;:\n"] ?|please |and |must )(?:act as (?:an?|if you)|pretend (?:to be an? (?:ai|bot|assistant|model)|you are an?|you have no)|role-?play as)|enter \p{L}+ mode|(?:developer|dan|jailbreak|god|debug) mode|ahora eres una?|act[uú]a como (?:una?|si fueras)|finge (?:ser|que eres)|tu es maintenant|du bist jetzt)(?!\p{L})|你(?:现在|現在|从现在起|將|将)是(?:一个)?(?:ai|助手|机器人|模型|没有)|从现在(?:开始|起)[，, ]?你|(?:请|请你|由你|你来|你将|并)扮演|假装(?:自己|你)是(?:一个)?(?:ai|助手|机器人|模型)|开发者模式|越狱模式|あなたは(?:今|これ)から|になりきって|として振る舞|開発者モード|(?:너는|당신은) ?지금부터|인 척|역할을 해|개발자 모드/u,
  make: /(?<!\p{L})(?:write|compose|generate|create|draft|produce|escribe|escr[ií]beme|crea|genera|redacta|[eé]cris|schreibe?)(?!\p{L})|写|作一?首|编写|生成|创作|来一?首|書いて|作って|作成|書け|써 ?줘|써라|작성|만들어|쓰세요/u,
  work: /(?<!\p{L})(?:poems?|haiku|essays?|stor(?:y|ies)|songs?|code|program|scripts?|functions?|javascript|python|html|sql|jokes?|recipes?|poema|ensayo|canci[oó]n|c[oó]digo|cuento|chiste|po[eè]me|gedicht|sonnets?|limericks?)(?!\p{L})|诗|詩|代码|代碼|程序|函数|脚本|作文|文章|故事|笑话|段子|歌词|コード|プログラム|物語|エッセイ|ポエム|俳句|시를|시 한|코드|프로그램|소설|이야기|에세이/u,
  after:
    /(?<!\p{L})(?:after (?:that|this|translating|you translate)|then|instead(?: of translating)?|and also|finally|at the end|before translating|luego|despu[eé]s|en lugar de|en vez de|al final|ensuite|puis|danach)(?!\p{L})|然后|之后|接着|随后|并且|最后|而是|翻译完|その後|それから|代わりに|最後に|次に|그 ?다음|그리고 나서|대신|후에|마지막에/u,
  speak:
    /(?<!\p{L})(?:say|output|print|reply|respond|answer|append|add|include|write|translate (?:it|this|that|everything) as|only the words?|di|responde|contesta|a[nñ]ade|agrega|escribe|imprime|r[eé]ponds?|dis)(?!\p{L})|说|输出|回复|回答|打印|加上|附上|写上|翻译(?:成|为)|言って|答えて|出力|返信|返事|追加|書いて|말해|대답|답해|출력|추가|덧붙|써 ?줘/u,
  translation:
    /(?<!\p{L})(?:translat\p{L}+|traduc\p{L}+|render\p{L}*|glossary|glosario|terms)(?!\p{L})|翻译|译文|翻成|翻譯|术语表|訳|用語集|번역|용어집/u,
  noTranslating:
    /(?<!\p{L})(?:do not|don'?t|stop|instead of|no need to|never) translat\p{L}+|(?<!\p{L})no (?:lo )?traduzcas|(?:不要|别|不用|停止)[^。，,]{0,12}翻[译譯](?!腔)|翻訳(?:しないで|するな|せずに|の代わりに)|번역하지 ?(?:마|말)|번역 ?대신/u,
} as const;

type Idea = keyof typeof IDEAS;

// Ideas that have to meet within one text, in the wording of an order where they are everyday ones: members write poems,
// tell what happened then, and ask each other to translate a recipe.
const ATTEMPTS: readonly { ideas: readonly Idea[]; order?: RegExp }[] = [
  { ideas: ['ignore', 'earlier', 'rules'] },
  { ideas: ['reveal', 'secrets'] },
  { ideas: ['role'] },
  {
    ideas: ['secrets'],
    order:
      /(?:what|which|where|summari[sz]e|finish|spell|enumera|cu[aá]les)(?!\p{L}).{0,40}(?:your (?:prompt|instructions)|you were (?:given|told))|你有哪些规则|你的指令是什么/u,
  },
  {
    ideas: ['ignore', 'rules'],
    order:
      /(?:ignore|disregard|forget|bypass) (?:\p{L}+ ){0,3}(?:instructions?|rules|prompts?|guidelines)|(?:忽略|无视|别管|忘记|跳过).{0,8}(?:指令|规则|要求|提示|任务)|(?:指示|ルール|プロンプト|命令).{0,4}(?:無視|忘れ)|(?:지시|규칙|명령|지침).{0,6}(?:무시|잊)|(?:ignora|olvida|ignoriere)\p{L}* (?:\p{L}+ ){0,3}(?:instrucciones|reglas|anweisungen)/u,
  },
  {
    // Said to the translator about its translation.
    ideas: ['translation'],
    order:
      /translator[,:]? (?:add|append|insert|put|include|write|please)|(?:after|once|when|whenever|while) (?:you )?(?:are |have )?(?:translat\p{L}+|done)[^.]{0,30}(?:add|append|write|introduce|continue|include|output|say)|(?:in|after|to|at the end of) (?:the|your|every|each) translation[^.]{0,20}(?:add|append|write|include|insert|put)|translat\p{L}+ (?:this |it |everything |the )*(?:sentence |text )?(?:in)?to (?:javascript|python|code|html|sql)|(?:correct )?translation (?:of this|is)[^.]{0,40}(?:["“]|poem|story|code)|(?:render|translate) [^.]{0,24} as ?[«"“']|glossary update|(?:译文|翻译)(?:末尾|最后|结果|后面|之后|里|中|一律|完)[^。]{0,8}(?:加|附|写|输出|放|介绍)|每条译文|正确(?:的)?译文|(?:翻译|翻)成 ?(?:javascript|python|代码|sql|html)|术语表[:：]|用語集[:：]|용어집[:：]|glosario[:：]|訳文(?:の最後|の末尾|に).{0,20}(?:入れ|付け|加え|書)|(?:訳した|翻訳した?の?)(?:あと|後).{0,16}(?:出力|続け|書|紹介|付け)|javascriptに(?:翻訳|訳)|と訳すのが|번역(?:문에|한 다음|한 뒤| ?뒤에| ?끝에| 결과로).{0,24}(?:넣|붙|출력|써|소개)|자바스크립트로 번역|en la traducci[oó]n.{0,20}(?:a[nñ]ad|agreg|incluy|etiqueta)|traduce.{0,30} (?:a javascript|siempre)|a[nñ]ade en la traducci[oó]n/u,
  },
  { ideas: ['noTranslating'] },
  {
    ideas: ['make', 'work'],
    order:
      /(?:^|[.!?,;:\n"'(] *|please |and |then |must |just )(?:write|compose|generate|create|draft|produce) (?:me |us |out )*(?:an?|some|the|\d+|short|python|javascript|html|sql)(?!\p{L})|(?<![你他她们了会想在就要])(?<!(?<!给)我)(?:写|编写|生成|创作|来|作)(?:出|下)?(?:一|首|段|篇|个|几)|(?:を|一つ)(?:書いて(?!い)|作って(?!い)|書け|作成して)|(?:써 ?줘|써라|작성해|만들어 ?줘|쓰세요)|(?<!\p{L})(?:escribe|escr[ií]beme|redacta|genera|[eé]cris|schreibe) (?:un|una|ein|eine|me)(?!\p{L})/u,
  },
  {
    ideas: ['after', 'speak'],
    order:
      /after (?:that|this|translating|you translate)[^.]{0,12} (?:say|output|print|reply|respond|answer)(?!\p{L})|(?:then|instead),? (?:please )?(?:only |just )?(?:output|print|reply with|respond with|answer with|say (?:the word|only|exactly|["'“:]))|(?:然后|之后|接着|翻译完后?|最后|并)(?:请|再|直接|只)*(?:输出|打印|回复(?![我你他她])|说[:"“「])|(?:その後|それから|代わりに|最後に).{0,12}(?:出力|と答えて|とだけ)|(?:그 ?다음|그리고|대신).{0,14}(?:출력|라고 (?:말해|대답해))|(?:luego|despu[eé]s|en su lugar),? (?:di|responde|imprime)(?!\p{L})/u,
  },
  {
    ideas: ['speak'],
    order:
      /translate (?:this |that |it |everything )*as ?["'“:]|(?:reply|respond|answer) (?:only )?with (?:only )?["'“]|翻译[成为]["“「:]|只(?:输出|回复|回答)["“「:]|とだけ(?:出力|答え)|라고만/u,
  },
];

// Chat templates, forged roles, and a way out of the JSON the text is sent in.
const FORGED_FRAME =
  /<\|?(?:im_start|im_end|endoftext|system|assistant|eot_id)\|?>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|instructions?|assistant)>|(?:^|\n)[^\S\n]*(?:#{1,3}[^\S\n]*)?(?:system|assistant|developer)[^\S\n]*[:：]|"\s*\}\s*[\],]|"(?:translations?|segments|role|content)"\s*:/u;

const ENCODED_ORDER =
  /(?:decode|decodifica|read it backwards) (?:and|y) |デコードして|디코딩해서|解码后|\b(?:base64|rot13|hex)\b.{0,40}\b(?:decode|follow|execute|obey|do)\b|\b(?:decode|execute)\b.{0,40}\b(?:base64|rot13|hex)\b|解码.{0,12}(?:执行|照做)/u;

/**
 * Whether a text gives orders to the machine that reads it. For the log; the author is not punished for it.
 */
export function looksLikeInstruction(text: string): boolean {
  return [foldDisguise(text), ...otherReadings(text)].some(
    (plain) => FORGED_FRAME.test(plain) || ENCODED_ORDER.test(plain) || attemptsIn(plain).length > 0,
  );
}

function attemptsIn(plain: string) {
  return ATTEMPTS.filter(
    ({ ideas, order }) => ideas.every((idea) => IDEAS[idea].test(plain)) && (!order || order.test(plain)),
  );
}
