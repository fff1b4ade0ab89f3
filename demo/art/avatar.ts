// Members' pictures: a drawn face, animal or thing on a ground of the member's own hue.
import { catHead, coat } from './shapes-cats.ts';
import { bust, type Look } from './shapes-people.ts';
import { flower, leaf, lotus, potted } from './shapes-plants.ts';
import { lantern } from './shapes-room.ts';
import { bowl, teapot } from './shapes-table.ts';
import {
  at,
  blob,
  clip,
  dabs,
  deep,
  dot,
  ell,
  fade,
  halo,
  hash,
  many,
  mix,
  pale,
  path,
  pick,
  rect,
  ring,
  rng,
  type Stage,
  stroke,
} from './svg.ts';

export interface AvatarSpec {
  hue: number;
  emoji?: string;
  seed: number | string;
}
type Motif = (s: Stage, ground: string) => string;

const hex = (hue: number, sat: number, lum: number): string => {
  const f = (k: number): string => {
    const q = (k + hue / 30) % 12;
    const c = lum - sat * Math.min(lum, 1 - lum) * Math.max(-1, Math.min(q - 3, 9 - q, 1));
    return Math.round(c * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${f(0)}${f(8)}${f(4)}`;
};
const INK = '#2A1A1E';
const eyes = (y: number, gap: number, r = 8): string =>
  dot(128 - gap, y, r, INK) +
  dot(128 + gap, y, r, INK) +
  dot(126 - gap, y - r * 0.3, r * 0.3, '#FFFFFF') +
  dot(126 + gap, y - r * 0.3, r * 0.3, '#FFFFFF');
const blush = (y: number, gap: number): string =>
  ell(128 - gap, y, 13, 8, '#E8776A', 0.4) + ell(128 + gap, y, 13, 8, '#E8776A', 0.4);
const shoulders = (c: string): string =>
  path('M24 270C24 200 80 186 128 186S232 200 232 270Z', c) +
  path('M150 188C200 192 232 210 232 270H180C190 230 180 204 150 188Z', deep(c, 0.3), 0.3);
const smile = (y: number, w = 12): string => stroke(`M${128 - w} ${y}Q128 ${y + w} ${128 + w} ${y}`, INK, 5);

const cat: Motif = (s) => {
  const c = coat(s.seed >>> 4);
  return shoulders(c.base) + at(128, 142, 1.42, catHead(s, c, pick(['open', 'happy', 'open'], s.seed >>> 7)));
};
const dog: Motif = (s) => {
  const c = pick(['#D99A52', '#8A5A3C', '#FBF1DF', '#6B5A52'], s.seed >>> 4);
  return (
    shoulders(c) +
    blob(s.r, 128, 132, 76, 78, c, 0.03) +
    ell(128, 160, 44, 38, pale(c, 0.6)) +
    at(60, 86, 1, path('M0 0C-36 10 -40 80 -10 104C20 90 26 30 0 0Z', deep(c, 0.3)), 6) +
    at(196, 86, 1, path('M0 0C36 10 40 80 10 104C-20 90 -26 30 0 0Z', deep(c, 0.38)), -6) +
    eyes(122, 30) +
    ell(128, 146, 15, 11, INK) +
    stroke('M128 156V166M110 168Q128 184 146 168', INK, 5) +
    path('M118 174Q128 204 138 174Z', '#E8685E') +
    blush(150, 54) +
    path('M70 200Q128 236 186 200L180 218Q128 248 76 218Z', '#D8432E')
  );
};
const panda: Motif = (s) =>
  shoulders('#2F2A34') +
  dot(66, 76, 30, '#2F2A34') +
  dot(190, 76, 30, '#2F2A34') +
  blob(s.r, 128, 134, 86, 78, '#FFFDF4', 0.02) +
  ell(92, 132, 24, 29, '#2F2A34') +
  ell(164, 132, 24, 29, '#2F2A34') +
  dot(95, 130, 9, '#FFFFFF') +
  dot(161, 130, 9, '#FFFFFF') +
  dot(96, 131, 5, INK) +
  dot(160, 131, 5, INK) +
  ell(128, 158, 13, 9, INK) +
  stroke('M114 176Q128 186 142 176', INK, 5) +
  blush(170, 56) +
  at(196, 220, 1, leaf(90, 18, '#5E9A62'), 30) +
  at(196, 220, 1, leaf(80, 18, '#3F7D5C'), -10);
const rabbit: Motif = (s) => {
  const c = pick(['#FFFDF4', '#E3D3C0', '#C9A98A'], s.seed >>> 4);
  return (
    shoulders(c) +
    many(2, (i) =>
      at(i ? 160 : 96, 96, 1, ell(0, -34, 22, 58, c) + ell(0, -32, 11, 42, '#F0A8A0', 0.9), i ? 12 : -12),
    ) +
    blob(s.r, 128, 146, 72, 66, c, 0.02) +
    eyes(138, 30) +
    path('M119 156H137L128 166Z', '#E0706A') +
    stroke('M128 166V172M114 176Q121 184 128 174Q135 184 142 176', INK, 4) +
    blush(162, 48)
  );
};
const bear: Motif = (s) => {
  const c = pick(['#9C6A44', '#C98F5D', '#6B4A38', '#F3EADB'], s.seed >>> 4);
  return (
    shoulders(c) +
    dot(70, 82, 27, c) +
    dot(186, 82, 27, c) +
    dot(70, 82, 14, pale(c, 0.4)) +
    dot(186, 82, 14, pale(c, 0.4)) +
    blob(s.r, 128, 138, 82, 76, c, 0.02) +
    ell(128, 164, 40, 32, pale(c, 0.55)) +
    eyes(128, 32) +
    ell(128, 152, 14, 10, INK) +
    smile(170, 12) +
    path('M76 206Q128 240 180 206V224Q128 254 76 224Z', '#1F7A6B')
  );
};
const fox: Motif = () =>
  shoulders('#E07A36') +
  path('M40 60L84 84H172L216 60C226 130 190 214 128 220C66 214 30 130 40 60Z', '#E07A36') +
  path('M52 74L84 92L62 116ZM204 74L172 92L194 116Z', '#3A2A2E') +
  path(
    'M38 134C70 140 100 160 128 208C156 160 186 140 218 134C206 180 170 216 128 220C86 216 50 180 38 134Z',
    '#FFF8EA',
  ) +
  eyes(136, 34, 9) +
  ell(128, 206, 14, 11, INK) +
  path('M140 84H172L216 60C226 130 190 214 128 220C190 190 200 120 140 84Z', '#2A1420', 0.1);
const owl: Motif = (s) =>
  shoulders('#8A6A4E') +
  blob(s.r, 128, 140, 84, 92, '#A9845E', 0.02) +
  path('M50 60L100 84L60 110ZM206 60L156 84L196 110Z', '#8A6A4E') +
  dot(92, 128, 38, '#FBF1DF') +
  dot(164, 128, 38, '#FBF1DF') +
  dot(92, 128, 24, '#F2B63E') +
  dot(164, 128, 24, '#F2B63E') +
  dot(94, 128, 13, INK) +
  dot(162, 128, 13, INK) +
  dot(89, 122, 4, '#FFFFFF') +
  dot(157, 122, 4, '#FFFFFF') +
  path('M116 148H140L128 176Z', '#E08A3E') +
  stroke(
    'M92 196q10 12 20 0q10 12 20 0q10 12 20 0q10 12 20 0M104 218q10 12 20 0q10 12 20 0q10 12 20 0',
    '#FBF1DF',
    6,
    0.8,
  );
const frog: Motif = (s) =>
  shoulders('#5E9A52') +
  dot(82, 84, 33, '#6FA85C') +
  dot(174, 84, 33, '#6FA85C') +
  blob(s.r, 128, 148, 94, 68, '#6FA85C', 0.02) +
  dot(82, 82, 21, '#FFFDF4') +
  dot(174, 82, 21, '#FFFDF4') +
  dot(85, 84, 11, INK) +
  dot(171, 84, 11, INK) +
  stroke('M70 160Q128 206 186 160', INK, 6) +
  blush(156, 66) +
  dot(118, 136, 4, INK) +
  dot(138, 136, 4, INK);
const penguin: Motif = (s) =>
  shoulders('#2F3A56') +
  blob(s.r, 128, 144, 84, 96, '#2F3A56', 0.02) +
  path('M128 122C96 80 60 120 76 176C88 236 168 236 180 176C196 120 160 80 128 122Z', '#FFFDF4') +
  eyes(138, 26) +
  path('M110 152Q128 142 146 152Q128 176 110 152Z', '#F2A63E') +
  blush(166, 46) +
  path('M64 204Q128 240 192 204V222Q128 256 64 222Z', '#D8432E');
const koi: Motif = (s, g) =>
  many(3, (i) => ring(128, 128, 60 + i * 38, 60 + i * 38, pale(g, 0.5), 4, 0.5)) +
  at(
    132,
    128,
    1.12,
    path(
      'M-70 0C-40 -40 30 -34 50 -6C64 -30 84 -34 92 -40C88 -16 88 16 92 40C80 34 62 28 50 6C30 34 -40 40 -70 0Z',
      '#FFFDF4',
    ) +
      path('M-44 -22C-20 -40 0 -34 -2 -12C-12 6 -40 0 -44 -22Z', '#E0542E') +
      path('M12 -26C34 -24 44 -14 46 -4C36 10 14 4 12 -26Z', '#E0542E') +
      path('M60 -8L90 -34L88 -6Z', '#E0542E') +
      path('M-20 -30Q-6 -56 16 -50Q10 -34 6 -28ZM-16 28Q-2 52 18 46Q10 34 6 26Z', '#F6C9B0') +
      dot(-50, -8, 5, INK) +
      dot(-50, 8, 5, INK),
    -38 + (s.seed % 3) * 30,
  );
const pot: Motif = (s) =>
  ell(128, 214, 110, 22, '#FFF8EA', 0.4) +
  at(128, 210, 0.6, teapot(pick(['#D8432E', '#1F7A6B', '#F6EAD3', '#3F5F8A'], s.seed >>> 4), '#F2B63E')) +
  many(2, (i) => stroke(`M${112 + i * 34} 44q-14 -14 0 -26t0 -20`, '#FFFDF5', 8, 0.7));
const rice: Motif = (s) =>
  at(
    128,
    216,
    0.5,
    bowl(s, 170, 140, {
      color: pick(['#D8432E', '#2F6F8A', '#1F7A6B'], s.seed >>> 4),
      motif: 'waves',
      band: '#FFF8EA',
      food:
        path('M-150 0C-140 -110 140 -110 150 0Q0 40 -150 0Z', '#FFFDF6') +
        many(14, (i) => ell(-110 + ((i * 53) % 220), -20 - ((i * 29) % 44), 9, 5, '#E9E0CC')) +
        dot(0, -70, 20, '#D8432E'),
    }),
  );
const plant: Motif = (s) =>
  ell(128, 226, 90, 16, '#2A1420', 0.2) +
  at(
    128,
    226,
    0.62,
    potted(
      s,
      { leaf: '#5E9A62', leaf2: '#35684E' },
      s.seed >>> 4,
      pick(['#D8432E', '#F6EAD3', '#E9A83A'], s.seed >>> 6),
    ),
  );
const mountain: Motif = (_s, g) =>
  dot(176, 84, 34, '#FFF3C9') +
  path('M-10 256L90 86L130 150L168 110L270 256Z', mix(g, '#2F4A5E', 0.7)) +
  path('M90 86L130 150L110 140L98 156L84 132L66 128Z', '#FFFDF6') +
  path('M-10 256C60 190 150 230 270 200V260H-10Z', '#1F7A6B') +
  stroke('M30 70q10 -12 18 0q8 -12 18 -2', INK, 4, 0.6);
const wave: Motif = () =>
  dot(150, 104, 54, '#F6E3B0') +
  many(
    3,
    (i) =>
      path(
        `M-10 ${166 + i * 30}${many(4, () => 'q36 -40 72 0')}V270H-10Z`,
        pick(['#7FB5C4', '#4F8AA0', '#2B5F7A'], i),
      ) + stroke(`M-10 ${166 + i * 30}${many(4, () => 'q36 -40 72 0')}`, '#FFFDF6', 6, 0.8),
  );
const lamp: Motif = (s) =>
  at(128, 132, 0.86, lantern(s, 0, 0, 1, pick(['#D8432E', '#E9863A', '#C8362A'], s.seed >>> 4), 180));
const bloom: Motif = (s) =>
  many(4, (i) => at(128, 140, 1, leaf(120, 36, '#3F7D5C'), 45 + i * 90)) +
  at(128, 132, 1, flower(96, pick(['#E8705A', '#FFF4EA', '#E88AA8', '#F2C24E'], s.seed >>> 4), '#D9962C', 8)) +
  many(8, (i) => dot(128 + Math.cos(i * 0.785) * 15, 132 + Math.sin(i * 0.785) * 15, 4, '#8A5A20'));
const pond: Motif = () =>
  ell(128, 204, 108, 28, '#2F6A55') + ell(118, 200, 80, 18, '#5E9A62') + at(128, 196, 1.05, lotus(1, '#E87F90'));
const book: Motif = (s) =>
  at(
    128,
    150,
    1,
    path(
      'M-92 -50C-60 -66 -20 -62 0 -44C20 -62 60 -66 92 -50V62C60 48 20 50 0 70C-20 50 -60 48 -92 62Z',
      pick(['#D8432E', '#1F7A6B', '#3F5F8A'], s.seed >>> 4),
    ) +
      path('M-84 -56C-56 -70 -18 -66 0 -48V58C-20 40 -56 38 -84 50Z', '#FFFDF4') +
      path('M84 -56C56 -70 18 -66 0 -48V58C20 40 56 38 84 50Z', '#F3E8D2') +
      many(4, (i) =>
        stroke(
          `M-68 ${-34 + i * 20}Q-40 ${-44 + i * 20} -16 ${-28 + i * 20}M68 ${-34 + i * 20}Q40 ${-44 + i * 20} 16 ${-28 + i * 20}`,
          '#B9A686',
          4,
        ),
      ),
  ) +
  at(128, 96, 0.8, leaf(70, 22, '#5E9A62'), 12) +
  at(128, 96, 0.8, leaf(60, 20, '#3F7D5C'), -30);

const person: Motif = (s) => {
  const q = s.seed >>> 3;
  const look: Look = {
    top: pick(['#D8432E', '#1F7A6B', '#E9A83A', '#F6EAD3', '#5C6FA8', '#C77A8A', '#3A4A5A'], q),
    bottom: INK,
    hair: pick(['#2A1E22', '#4A2E22', '#1F1B26', '#8A5A38', '#B9B2AC'], q >>> 2),
    skin: pick(['#F2C9A4', '#F6D7B8', '#D9A27A', '#A8714E', '#7A4E38'], q >>> 4),
  };
  const extra = [
    '',
    path('M52 84C60 10 196 10 204 84Q128 56 52 84Z', look.top) + ell(128, 84, 92, 13, deep(look.top, 0.2)),
    path('M66 92C70 20 186 20 190 92Q128 62 66 92Z', '#E3D3B0') + rect(60, 80, 136, 24, '#D8432E', 12),
    at(186, 62, 1, flower(24, '#F6EAD3', '#E9A83A')),
    '',
    path('M84 150C90 196 166 196 172 150C160 172 96 172 84 150Z', look.hair, 0.9),
  ];
  return (
    at(128, 260, 1.02, bust(look, q % 12)) +
    at(0, -14, 1, q % 2 ? pick(extra.slice(0, 4), q >>> 3) : pick(extra, q >>> 3))
  );
};

const MOTIFS: readonly Motif[] = [
  person,
  cat,
  person,
  dog,
  panda,
  person,
  rabbit,
  bear,
  person,
  fox,
  owl,
  person,
  frog,
  penguin,
  person,
  koi,
  pot,
  person,
  rice,
  plant,
  mountain,
  person,
  wave,
  lamp,
  bloom,
  pond,
  book,
];
const BY_EMOJI: Record<string, Motif> = {
  '🐱': cat,
  '🐈': cat,
  '😺': cat,
  '🐶': dog,
  '🐕': dog,
  '🐼': panda,
  '🐰': rabbit,
  '🐇': rabbit,
  '🐻': bear,
  '🦊': fox,
  '🦉': owl,
  '🐸': frog,
  '🐧': penguin,
  '🐟': koi,
  '🐠': koi,
  '🍵': pot,
  '🫖': pot,
  '🍚': rice,
  '🍜': rice,
  '🪴': plant,
  '🌿': plant,
  '🌱': plant,
  '🌵': plant,
  '⛰': mountain,
  '🏔': mountain,
  '🗻': mountain,
  '🌊': wave,
  '🏮': lamp,
  '🌸': bloom,
  '🌼': bloom,
  '🌻': bloom,
  '🌺': bloom,
  '🪷': pond,
  '📚': book,
  '📖': book,
};

/** A 256×256 picture; the same spec always gives the same picture. An emoji only chooses the motif. */
export function drawAvatar({ hue, emoji, seed }: AvatarSpec): string {
  const value = hash(`avatar ${seed}`);
  const s: Stage = { id: 'avatar', w: 256, h: 256, v: value % 4, u: 1, r: rng(value), seed: value, defs: [] };
  const h = ((hue % 360) + 360) % 360;
  const ground = hex(h, 0.5, 0.76);
  const motif = BY_EMOJI[(emoji ?? '').replace(/\uFE0F/g, '')] ?? pick(MOTIFS, value >>> 9);
  const back =
    rect(
      0,
      0,
      256,
      256,
      fade(
        s,
        [
          [0, pale(ground, 0.35)],
          [1, deep(ground, 0.06)],
        ],
        [1, 1],
      ),
    ) +
    dot(96, 84, 150, halo(s, '#FFF8E0', 0.55)) +
    blob(s.r, 190, 210, 120, 90, deep(ground, 0.12), 0.16, 0.35) +
    dabs(s.r, 0, 0, 256, 256, '#FFFDF4', 16, 0.2, 70);
  const body = clip(s, 'M0 0H256V256H0Z', back + motif(s, ground));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256"><defs>${s.defs.join('')}</defs>${body}</svg>`;
}
