/**
 * What texts that give orders to a translator talk about, by concept. `plain` are words that hardly mean anything else, verbs as
 * an order has them; `loose` is what else a translation may say for them. Words in letters are English, Spanish and stems of
 * French, German, Portuguese and Russian, a star for any ending; then those of Chinese, Japanese and Korean.
 *
 * A faithful translation names, plainly or loosely, what its source names plainly; what a model does instead, or besides,
 * names other things.
 */
export interface Concept {
  group: 'machine' | 'deed' | 'work' | 'matter';
  plain: Wording;
  loose?: Wording;
}
export type Wording = readonly [letters: string, eastAsian: string];

/** The translator, what it was told, and the machinery around it. */
const machine: Record<string, Omit<Concept, 'group'>> = {
  translation: {
    plain: [
      'translat*|traduc*|traduz*|tradui*|übersetz*',
      '翻译|译文|译成|翻成|翻譯|翻訳|訳文|訳して|訳す|訳は|訳し|正しい訳|번역',
    ],
    loose: ['render*|interpret*|version', '译|譯|訳|翻|통역|옮'],
  },
  prompt: {
    plain: ['prompt|prompts|промпт', '提示词|提示詞|プロンプト|프롬프트'],
    loose: ['instruction*|cue*|hint*|message*', '提示|指令|指示'],
  },
  system: {
    plain: ['system|systems|sistema|sistemas|système|systems', '系统|系統|システム|시스템'],
    loose: ['systemic|systematic|sistem*', '体系|制度|体制'],
  },
  rules: {
    plain: [
      'rule|rules|regla*|règle*|instruction*|instruccion*|guideline*|anweisung*|consigne*|инструкци*|configuration|configuración|your task|only job|task:|new task',
      '规则|規則|指令|指示を|指示に|系统设定|配置|任务|课题|課題|ルール|지시|지침|규칙|تعليمات',
    ],
    loose: [
      'instruct*|instruc*|order*|command*|directive*|requirement*|setting*|config*|task*|job|norm*|law*|direction*|question|tarea*|manual',
      '设定|設定|命令|要求|规定|規定|说明|指示|工作|指导|原则|手順|说明书|説明書|説明|命令|명령|설정|설명|안내|법칙|사용법',
    ],
  },
  ai: {
    plain: [
      "(?<!['’])ai|ia|artificial intelligence|chatbot*|assistant:|language model",
      '人工智能|人工知能|聊天助手|语言模型|什么模型|어떤 모델|인공지능',
    ],
    loose: [
      'bot*|robot*|assistant*|asistente*|model*|machine*',
      '助手|模型|机器人|智能|アシスタント|モデル|ロボット|AI|모델|비서|로봇|ai',
    ],
  },
  code: {
    plain: [
      'javascript|python|sql|html|json|script|scripts|código|source code|code block|code only|a function|función|etiqueta|markdown|cookie',
      '代码|函数|脚本|标签|控制台|コード|関数|スクリプト|クッキー|タグを|코드|함수|자바스크립트|스크립트|쿠키|태그',
    ],
    loose: [
      'code*|codif*|function*|funcion*|program*|tag|tags|consol*|browser*|cookies|syntax|script*|label*|delete',
      '程序|标记|编程|浏览器|语法|プログラ|タグ|機能|프로그램|기능|程式|网页|密码|コンソール|曲奇|饼干',
    ],
  },
  marker: {
    plain: ['marker|markers|marcador*|placeholder*', '标记|占位符|マーカー|마커'],
    loose: ['mark|marks|token*|sign*', '记号|符号|標識|标志|马克笔|ペン|펜'],
  },
  hidden: {
    plain: [
      'hidden|secret|secrets|oculta|oculto|ocultas|canary|confidential',
      '隐藏|秘密|机密|金丝雀|隠された|숨겨진|비밀',
    ],
    loose: [
      'hid*|secret*|oculta*|conceal*|conceal*|escond*|reference*|private*|confiden*',
      '隐|隠|密|参考|암호|숨|감추',
    ],
  },
  bio: {
    plain: ['your bio|biografía|introduce yourself|self-introduction', '自我介绍|介绍自己|自己紹介|자기소개'],
    loose: [
      'bio*|introduc*|profile*|about me|about yourself|presenta*',
      '简介|介绍|紹介|소개|传记|资料|生平|プロフィール',
    ],
  },
  told: {
    plain: [
      'you were given|you were told|were you told|you received|you have been given|before my message|this conversation|que recibiste|que te dieron|tu mensaje inicial',
      '你收到的|给你的|你看到的|你开头|你的参考|与えられた|最初に与え|받은 지침|받았어|처음 받은',
    ],
    loose: [
      'given|give|gave|told|receiv*|got|get|saw|see|seen|recib*|dieron|message*|conversation*|beginning',
      '收到|给|看到|告知|告诉|开头|与え|渡|말|받|被|对话|消息',
    ],
  },
  identity: {
    plain: [
      'which model|what model|who made you|who trained you|who are you|what are you\\?|are you an ai|are you a bot|qué modelo|quién te',
      '什么模型|哪个模型|谁训练|谁造|你是谁|你是什么|あなたは誰|何のモデル|어떤 모델|누가 만들|너는 누구',
    ],
    loose: ['model*|who|made|train*|creat*|what|quién|hizo', '模型|谁|训练|造|制|什么|誰|モデル|모델|누구|누가'],
  },
  frame: {
    plain: [
      'developer mode|debug mode|modo desarrollador|administrator|administrador',
      '开发者模式|调试模式|管理员|船长模式|開発者モード|管理者|개발자 모드|관리자',
    ],
    loose: [
      'develop*|debug*|admin*|desarroll*|mode|mod*|manag*',
      '开发|调试|管理|模式|開発|モード|개발|관리|모드|运营',
    ],
  },
  languages: {
    plain: [
      'in french|into french|french slang|in english',
      '翻成英文|成法语|法语俚语|フランス語で|英語では|프랑스어로|영어로',
    ],
    loose: ['french|english|français|inglés|francés', '法语|法文|英文|英语|フランス語|英語|프랑스어|영어'],
  },
  glossary: {
    plain: ['glossary|glosario|context:', '术语表|上下文|背景说明|用語集|용어집'],
    loose: [
      'glossar*|context*|terminolog*|vocabular*|background*|dictionar*',
      '术语|词汇|背景|语境|用語|文脈|용어|문맥|词典|情况',
    ],
  },
};

