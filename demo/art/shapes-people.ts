// Small people, umbrellas, bicycles and lamps for streets and paths.
import { at, deep, dot, ell, line, many, path, pick, rect, ring, stroke } from './svg.ts';

export interface Look {
  top: string;
  bottom: string;
  hair: string;
  skin: string;
  skirt?: boolean;
  bun?: boolean;
}
const SKINS = ['#F2C9A4', '#D9A27A', '#A8714E', '#F6D7B8', '#7A4E38'];
export const look = (i: number, top?: string): Look => ({
  top: top ?? pick(['#D8432E', '#1F7A6B', '#E9A83A', '#F6EAD3', '#5C6FA8', '#C77A8A'], i),
  bottom: pick(['#2F3A56', '#5A4238', '#7A8A92', '#3A3238'], i + 1),
  hair: pick(['#2A1E22', '#4A2E22', '#1F1B26', '#6B4632'], i),
  skin: pick(SKINS, i * 3 + 1),
  skirt: i % 3 === 0,
  bun: i % 2 === 0,
});

/** A walking figure seen from behind or the front, 240 high. */
export const walker = (l: Look, face = false, flip = false): string =>
  at(
    0,
    0,
    1,
    ell(4, 2, 46, 9, '#2A1420', 0.25) +
      (l.skirt
        ? stroke('M-12 -60L-16 -8M14 -60L16 -6', l.skin, 13) + path('M-36 -130H34L48 -48Q0 -36 -48 -48Z', l.bottom)
        : stroke('M-12 -110L-20 -10M12 -110L20 -8', l.bottom, 22)) +
      ell(-20, -4, 15, 7, '#2A1E22') +
      ell(20, -3, 15, 7, '#2A1E22') +
      path('M-38 -120C-42 -160 -40 -192 -22 -196H22C40 -192 42 -160 36 -116Q0 -106 -38 -120Z', l.top) +
      path('M10 -196H22C40 -192 42 -160 36 -116L14 -112Z', deep(l.top, 0.4), 0.3) +
      stroke('M-32 -182Q-50 -150 -42 -118M32 -182Q50 -150 44 -120', deep(l.top, 0.1), 18) +
      dot(-42, -112, 9, l.skin) +
      dot(44, -112, 9, l.skin) +
      rect(-9, -208, 18, 18, l.skin) +
      ell(0, -228, 27, 30, l.skin) +
      (face
        ? path('M-30 -226C-34 -270 34 -270 30 -226C24 -246 -10 -250 -30 -226Z', l.hair) +
          dot(-9, -224, 3, '#2A1E22') +
          dot(10, -224, 3, '#2A1E22') +
          stroke('M-5 -214Q0 -209 6 -214', '#B5503E', 3)
        : path('M-30 -222C-36 -270 36 -270 30 -222C26 -196 -26 -196 -30 -222Z', l.hair) +
          (l.bun ? dot(0, -262, 14, l.hair) : path('M-28 -226C-32 -180 -10 -176 0 -178S32 -180 28 -226Z', l.hair))),
    0,
    flip,
  );

/** Head and shoulders for gatherings, a face in a circle or at a table; 200 wide. */
export const bust = (l: Look, mood = 0): string =>
  path('M-100 0C-100 -70 -50 -84 0 -84S100 -70 100 0Z', l.top) +
  path('M30 -82C80 -76 100 -50 100 0H50Z', deep(l.top, 0.4), 0.3) +
  rect(-18, -110, 36, 40, deep(l.skin, 0.12), 10) +
  (mood % 2
    ? path('M-70 -150C-80 -250 80 -250 70 -150C76 -100 64 -70 56 -64L-56 -64C-64 -70 -76 -100 -70 -150Z', l.hair)
    : '') +
  ell(0, -150, 54, 62, l.skin) +
  path('M-60 -146C-72 -236 72 -236 60 -146C50 -176 20 -186 -10 -184C-34 -182 -52 -170 -60 -146Z', l.hair) +
  (mood % 3 === 1 ? dot(0, -228, 26, l.hair) : '') +
  (mood % 3 === 2
    ? ring(-20, -146, 16, 16, '#2A1E22', 4) +
      ring(22, -146, 16, 16, '#2A1E22', 4) +
      line(-4, -146, 6, -146, '#2A1E22', 4)
    : '') +
  (mood % 4 < 2
    ? dot(-20, -146, 5, '#2A1E22') + dot(22, -146, 5, '#2A1E22')
    : stroke('M-28 -144Q-20 -152 -12 -144M14 -144Q22 -152 30 -144', '#2A1E22', 4)) +
  ell(-32, -128, 10, 6, '#E8776A', 0.4) +
  ell(34, -128, 10, 6, '#E8776A', 0.4) +
  stroke('M-12 -120Q2 -108 16 -120', '#A8453A', 4) +
  line(1, -140, 3, -130, deep(l.skin, 0.25), 4);

export const umbrella = (c: string): string =>
  line(0, -150, 0, 10, '#3A2A2A', 6) +
  path(
    'M-120 -150C-110 -250 110 -250 120 -150Q90 -172 60 -150Q30 -172 0 -150Q-30 -172 -60 -150Q-90 -172 -120 -150Z',
    c,
  ) +
  path('M30 -222C90 -214 116 -190 120 -150Q90 -172 60 -150Q56 -190 30 -222Z', deep(c, 0.35), 0.45) +
  stroke('M0 -226Q-44 -200 -60 -150M0 -226V-152', deep(c, 0.2), 3, 0.6) +
  line(0, -238, 0, -224, '#3A2A2A', 6);
export const bicycle = (c: string): string =>
  ell(0, 2, 210, 12, '#2A1420', 0.22) +
  many(2, (i) =>
    at(
      i ? 130 : -130,
      -82,
      1,
      ring(0, 0, 80, 80, '#2A2430', 9) +
        ring(0, 0, 70, 70, '#D9D3C6', 3, 0.7) +
        stroke(
          many(6, (j) => `M0 0L${Math.round(Math.cos(j * 1.05) * 74)} ${Math.round(Math.sin(j * 1.05) * 74)}`),
          '#CFC9BC',
          2,
          0.8,
        ) +
        dot(0, 0, 8, '#8E8A86'),
    ),
  ) +
  stroke('M-130 -82L-60 -190H80L-20 -82H-130M-60 -190L-20 -82M80 -190L130 -82M80 -190L74 -232', c, 12) +
  stroke('M74 -232Q120 -250 126 -218', '#3A2A2A', 10) +
  line(-60, -190, -66, -214, '#8E8A86', 9) +
  rect(-108, -230, 84, 18, '#6B4032', 9) +
  dot(-20, -82, 19, '#5A565A') +
  stroke('M-20 -82L4 -56', '#3A2A2A', 8) +
  path('M110 -210H190L180 -150H122Z', '#C99A5E') +
  stroke('M112 -194H188M116 -174H184', '#9C6B34', 5);
export const streetLamp = (h: number, c: string, lit: string): string =>
  rect(-8, -h, 16, h, c, 4) +
  rect(-20, -24, 40, 24, c, 5) +
  path(`M-34 ${-h - 70}H34L22 ${-h}H-22Z`, lit) +
  path(`M-42 ${-h - 66}L0 ${-h - 108}L42 ${-h - 66}Z`, c) +
  rect(-26, -h - 4, 52, 12, c, 3);
