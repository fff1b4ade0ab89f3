import type { Script } from './scripts.ts';

/**
 * Languages written in a script, the one with most readers first (Unicode CLDR, languages and scripts). Latin, Han, kana
 * and Hangul are told apart by other means.
 */
export const SCRIPT_LANGUAGES: ReadonlyMap<Script, readonly string[]> = new Map<Script, readonly string[]>([
  ['Cyrillic', ['ru', 'uk', 'bg', 'sr', 'be', 'kk', 'mk', 'mn', 'ky', 'tg']],
  ['Arabic', ['ar', 'fa', 'ur', 'ps', 'ug', 'ckb', 'sd']],
  ['Devanagari', ['hi', 'mr', 'ne', 'sa']],
  ['Bengali', ['bn', 'as']],
  ['Hebrew', ['he', 'yi']],
  ['Ethiopic', ['am', 'ti']],
  ['Thai', ['th']],
  ['Greek', ['el']],
  ['Tamil', ['ta']],
  ['Telugu', ['te']],
  ['Gujarati', ['gu']],
  ['Gurmukhi', ['pa']],
  ['Kannada', ['kn']],
  ['Malayalam', ['ml']],
  ['Oriya', ['or']],
  ['Sinhala', ['si']],
  ['Myanmar', ['my']],
  ['Khmer', ['km']],
  ['Lao', ['lo']],
  ['Tibetan', ['bo']],
  ['Georgian', ['ka']],
  ['Armenian', ['hy']],
  ['Mongolian', ['mn']],
  ['Thaana', ['dv']],
]);

/** The other way round; a language that is missing is written in Latin letters. */
export const SCRIPT_OF_LANGUAGE: ReadonlyMap<string, Script> = new Map<string, Script>([
  ['zh', 'Han'],
  ['ja', 'Han'],
  ['ko', 'Hangul'],
  ...[...SCRIPT_LANGUAGES].flatMap(([script, languages]) => languages.map((language) => [language, script] as const)),
]);

/** Letters that only one of the languages of a script uses (Omniglot alphabets; CLDR exemplar sets). */
export const TELLTALE_LETTERS: readonly { language: string; letters: RegExp }[] = [
  { language: 'be', letters: /ў/iu },
  { language: 'uk', letters: /[єґї]/iu },
  { language: 'kk', letters: /[әұқ]/iu },
  { language: 'sr', letters: /[ђћ]/iu },
  { language: 'mk', letters: /[ѓќѕ]/iu },
  { language: 'ru', letters: /[ыэё]/iu },
  { language: 'ur', letters: /[ٹڈڑے]/u },
  { language: 'fa', letters: /[پچژگ]/u },
];

/**
 * Ideographs of the Japanese standard that neither simplified nor traditional Chinese uses: kokuji and shinjitai of the
 * Jōyō table (Agency for Cultural Affairs 2010) without those that double as a Chinese variant.
 */
export const JAPANESE_ONLY_HAN =
  /[込働畑峠辻匂枠栃気駅円図広売読対単営変観関楽帰検験県剣権戻絵続経総緑縄発鉄転軽鶏塩浜渋沢択渇焼猟砕穂粋縦聴脳臓薬蔵覚訳譲豊賛遅酔醸釈銭鋳錬録闘陥険隠雑霊頼顔駆騒髄黙斎歯齢]/u;

/** The same for Latin alphabets, where a letter is strong evidence but loans and names carry it abroad. */
export const LATIN_TELLTALE_LETTERS: readonly { language: string; letters: RegExp }[] = [
  { language: 'vi', letters: /[ảạăắằẳẵặấầẩẫậđẻẽẹếềểễệỉịỏọốồổỗộơớờởỡợủụưứừửữựỳỷỹỵ]/iu },
  { language: 'es', letters: /(?:[ñ¿¡]|ísim[oa]|ción)/iu },
  { language: 'pt', letters: /(?:ã[oe]|õe|ção)/iu },
  { language: 'de', letters: /ß/iu },
  { language: 'tr', letters: /[ğış]/u },
  { language: 'pl', letters: /[łąęśźż]/iu },
  { language: 'fr', letters: /(?:œ|(?<!\p{L})[jlcdnmts]['’][aeéèiou])/iu },
];

/**
 * Characters of Chinese that Japanese does not write. The first line holds particles, pronouns and verbs that Japanese has
 * other words for, and simplified forms of the community's topics; the rest are the most frequent characters of Chinese
 * everyday sentences (Tatoeba) that the Japanese standard JIS X 0208 lacks, mostly simplified forms.
 */
export const CHINESE_ONLY_HAN = new RegExp(
  `[
    們這那呀哦哈嘛麼个讓怎很吃喝歡听网姐哥孩儿没沒嘅冇咗厉宠软馋饺锅链频剧综赠艳纯肤补妆瘦饼绒绵绣缝织编绘涂鸦毕驱恼绷庐苏闽赣泸贺赚亏贷抢贴闺
    你她汤这们么嗎吗说时为說晚哪过欢给车您开每话对丽该玛语问见让现发觉间样认请还书吧电经钱幫别应诉谁题买帮爸步呢东亲桌长关难试两错读饭跑谢动须爱种进习门咖份乐啡兴实记妈许议总离视师谈论结顿岁够带懂确头马笔黑处远场边变糕偷奶单
    图轻备张辦报惊辆值识歲业计园续讨伤查钟约啊运迟响讲馆傻刚夠员选风卡满鱼办继丢啤险绝亚树谎划紧纸德课脑厌证红节义戶达烦钢责飞费误终朵尔词卖錶伦脸絕热虑预內碰护战银产讶謊规饿另释联转赶扔闭举腳观惯强复调负赢疯阅貓铅杀减溫适沉
    鸡烧姊聪纪队项坚顾伙赛麵统则龄块职镜趕败渴术伞脫俱务怀邮换药丟玫吵极弹增墙类评遗擊严摔鸟简钥码养访显尝踢骑资权顶环传领连众纽户仅圣译綠择蓝验雞检诺诚历扰虽妒骗搞拥击设烤盐谅较测胜褲诞颜闻际兰喂戏歷赞躺穷恶衬扫钓镇贵敌躲顺
    厅邻订济杂鲜盯细栋罗骄脏忆卧级执营棵拼萨鄉导驾阳临标态閱压袜灭删签锁鬍疗诗滩线菸灵军吓专饮销閒围眾噢货嘿净归账盘优枪闆賴苍產耍贝碟艺团购财咱拖錄齿涉农获质滚啥懒乡奋圆厲奖递损绿闲歧
  ]`.replace(/\s/gu, ''),
  'u',
);

/** Japanese words of Han characters alone that Chinese does not use by themselves, common as a whole comment. */
export const JAPANESE_HAN_WORDS =
  /^(?:最高|大丈夫|素敵|可愛|綺麗|了解|優勝|無理|勉強|面白|大好|乾杯|日本語|誕生日|美味)$/u;
