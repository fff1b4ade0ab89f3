/** Everyday words to build stand-in translations from: harmless in every combination. */
export const plausibleWords: Readonly<Record<string, readonly string[]>> = {
  en: words(
    'morning garden window letter river summer market bottle pocket mirror basket candle butter pillow ladder',
    'kettle blanket saucer teapot lantern meadow orchard pepper ribbon button thimble sunny gentle little quiet',
    'golden silver yellow purple cosy early often under over after about again along almost always maybe quite',
    'really rather soon there together today tonight upon very while with yet bread cloud daisy field grass house',
    'light maple ocean paper quilt roof sugar table uncle village winter yarn apple bridge cherry dinner evening',
  ),
  zh: words(
    '早晨 花园 窗户 书信 河流 夏天 市场 瓶子 口袋 镜子 篮子 蜡烛 黄油 枕头 梯子 水壶 毯子 茶杯 茶壶 灯笼 草地 果园 胡椒',
    '丝带 纽扣 晴朗 温柔 小小 安静 金色 银色 黄色 紫色 舒服 早点 经常 下面 上面 以后 关于 再次 沿着 几乎 总是 也许 非常',
    '真的 比较 很快 那里 一起 今天 今晚 面包 云朵 雏菊 田野 青草 房子 光亮 枫叶 海洋 纸张 被子 屋顶 白糖 桌子 叔叔 村庄',
    '冬天 毛线 苹果 小桥 樱桃 晚饭 傍晚 米饭 豆腐 面条 筷子 碗里 春天 秋天 山路 石头 小船 雨伞 帽子 手套 围巾 衣柜',
  ),
  ja: words(
    '朝ごはん 庭の花 窓辺 手紙 川沿い 夏休み 市場 小さな瓶 鏡 かご ろうそく バター 枕 はしご やかん 毛布 湯のみ 急須 提灯 草原',
    '果樹園 こしょう リボン ボタン 晴れた やさしい 静かな 金色の 銀色の 黄色い 紫の 早めに いつも たぶん とても 本当に すぐに',
    'いっしょに 今日は 今夜は パン 雲 野原 家の 明かり 楓 海辺 紙の 布団 屋根 砂糖 机 おじさん 村の 冬の 毛糸 りんご 橋',
  ),
  ko: words(
    '아침에 정원 창문 편지 강가 여름 시장 유리병 주머니 거울 바구니 양초 버터 베개 사다리 주전자 담요 찻잔 찻주전자 등불 풀밭',
    '과수원 후추 리본 단추 맑은 다정한 작은 조용한 금빛 은빛 노란 보라색 일찍 자주 아래 위에 다시 거의 언제나 아마 아주 정말',
    '곧 거기 함께 오늘은 오늘밤 빵 구름 들판 잔디 집에 불빛 단풍 바다 종이 이불 지붕 설탕 식탁 삼촌 마을 겨울 털실 사과 다리',
  ),
  es: words(
    'mañana jardín ventana carta verano mercado botella bolsillo espejo cesta mantequilla almohada escalera tetera',
    'manta taza farol prado huerto pimienta cinta soleado amable pequeño tranquilo dorado amarillo morado temprano',
    'siempre quizás bastante pronto juntos hoy noche pan nube campo hierba casa luz arce papel techo azúcar mesa tío',
    'pueblo invierno lana manzana puente cereza cena tarde sobre entre cerca muy con para desde hasta donde cuando',
  ),
  fr: words(
    'matin jardin fenêtre lettre rivière marché bouteille poche miroir panier bougie beurre oreiller échelle couverture',
    'tasse théière lanterne prairie verger poivre ruban bouton doux petit calme argenté jaune souvent sous toujours',
    'peut-être bientôt ensemble demain soir pain nuage champ herbe maison érable papier toit sucre table oncle village',
  ),
  de: words(
    'Morgen Garten Fenster Brief Fluss Sommer Markt Flasche Tasche Spiegel Korb Kerze Butter Kissen Leiter Kessel Decke',
    'Tasse Laterne Wiese Pfeffer Band Knopf sonnig sanft klein ruhig golden silbern gelb früh oft unter immer vielleicht',
    'bald zusammen heute Abend Brot Wolke Feld Gras Haus Licht Ahorn Papier Dach Zucker Tisch Onkel Dorf Winter Wolle',
  ),
  ru: words(
    'утро сад окно письмо река лето рынок бутылка карман зеркало корзина свеча масло подушка лестница чайник одеяло',
    'чашка фонарь поляна перец лента солнечный добрый тихий золотой жёлтый рано часто снова почти всегда может очень',
    'скоро вместе сегодня вечером хлеб облако поле трава дом свет клён бумага крыша сахар стол дядя деревня зима',
  ),
};

function words(...lines: string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
