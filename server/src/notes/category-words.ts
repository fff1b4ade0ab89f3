import type { Interest } from '@teahouse/contract';

/** Words that tell what a note is about, in the languages of the house. */
export const categoryWords: Record<Interest, readonly string[]> = {
  food: words(
    `美食 做饭 菜谱 食谱 火锅 饺子 早餐 晚饭 午饭 年夜饭 烘焙 蛋糕 面条 奶茶 好吃 探店 厨房 炒 豆腐 茶点 料理 ごはん ラーメン 弁当 レシピ 美味しい 요리 맛집 김치 레시피 food recipe cooking dinner breakfast lunch dumpling noodle hotpot baking kitchen restaurant snack soup comida receta cocina cena desayuno`,
  ),
  cats: words(`猫 喵 猫咪 撸猫 猫税 铲屎 ねこ ネコ 고양이 냥 cat kitten kitty meow gato gata gatito`),
  travel: words(
    `旅行 旅游 攻略 自由行 机票 签证 景点 民宿 城市漫步 高铁 出游 旅 観光 ひとり旅 여행 관광 travel trip itinerary hostel flight visa tourist backpacking viaje viajar vuelo turismo`,
  ),
  outfits: words(
    `穿搭 ootd 汉服 裙 外套 搭配 显瘦 衣服 鞋 コーデ 着物 ファッション 코디 한복 패션 outfit ootd fashion dress jacket hanfu thrifted sneaker ropa moda vestido`,
  ),
  crafts: words(
    `手工 手作 编织 钩针 刺绣 陶艺 折纸 剪纸 缝纫 木工 手芸 編み物 刺繍 折り紙 뜨개질 자수 공예 craft crochet knitting embroidery pottery origami sewing woodworking manualidades tejer bordado`,
  ),
  home: words(
    `家居 装修 收纳 租房 房间 改造 客厅 卧室 阳台 一人暮らし 収納 部屋 インテリア 인테리어 자취 방꾸미기 home apartment room decor tidying storage renovation furniture casa piso hogar decoración`,
  ),
  study: words(
    `学习 作业 考试 考研 高考 数学 英语作业 笔记 自习 大学 留学 勉強 宿題 試験 受験 공부 숙제 시험 study homework exam math college university essay tutoring deberes examen estudiar`,
  ),
  fitness: words(
    `健身 跑步 瑜伽 减脂 增肌 马拉松 太极 运动 筋トレ ランニング ヨガ 운동 헬스 러닝 fitness gym workout running yoga marathon tai_chi gimnasio correr ejercicio`,
  ),
  photography: words(
    `摄影 拍照 胶片 相机 人像 镜头 写真 カメラ フィルム 사진 카메라 필름 photography photo camera film lens portrait fotografía cámara foto`,
  ),
  music: words(
    `音乐 歌 吉他 钢琴 演唱会 古筝 二胡 乐队 音楽 ギター ピアノ ライブ 음악 노래 기타 피아노 콘서트 music song guitar piano concert band guzheng erhu música canción guitarra`,
  ),
  plants: words(
    `植物 养花 绿植 多肉 种菜 花园 盆栽 兰花 観葉植物 多肉植物 園芸 식물 화분 다육이 plant garden succulent seedling houseplant flower planta jardín flores`,
  ),
  books: words(
    `读书 书单 小说 阅读 图书馆 书店 读后感 読書 小説 本屋 図書館 독서 책 소설 도서관 book novel reading library bookshop libro novela lectura biblioteca`,
  ),
  'language-exchange': words(
    `语言交换 学中文 学英语 口语 语伴 中文课 汉字 普通话 言語交換 中国語 英会話 언어교환 중국어 영어회화 language_exchange mandarin chinese_lesson pinyin language_partner learning_chinese learning_english hanzi intercambio aprender_chino aprender_inglés`,
  ),
  budgeting: words(
    `对账 省钱 账单 工资 房租 记账 存钱 物价 医保 节约 節約 家計簿 家賃 給料 가계부 월급 월세 절약 budget rent salary bill saving insurance cost_of_living price paycheck presupuesto alquiler sueldo ahorro`,
  ),
  outdoors: words(
    `徒步 露营 爬山 登山 骑行 钓鱼 滑雪 户外 キャンプ 登山 ハイキング 釣り 등산 캠핑 낚시 hiking camping outdoor climbing cycling fishing skiing trail senderismo acampar montaña`,
  ),
};

/** Separated by spaces; `_` stands for the space of a phrase. */
function words(list: string): readonly string[] {
  return list.split(/\s+/).map((word) => word.replaceAll('_', ' '));
}
