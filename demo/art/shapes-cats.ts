// Cats (and a dog) in several poses and coats; (0,0) is the ground below the middle.
import { at, blob, clip, deep, dot, ell, many, pale, path, pick, type Stage, stroke } from './svg.ts';

export interface Coat {
  base: string;
  mark: string;
  belly: string;
  kind: 'tabby' | 'plain' | 'calico' | 'tuxedo' | 'points';
}
export const COATS: readonly Coat[] = [
  { base: '#E9994A', mark: '#C46F2A', belly: '#FBE6C6', kind: 'tabby' },
  { base: '#FBF3E4', mark: '#E08A3E', belly: '#FFFDF6', kind: 'calico' },
  { base: '#3A3542', mark: '#24202C', belly: '#F6EFE2', kind: 'tuxedo' },
  { base: '#9AA3A8', mark: '#6E787F', belly: '#E9EBE6', kind: 'tabby' },
  { base: '#F2E1C8', mark: '#6B4A3E', belly: '#FFF6E6', kind: 'points' },
  { base: '#FBF6EC', mark: '#E3D3BC', belly: '#FFFFFF', kind: 'plain' },
];
export const coat = (i: number): Coat => pick(COATS, i);

export type Eyes = 'open' | 'shut' | 'happy' | 'up';
const HEAD =
  'M-60 12C-68 -16 -68 -54 -60 -92C-46 -88 -30 -74 -22 -60C-8 -65 8 -65 22 -60C30 -74 46 -88 60 -92C68 -54 68 -16 60 12C54 44 28 56 0 56S-54 44 -60 12Z';
const headMarks = (c: Coat): string => {
  if (c.kind === 'tabby')
    return (
      stroke('M0 -62V-34M-16 -60L-12 -38M16 -60L12 -38M-66 -2L-44 2M-66 14L-46 14M66 -2L44 2M66 14L46 14', c.mark, 7) +
      ell(0, 34, 32, 24, c.belly)
    );
  if (c.kind === 'calico')
    return path('M-70 -100H-4C0 -60 -20 -20 -70 -14Z', c.mark) + path('M70 -100H24C14 -60 40 -30 70 -24Z', '#3A3542');
  if (c.kind === 'tuxedo') return path('M0 -28C10 4 34 10 40 30C30 60 -30 60 -40 30C-34 10 -10 4 0 -28Z', c.belly);
  if (c.kind === 'points')
    return (
      blob(() => 0.5, 0, 20, 40, 44, c.mark, 0, 0.85) +
      path('M-62 -94C-46 -88 -30 -74 -24 -62L-58 -46ZM62 -94C46 -88 30 -74 24 -62L58 -46Z', c.mark)
    );
  return '';
};
const eyesOf = (c: Coat, eyes: Eyes): string => {
  const dark = c.kind === 'tuxedo' ? '#F6EFE2' : '#2A1A1E';
  if (eyes === 'shut') return stroke('M-40 -2Q-28 8 -16 -2M16 -2Q28 8 40 -2', dark, 5);
  if (eyes === 'happy') return stroke('M-40 2Q-28 -14 -16 2M16 2Q28 -14 40 2', dark, 5);
  const iris = c.kind === 'points' ? '#7FB8D0' : c.kind === 'tuxedo' ? '#F2C24E' : '#9DB45A';
  return many(2, (i) =>
    at(
      i ? 28 : -28,
      -4,
      1,
      ell(0, 0, 14, 15, iris) + ell(0, eyes === 'up' ? -4 : 1, 7, 12, '#1F1620') + dot(-4, -6, 4, '#FFFFFF'),
    ),
  );
};
/** A cat's face seen from the front, about 130 wide. */
export const catHead = (s: Stage, c: Coat, eyes: Eyes = 'open'): string =>
  clip(
    s,
    HEAD,
    path(HEAD, c.base) + headMarks(c) + path('M20 60C60 40 62 -20 50 -60H80V60Z', deep(c.base, 0.5), 0.16),
  ) +
  path('M-54 -78C-46 -74 -38 -66 -33 -58L-52 -48ZM54 -78C46 -74 38 -66 33 -58L52 -48Z', '#E79A92', 0.9) +
  eyesOf(c, eyes) +
  ell(-42, 22, 12, 7, '#E8776A', 0.35) +
  ell(42, 22, 12, 7, '#E8776A', 0.35) +
  path('M-8 16H8L0 26Z', '#D9685E') +
  stroke('M0 26Q-2 36 -14 34M0 26Q2 36 14 34', c.kind === 'points' ? '#2A1A1E' : deep(c.mark, 0.3), 4) +
  stroke(
    'M-46 28L-92 20M-46 36L-90 42M46 28L92 20M46 36L90 42',
    c.kind === 'tuxedo' ? '#CFC6BC' : deep(c.base, 0.45),
    2.5,
    0.7,
  );