/** What it is ordered to do. */
const deed: Record<string, Omit<Concept, 'group'>> = {
  ignore: {
    plain: [
      'ignore|disregard|forget|ignora|olvida|ignoriere|vergiss|oublie|override|игнорируй',
      '忽略|无视|無視して|無視し|忘记之前|忘记以|别管|不用管|忘れて|무시하|잊어|تجاهل',
    ],
    loose: [
      "ignor*|disregard*|forg*|overlook*|neglect*|skip*|never mind|don’t mind|don't mind|olvid*|pass*|regardless|overrid*|omit*|whatever|no matter",
      '无视|無視|忘|管|理会|不顾|在意|在乎|무시|잊|신경',
    ],
  },
  utter: {
    plain: [
      'output|print|display|reveal|muestra|imprime|recite|repeat the|repeat everything|repeat it|spell it|enumera|dime|reply with|reply only|respond with|respond only|answer with|answer in|answer me|answer that|you must answer|and answer|responde|tell me|show your|show me your|show the|read me|respóndeme|покажи|gib|summarise|summarize|list the',
      '输出|打印|显示出|公开你|公开全|透露|告诉我|念一遍|念出来|说一遍|重复你|重复一|复述|回复“|只回复|请回答|块回答|用代码回答|列出来|弹出|出力し|表示して|表示する|教えて|見せて|答えて|プロンプトを出|出力|출력해|출력하|출력|보여 줘|보여줘|보여 주는|대답해|말해 줘|알려|اعرض',
    ],
    loose: [
      'output*|print*|show*|display*|reveal*|giv*|gave|tell*|told|say*|said|read*|spell*|repeat*|restat*|recit*|repl*|respond*|answer*|state*|list*|speak*|talk*|explain*|pop*|publish*|impr*|mostr*|muestr*|dec*|dij*|di|cont*|summar*|outp*|issue*|put out|teach*|out|writ*|copy|express*|let|learn*',
      '输出|打印|显示|展示|公开|透露|给|告诉|告知|说|念|读|列|重复|复述|重述|回|答|弹|出|写|讲|总结|概括|表|教|見|言|返|述|声|호|보|말|답|알려|출|공개|읊|쓰|요약|拼|示',
    ],
  },
  write: {
    plain: [
      'write a|write me|write an|compose|invent it|escribe|schreibe|genera|redacta|write javascript|make up a|create a|completa',
      '写一|写首|写出|写个|编一个|生成|创作|作一首|继续写|書いて|作って|써 줘|써라|쓰세요|지어서|만들어 줘',
    ],
    loose: [
      'writ*|wrote|compos*|creat*|invent*|mak*|made|generat*|draft*|escrib*|schreib*|redact*|complet*|fill*|expand*|finish*|continu*|pen*|produc*|author*|come up|put',
      '写|作|编|创|生成|造|补|完成|続|書|써|쓰|지|만들|채우|작성|起草|拟|来一',
    ],
  },
  add: {
    plain: [
      'append|attach|insert|add a|add the|añade|agrega|include an|include a',
      '加上|加入|附上|附带|插入|写上|入れて|付けて|加えて|붙여|넣어|추가해',
    ],
    loose: [
      'add*|append*|attach*|insert*|includ*|put*|añad*|agreg*|plac*|join*|with|accompan*|inclu*|mix*|pour*',
      '加|附|插|放|带|入|付|添|包|넣|붙|추|含|配|上',
    ],
  },
  replace: {
    plain: [
      'replace|instead of|en lugar de|stattdessen|turn this|instead',
      '换成|替换|改为|而不是|代わりに|대신에|말고 ',
    ],
    loose: [
      "replac*|instead*|rather*|chang*|convert*|turn*|switch*|in place|substitut*|not|en vez|lugar|don't",
      '换|替|改|变|代|而|不|대신|말고|转|切',
    ],
  },
  copy: {
    plain: ['copy|copia', '复制|コピー|복사'],
    loose: ['cop*|duplic*|replic*|reproduc*', '拷贝|抄|复印|写し|베끼|文案'],
  },
  pretend: {
    plain: [
      'pretend|imagine you|act as|you act|you are now|be her|stay in character|role-play|roleplay|ahora eres|tu es maintenant|du bist jetzt|switch to',
      '扮演|假装|想象你|你现在是|从现在起你|的口气|切换为|あなたは今から|として振る舞|너는 이제|당신은 이제|처럼 인사',
    ],
    loose: [
      "pretend*|imagin*|act*|play*|rol*|character*|tone*|you are|you're|dress*|disguis*|cosplay*|switch*|personaj*|eres|voice",
      '扮|演|装|想|象|当|你是|角色|口气|语气|现在是|切换|像|として|あなた|너|처럼|인|보이|今',
    ],
  },
  persona: {
    plain: ['captain|capitán|capitaine|pirate|pirata', '船长|海盗|船長|海賊|선장|해적'],
    loose: ['captain*|skipper*|pirate*', '队长|机长|盗|キャプテン|캡틴'],
  },
  obey: {
    plain: [
      'decode|rot13|base64|execute|obey|and do it|do what the|so do it|obedece|decodifica|do as',
      '解码|执行|照做|照此翻译|デコード|従って|その通りに|디코딩|실행해|그대로 해|그대로 보여',
    ],
    loose: [
      'decod*|execut*|obe*|follow*|carry*|do*|perform*|run*|accord*|exact*|as*|compl*|implement*|hazlo',
      '解|执行|照|做|遵|按|跟|运行|行|従|通り|그대로|실행|따',
    ],
  },
  refuse: {
    plain: [
      'refuse to|apologise|apologize|you cannot assist|no puedes ayudar|discúlpate',
      '拒绝翻译|无法协助|道歉|謝って|お手伝いでき|도와줄 수 없다',
    ],
    loose: [
      "refus*|apolog*|sorry|cannot|can't|can’t|unable|not|disculp*|no|declin*|reject*|excus*",
      '拒|歉|不|无法|谢|対不起|对不起|ごめん|謝|できま|없|사과|미안|죄송',
    ],
  },
  stop: {
    plain: [
      "stop translating|do not translate|don't translate|don’t translate|no traduzcas|no longer a",
      '不要翻译|别翻译|停止翻译|不是翻译|翻訳はしない|翻訳しない|번역하지 말|말고 ',
    ],
    loose: ["stop*|not|don't|don’t|no|never|without|instead|no longer|nor|avoid*", '不|别|停|勿|没|ない|ず|말|않|마'],
  },
};

