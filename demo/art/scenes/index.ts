import type { Scene } from '../svg.ts';
import { balcony } from './balcony-garden.ts';
import { baoziSteamer } from './baozi-steamer.ts';
import { skewers } from './barbecue-skewers.ts';
import { beach } from './beach-sunset.ts';
import { bento } from './bento.ts';
import { bibimbap } from './bibimbap.ts';
import { bikeLane } from './bicycle-lane.ts';
import { birthday } from './birthday-cake.ts';
import { bookshelf } from './bookshelf.ts';
import { bread } from './bread-loaf.ts';
import { calendar } from './calendar.ts';
import { camping } from './camping-tent.ts';
import { boxCat } from './cat-box.ts';
import { loafScene } from './cat-loaf.ts';
import { onBooks } from './cat-on-books.ts';
import { sleeping } from './cat-sleeping.ts';
import { windowCat } from './cat-window.ts';
import { chalkboard } from './chalkboard.ts';
import { churros } from './churros.ts';
import { cityMap } from './city-map.ts';
import { coffee } from './coffee-cup.ts';
import { congee } from './congee-bowl.ts';
import { croissants } from './croissants.ts';
import { desert } from './desert-road.ts';
import { deskLamp } from './desk-lamp.ts';
import { dogPark } from './dog-park.ts';
import { dumplings } from './dumplings.ts';
import { embroidery } from './embroidery.ts';
import { fireworks } from './fireworks.ts';
import { fruit } from './fruit-plate.ts';
import { globe } from './globe-friends.ts';
import { greatWall } from './great-wall.ts';
import { guitar } from './guitar.ts';
import { hanfu } from './hanfu.ts';
import { hanok } from './hanok-street.ts';
import { hospital } from './hospital-bill.ts';
import { hotpot } from './hotpot.ts';
import { kimchi } from './kimchi-jar.ts';
import { yarnScene } from './kitten-yarn.ts';
import { knitting } from './knitting.ts';
import { lanterns } from './lanterns.ts';
import { lighthouse } from './lighthouse.ts';
import { lotusPond } from './lotus-pond.ts';
import { makeup } from './makeup-table.ts';
import { math } from './math-homework.ts';
import { milkTea } from './milk-tea.ts';
import { mooncakes } from './mooncakes.ts';
import { fuji } from './mount-fuji.ts';
import { mountainLake } from './mountain-lake.ts';
import { nightMarket } from './night-market.ts';
import { noodleSoup } from './noodle-soup.ts';
import { radio } from './old-radio.ts';
import { paella } from './paella.ts';
import { pancakes } from './pancakes.ts';
import { paperCut } from './paper-cutting.ts';
import { parrot } from './parrot.ts';
import { phone } from './phone-chat.ts';
import { piggy } from './piggy-bank.ts';
import { pottery } from './pottery-wheel.ts';
import { rainy } from './rainy-street.ts';
import { ramen } from './ramen-bowl.ts';
import { receipts } from './receipts.ts';
import { salad } from './salad-bowl.ts';
import { seal } from './seal-stamp.ts';
import { shanghai } from './shanghai-skyline.ts';
import { basket } from './shopping-basket.ts';
import { sneakers } from './sneakers.ts';
import { snowVillage } from './snow-village.ts';
import { summer } from './summer-outfit.ts';
import { sushi } from './sushi-plate.ts';
import { tacos } from './tacos.ts';
import { teaSet } from './tea-set.ts';
import { teahouse } from './teahouse-front.ts';
import { toolbox } from './toolbox.ts';
import { torii } from './torii-gate.ts';
import { trainWindow } from './train-window.ts';
import { twoCats } from './two-cats.ts';
import { vocabulary } from './vocabulary-notebook.ts';
import { voiceRoom } from './voice-room.ts';
import { watercolors } from './watercolors.ts';
import { westLake } from './west-lake.ts';
import { coat } from './wool-coat.ts';

/** One composed scene per id of `illustrations.json`. */
export const scenes: Record<string, Scene> = {
  'cat-loaf': loafScene,
  'cat-window': windowCat,
  'cat-box': boxCat,
  'two-cats': twoCats,
  'kitten-yarn': yarnScene,
  'cat-sleeping': sleeping,
  'cat-on-books': onBooks,
  'dog-park': dogPark,
  parrot,
  'ramen-bowl': ramen,
  'kimchi-jar': kimchi,
  tacos,
  'barbecue-skewers': skewers,
  'salad-bowl': salad,
  'fruit-plate': fruit,
  knitting,
  'pottery-wheel': pottery,
  'paper-cutting': paperCut,
  embroidery,
  watercolors,
  'sushi-plate': sushi,
  bibimbap,
  paella,
  bento,
  'congee-bowl': congee,
  hotpot,
  dumplings,
  'noodle-soup': noodleSoup,
  'baozi-steamer': baoziSteamer,
  mooncakes,
  'tea-set': teaSet,
  'balcony-garden': balcony,
  'desk-lamp': deskLamp,
  bookshelf,
  'makeup-table': makeup,
  guitar,
  'old-radio': radio,
  'desert-road': desert,
  'mountain-lake': mountainLake,
  lighthouse,
  'camping-tent': camping,
  'snow-village': snowVillage,
  'lotus-pond': lotusPond,
  'great-wall': greatWall,
  'west-lake': westLake,
  'shanghai-skyline': shanghai,
  'mount-fuji': fuji,
  'torii-gate': torii,
  'beach-sunset': beach,
  'hanok-street': hanok,
  'train-window': trainWindow,
  'night-market': nightMarket,
  'rainy-street': rainy,
  'bicycle-lane': bikeLane,
  fireworks,
  lanterns,
  'teahouse-front': teahouse,
  'math-homework': math,
  'vocabulary-notebook': vocabulary,
  chalkboard,
  receipts,
  'shopping-basket': basket,
  'piggy-bank': piggy,
  'hospital-bill': hospital,
  calendar,
  'milk-tea': milkTea,
  'coffee-cup': coffee,
  croissants,
  churros,
  'birthday-cake': birthday,
  'bread-loaf': bread,
  pancakes,
  'voice-room': voiceRoom,
  'globe-friends': globe,
  'phone-chat': phone,
  'city-map': cityMap,
  'seal-stamp': seal,
  toolbox,
  'wool-coat': coat,
  hanfu,
  'summer-outfit': summer,
  sneakers,
};