const bodyMarks = (c: Coat, x: number, y: number, w: number, h: number): string => {
  if (c.kind === 'tabby')
    return many(6, (i) =>
      path(
        `M${x + w * (0.12 + i * 0.15)} ${y - 10}q${w * 0.05} ${h * 0.3} ${-w * 0.02} ${h * 0.5}q${-w * 0.04} ${-h * 0.24} ${-w * 0.05} ${-h * 0.5}Z`,
        c.mark,
      ),
    );
  if (c.kind === 'calico')
    return (
      ell(x + w * 0.34, y + h * 0.14, w * 0.22, h * 0.32, c.mark) +
      ell(x + w * 0.8, y + h * 0.3, w * 0.2, h * 0.4, '#3A3542') +
      ell(x + w * 0.55, y + h * 0.8, w * 0.14, h * 0.2, c.mark)
    );
  if (c.kind === 'points') return ell(x + w, y + h * 0.7, w * 0.25, h * 0.4, c.mark, 0.35);
  return '';
};
const shade = (x: number, y: number, w: number, h: number, c: Coat): string =>
  path(
    `M${x + w * 0.6} ${y + h}C${x + w * 0.9} ${y + h * 0.8} ${x + w * 0.86} ${y + h * 0.3} ${x + w * 0.7} ${y - 20}H${x + w + 30}V${y + h + 20}H${x + w * 0.4}Z`,
    deep(c.base, 0.55),
    0.18,
  ) + ell(x + w * 0.3, y + h * 0.1, w * 0.22, h * 0.12, pale(c.base, 0.5), 0.45);
const ground = (rx: number): string => ell(14, 2, rx, rx * 0.14, '#2A1420', 0.26);
const tailColor = (c: Coat): string => (c.kind === 'points' ? c.mark : c.kind === 'calico' ? '#3A3542' : c.base);
const tailD = (c: Coat, d: string, width: number): string =>
  stroke(d, tailColor(c), width) +
  (c.kind === 'tabby'
    ? `<path d="${d}" fill="none" stroke="${c.mark}" stroke-width="${width}" stroke-dasharray="14 26" />`
    : '');