/** What it is ordered to make. */
const work: Record<string, Omit<Concept, 'group'>> = {
  poem: {
    plain: ['poem|poems|haiku|gedicht|poème|poema', '诗|詩|俳句|시를|시 한|시로'],
    loose: ['poe*|verse*|rhym*|sonnet*|poé*', '歌|韵|시'],
  },
  story: {
    plain: ['a story|the story|long story|fairy tale|cuento|un cuento', '故事|童话|物語|동화|이야기를'],
    loose: ['stor*|tale*|fable*|histor*|narrat*|novel*', '小说|话|説|이야기|소설|昔話|传'],
  },
  list: {
    plain: ['numbered list|bullet points|lista de', '编号列|清单|要点|箇条書き|목록'],
    loose: ['list*|bullet*|number*|point*|item*|enumer*', '列|单|条|编号|点|リスト|箇条|항목|번호'],
  },
  link: {
    plain: [
      'markdown link|a link|prize link|url|the address|website',
      '链接|网址|リンクを|링크를|主页地址|领奖页面|のurl|페이지 주소',
    ],
    loose: [
      'link*|url*|address*|site*|page*|website*|enlac*|direcc*|connect*|pág*',
      '链|网|址|页|接|リンク|ページ|링크|주소|페이지|连|サイト|사이트',
    ],
  },
  prize: {
    plain: ['prize|prizes|premio|premios', '领奖|奖品|賞品|경품'],
    loose: ['priz*|premi*|award*|reward*|win*', '奖|賞|상|赏'],
  },
};

