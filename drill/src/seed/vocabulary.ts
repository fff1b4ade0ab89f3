import type { Random } from '@teahouse/engine';

/** Words that everybody uses: each is in one note of eight or so, as 早餐 is in a real house. */
export const commonChinese = words(
  '早餐 火锅 旅行 猫咪 咖啡 周末 电影 音乐 手工 作业 地铁 公园 房租 工资 面条 奶茶 冬天 邻居 市场 学校',
);
export const commonEnglish = words(
  'breakfast hotpot travel kitten coffee weekend movie music craft homework subway park rent salary noodle tea winter neighbor market school',
);
const rarerChinese = words(
  `饺子 豆腐 烘焙 蛋糕 厨房 菜谱 民宿 机票 签证 高铁 汉服 穿搭 外套 编织 刺绣 陶艺 装修 阳台 客厅 考试 数学 英语 图书馆 小说 书店
  吉他 钢琴 演唱会 植物 多肉 花园 瑜伽 跑步 健身 露营 爬山 钓鱼 滑雪 摄影 相机 医保 物价 口语 汉字 自行车 博物馆 海边 夜市 烧烤 豆浆
  油条 馄饨 米粉 酸菜 辣椒 茶叶 月饼 灯笼 毛笔 象棋 围巾 手套 雨伞 行李箱 地图 车站 机场 餐厅 超市 菜市场`,
);
const rarerEnglish = words(
  `dumpling tofu baking cake kitchen recipe hostel flight visa train jacket outfit knitting embroidery pottery renovation balcony exam math
  library novel bookshop guitar piano concert plant succulent garden yoga running gym camping hiking fishing skiing photography camera
  insurance price spelling bicycle museum beach barbecue soup chili lantern brush chess scarf glove umbrella suitcase map station airport`,
);

export const topicNames = [
  ...words('今天吃什么 城市漫步 猫税 听劝 对账 留学互助 手作日记 假期去哪 租房改造 今日穿搭 读书笔记 探店地图'),
  ...words('cattax foodie citywalk helpme crafting budgeting bookstack outfitcheck plantlife weekendplans'),
  ...rarerChinese.map((word) => `${word}日常`),
  ...rarerEnglish.map((word) => `${word}diary`),
];

export interface WrittenText {
  language: 'zh' | 'en';
  title: string;
  text: string;
}

/** A note of about 130 Chinese characters or 80 English words. */
export function writeNote(random: Random): WrittenText {
  return random() < 0.65 ? writeChinese(random) : writeEnglish(random);
}

function writeChinese(random: Random): WrittenText {
  const common = pick(random, commonChinese, 4);
  const rarer = pick(random, rarerChinese, 4);
  const [a = '', b = '', c = '', d = ''] = common;
  const [e = '', f = '', g = '', h = ''] = rarer;
  const day = 1 + Math.floor(random() * 300);
  return {
    language: 'zh',
    title: `${a}，${e}，第 ${day} 天`,
    text: [
      `今天一早出门，先为了${a}走了很远，路上看见卖${e}的小店，进去坐了一会儿。`,
      `老板说他每到${c}就会想起${f}，我们聊了快一个小时，从${b}说到${g}，谁也没有觉得无聊。`,
      `回来以后把${d}的事情也办好了，花了 ${10 + Math.floor(random() * 400)} 块，比想象中便宜。`,
      `如果你也喜欢${h}，欢迎在下面告诉我，我会一条一条看，下次写得更详细一点。`,
    ].join('\n'),
  };
}

function writeEnglish(random: Random): WrittenText {
  const [a = '', b = '', c = '', d = ''] = pick(random, commonEnglish, 4);
  const [e = '', f = '', g = '', h = ''] = pick(random, rarerEnglish, 4);
  const day = 1 + Math.floor(random() * 300);
  return {
    language: 'en',
    title: `${capital(a)} and ${e}, day ${day}`,
    text: [
      `Went out early because of the ${a} and walked much further than planned, past a small shop that sells nothing but ${e}.`,
      `The owner told me that every ${c} makes him think of ${f}; we talked for almost an hour, from ${b} to ${g}, and nobody was bored.`,
      `On the way back I settled the ${d} too, ${10 + Math.floor(random() * 400)} in total, cheaper than I had feared.`,
      `If you like ${h} as well, tell me below; I read every answer and will write more the next time.`,
    ].join('\n'),
  };
}

export const commentTexts = [
  ...[
    '太好看了',
    '求地址！',
    '谢谢分享，收藏了',
    '我也去过，真的很推荐',
    '请问大概要花多少钱？',
    '哈哈哈太真实了',
    '第一次听说',
  ],
  ...[
    'This made my day',
    'Where is this?',
    'Saved for the weekend',
    'Thank you for writing it down',
    'How much was it?',
  ],
];

/** Some of a list, each once. */
function pick(random: Random, list: readonly string[], count: number): string[] {
  const picked = new Set<string>();
  while (picked.size < count) picked.add(list[Math.floor(random() * list.length)] ?? '');
  return [...picked];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function words(list: string): readonly string[] {
  return list.split(/\s+/);
}