/** The loaf: paws tucked in, 380 wide and 250 high. */
export const catLoaf = (s: Stage, c: Coat, eyes: Eyes = 'shut'): string => {
  const d =
    'M-186 -20C-206 -90 -170 -170 -80 -184C20 -200 130 -190 176 -130C214 -80 204 -30 190 -10C180 8 -176 10 -186 -20Z';
  return (
    ground(200) +
    clip(
      s,
      d,
      path(d, c.base) +
        bodyMarks(c, -120, -190, 330, 190) +
        shade(-186, -190, 390, 200, c) +
        ell(-96, -40, 74, 70, c.belly, c.kind === 'points' ? 0.4 : 0.9),
    ) +
    tailD(c, 'M188 -44C216 0 120 10 60 -6', 32) +
    ell(-128, -10, 36, 20, c.kind === 'tuxedo' ? c.belly : pale(c.base, 0.2)) +
    ell(-62, -8, 36, 20, c.kind === 'tuxedo' ? c.belly : pale(c.base, 0.12)) +
    at(-96, -150, 1.12, catHead(s, c, eyes))
  );
};
/** Sitting, facing us. */
export const catSit = (s: Stage, c: Coat, eyes: Eyes = 'open'): string => {
  const d = 'M-104 -6C-130 -90 -80 -150 -56 -230H56C80 -150 130 -90 104 -6C96 8 -96 8 -104 -6Z';
  return (
    ground(128) +
    tailD(c, 'M90 -16C170 -10 176 -80 140 -120', 28) +
    clip(
      s,
      d,
      path(d, c.base) +
        bodyMarks(c, -110, -230, 220, 220) +
        ell(0, -130, 44, 90, c.belly) +
        shade(-110, -230, 220, 230, c),
    ) +
    stroke('M-22 -110V-20M22 -110V-20', deep(c.base, 0.4), 4, 0.4) +
    ell(-34, -6, 34, 20, c.kind === 'points' ? c.mark : c.belly) +
    ell(34, -6, 34, 20, c.kind === 'points' ? c.mark : c.belly) +
    at(0, -256, 1.1, catHead(s, c, eyes))
  );
};
/** Sitting with its back to us, looking out. */
export const catBack = (s: Stage, c: Coat): string => {
  const d = 'M-116 -6C-146 -100 -84 -170 -56 -236H56C84 -170 146 -100 116 -6C106 8 -106 8 -116 -6Z';
  const head =
    'M-62 -236C-72 -262 -70 -310 -58 -346C-44 -340 -30 -328 -22 -314C-8 -319 8 -319 22 -314C30 -328 44 -340 58 -346C70 -310 72 -262 62 -236C50 -196 -50 -196 -62 -236Z';
  const stripes =
    c.kind === 'tabby'
      ? stroke(
          'M0 -310V-190M-18 -306L-14 -280M18 -306L14 -280M-40 -170Q0 -150 40 -170M-58 -128Q0 -104 58 -128M-76 -84Q0 -60 76 -84M-84 -40Q0 -18 84 -40',
          c.mark,
          9,
          0.9,
        )
      : '';
  return (
    ground(136) +
    clip(
      s,
      d,
      path(d, c.base) +
        bodyMarks({ ...c, kind: c.kind === 'tabby' ? 'plain' : c.kind }, -116, -236, 232, 230) +
        shade(-116, -236, 232, 240, c),
    ) +
    clip(
      s,
      head,
      path(head, c.base) +
        (c.kind === 'calico'
          ? path('M-80 -350H-6V-250H-80Z', c.mark) + path('M80 -350H30L20 -280H80Z', '#3A3542')
          : '') +
        (c.kind === 'points' ? path('M-80 -350H-22V-312L-66 -290ZM80 -350H22V-312L66 -290Z', c.mark) : '') +
        path('M20 -200C60 -220 60 -280 50 -320H90V-200Z', deep(c.base, 0.5), 0.18),
    ) +
    stripes +
    tailD(c, 'M96 -20C170 0 190 70 140 110', 30)
  );
};
/** Curled up asleep, 400 wide. */
export const catCurl = (s: Stage, c: Coat): string => {
  const d = 'M-190 -60C-190 -150 -90 -196 20 -190C140 -186 206 -120 196 -50C186 4 90 12 0 10C-110 10 -190 0 -190 -60Z';
  return (
    ground(204) +
    clip(
      s,
      d,
      path(d, c.base) +
        bodyMarks(c, -110, -200, 320, 210) +
        shade(-190, -190, 390, 200, c) +
        ell(-80, 0, 90, 50, c.belly, 0.7),
    ) +
    stroke('M-110 -180C-40 -110 60 -110 100 -30', deep(c.base, 0.4), 5, 0.25) +
    tailD(c, 'M180 -20C120 30 -20 26 -90 0', 38) +
    at(-112, -62, 1.08, catHead(s, c, 'shut'), -14)
  );
};
/** Playing: front low, hind high, paws out to the left. */
export const catPlay = (s: Stage, c: Coat): string => {
  const d =
    'M-120 -20C-140 -100 -60 -120 10 -150C70 -200 170 -190 186 -110C196 -60 190 -20 170 -4H110C104 -30 70 -40 30 -30C-10 -20 -40 0 -60 -2C-90 4 -116 0 -120 -20Z';
  return (
    ground(190) +
    tailD(c, 'M170 -140C220 -190 200 -280 150 -290', 26) +
    clip(
      s,
      d,
      path(d, c.base) +
        bodyMarks(c, -40, -190, 230, 170) +
        shade(-120, -180, 310, 180, c) +
        ell(-60, -20, 60, 36, c.belly, 0.8),
    ) +
    stroke('M-90 -30Q-150 -50 -196 -60M-70 -14Q-130 -6 -170 -14', c.base, 36) +
    dot(-198, -62, 20, c.belly) +
    dot(-174, -14, 20, c.belly) +
    ell(140, -4, 40, 18, pale(c.base, 0.2)) +
    at(-96, -110, 1.05, catHead(s, c, 'open'), -8)
  );
};
/** A face and two paws over an edge at y=0. */
export const catPeek = (s: Stage, c: Coat, eyes: Eyes = 'open'): string =>
  path('M-64 40V-30H64V40Z', c.base) +
  at(0, -52, 1.1, catHead(s, c, eyes)) +
  many(2, (i) =>
    at(
      i ? 86 : -86,
      0,
      1,
      ell(0, 2, 32, 24, c.kind === 'points' ? c.mark : c.belly) + stroke('M-10 8V20M8 8V20', deep(c.base, 0.4), 4),
    ),
  );