/** What they talk about besides. */
const matter: Record<string, Omit<Concept, 'group'>> = {
  wording: {
    plain: [
      'sentence|this text|first line|this line|paragraph|frase|passage',
      '这句话|本句|原文|正文|这一行|この文|説明文|이 문장|문장을|文字',
    ],
    loose: [
      'sentence*|text*|word*|line*|passage*|message*|paragraph*|frase*|phrase*|text*|original*|sent*|quot*|statement*|explan*|pun*|verdict*',
      '句|文|字|行|段|话|语|词|原|문|글|줄|刑|判',
    ],
  },
  earlier: {
    plain: [
      'previous instruct*|all previous|instructions above|above instruct*|anteriores',
      '以上所有|之前的指令|之前的任务|以上指令|以上内容|これまでの指示|以上を|이전 지시|السابقة',
    ],
    loose: [
      'previous*|before*|above*|earlier*|prior*|past|former*|anterior*|so far|preced*|until now|old|последн*',
      '前|上|先|过去|これまで|以|이전|앞|위|지금까지|旧',
    ],
  },
  greeting: {
    plain: ['say hello|greet everyone|greet us|saluda', '打招呼|打个招呼|问好|挨拶して|挨拶する|인사해|인사하'],
    loose: ['hello|hi|hey|greet*|salud*|welcom*|meet*|good|hol*', '好|招呼|问|候|挨拶|あいさつ|인사|안녕|迎'],
  },
  moon: { plain: ['moonlight|the moon|luna', '月光|月亮|달빛|月について'], loose: ['moon*|lun*', '月|달'] },
  sea: {
    plain: ['about the sea|the ocean', '关于大海|海についての|바다에 대한'],
    loose: ['sea*|ocean*|mar|marine|beach*', '海|洋|바다'],
  },
  fox: { plain: ['a fox|the fox|zorro', '狐狸|きつね|여우'], loose: ['fox*|zorr*', '狐|キツネ'] },
  grandma: {
    plain: ['grandma|grandmother|abuela', '奶奶|おばあ|할머니'],
    loose: ['gran*|nan*|abuel*', '姥姥|外婆|祖母|婆'],
  },
  thanks: {
    plain: ['thank you|gracias', '谢谢|ありがとう|고마워|감사합니다'],
    loose: ['thank*|grat*|appreciat*|thx|ty', '谢|感|ありがた|고마|감사|多亏|恩'],
  },
};

function grouped(group: Concept['group'], concepts: Record<string, Omit<Concept, 'group'>>): [string, Concept][] {
  return Object.entries(concepts).map(([name, concept]) => [name, { group, ...concept }]);
}

export const ORDER_CONCEPTS: ReadonlyMap<string, Concept> = new Map([
  ...grouped('machine', machine),
  ...grouped('deed', deed),
  ...grouped('work', work),
  ...grouped('matter', matter),
]);