/** A running dog, 420 wide. */
export const dogRun = (s: Stage, base: string, light: string): string => {
  const body =
    'M-150 -150C-120 -210 60 -190 120 -176C170 -166 176 -100 150 -80C90 -54 -60 -60 -110 -70C-150 -80 -164 -120 -150 -150Z';
  const leg = (d: string, c: string): string => stroke(d, c, 34);
  return (
    ell(0, 4, 220, 20, '#2A1420', 0.22) +
    leg('M120 -110Q190 -70 230 -20', deep(base, 0.25)) +
    leg('M-90 -100Q-150 -50 -210 -40', deep(base, 0.25)) +
    stroke('M140 -160C200 -180 220 -240 196 -280', base, 26) +
    clip(
      s,
      body,
      path(body, base) +
        ell(-40, -70, 110, 34, light) +
        path('M40 -60C150 -70 150 -120 120 -180H200V-40H40Z', deep(base, 0.5), 0.15),
    ) +
    leg('M110 -100Q130 -50 90 -10', base) +
    leg('M-110 -100Q-110 -50 -160 -10', base) +
    dot(-166, -8, 20, light) +
    dot(86, -8, 20, light) +
    at(
      -170,
      -200,
      1,
      path('M-70 40C-140 30 -130 -20 -60 -30C-50 -90 60 -90 70 -10C70 50 0 70 -70 40Z', base) +
        path('M-128 16C-120 -12 -90 -20 -56 -24C-40 10 -60 40 -90 40C-116 36 -132 30 -128 16Z', light) +
        path('M20 -66C70 -70 90 0 62 40C40 40 20 0 20 -66Z', deep(base, 0.4)) +
        dot(-126, 2, 14, '#2A1A1E') +
        dot(-36, -24, 9, '#2A1A1E') +
        dot(-39, -27, 3, '#FFFFFF') +
        stroke('M-116 26Q-84 46 -60 28', '#2A1A1E', 5) +
        path('M-94 36C-92 70 -70 74 -66 36Z', '#E8685E'),
    ) +
    stroke('M-130 -150Q-110 -130 -90 -150', '#D8432E', 16)
  );
};
