// Things on a table, seen from a little above; (0,0) is where they stand.
import { shadow } from './shapes-room.ts';
import {
  at,
  between,
  clip,
  dabs,
  deep,
  dot,
  ell,
  ellD,
  line,
  many,
  mix,
  n,
  pale,
  path,
  type Rng,
  rect,
  ring,
  type Stage,
  stroke,
} from './svg.ts';

export interface BowlLook {
  color: string;
  inside?: string;
  fill?: string;
  band?: string;
  motif?: 'dots' | 'waves' | 'lines' | 'none';
  food?: string;
}

/** A bowl of radius R and height H; `food` is drawn around the middle of its opening. */
export const bowl = (s: Stage, R: number, H: number, look: BowlLook): string => {
  const [c, ry] = [look.color, R * 0.3];
  const body = `M${n(-R)} ${n(-H)}C${n(-R * 0.96)} ${n(-H * 0.36)} ${n(-R * 0.66)} ${n(-H * 0.06)} ${n(-R * 0.42)} 0H${n(R * 0.42)}C${n(R * 0.66)} ${n(-H * 0.06)} ${n(R * 0.96)} ${n(-H * 0.36)} ${n(R)} ${n(-H)}Z`;
  const band = look.band ?? mix(c, '#1F4F6B', 0.75);
  const marks = {
    dots: many(7, (i) => dot(-R * 0.78 + i * R * 0.26, -H * 0.5 + Math.abs(i - 3) * -8 + 20, R * 0.05, band)),
    waves: stroke(
      `M${n(-R)} ${n(-H * 0.42)}${many(9, () => `q${n(R * 0.11)} ${n(-R * 0.14)} ${n(R * 0.22)} 0`)}M${n(-R)} ${n(-H * 0.3)}${many(9, () => `q${n(R * 0.11)} ${n(-R * 0.14)} ${n(R * 0.22)} 0`)}`,
      band,
      R * 0.025,
    ),
    lines: stroke(
      `M${n(-R)} ${n(-H * 0.74)}Q0 ${n(-H * 0.38)} ${n(R)} ${n(-H * 0.74)}M${n(-R)} ${n(-H * 0.64)}Q0 ${n(-H * 0.26)} ${n(R)} ${n(-H * 0.64)}`,
      band,
      R * 0.035,
    ),
    none: '',
  };
  const rim = ellD(0, -H, R * 0.93, ry * 0.9);
  return (
    shadow(R * 0.86, R * 0.2) +
    rect(-R * 0.4, -8, R * 0.8, 18, deep(c, 0.3), 6) +
    clip(
      s,
      body,
      path(body, c) +
        marks[look.motif ?? 'none'] +
        path(
          `M${n(R * 0.2)} 0C${n(R * 0.62)} ${n(-H * 0.3)} ${n(R * 0.7)} ${n(-H * 0.6)} ${n(R * 0.72)} ${n(-H * 1.2)}H${n(R * 1.1)}V0Z`,
          deep(c, 0.45),
          0.32,
        ) +
        path(
          `M${n(-R * 0.86)} ${n(-H * 0.8)}C${n(-R * 0.8)} ${n(-H * 0.45)} ${n(-R * 0.66)} ${n(-H * 0.25)} ${n(-R * 0.5)} ${n(-H * 0.12)}C${n(-R * 0.7)} ${n(-H * 0.36)} ${n(-R * 0.74)} ${n(-H * 0.6)} ${n(-R * 0.72)} ${n(-H * 0.84)}Z`,
          '#FFFFFF',
          0.4,
        ) +
        dabs(s.r, -R, -H * 0.8, R * 2, H * 0.8, deep(c, 0.4), 10, 0.12, R * 0.4),
    ) +
    ell(0, -H, R, ry, pale(c, 0.3)) +
    ell(0, -H, R * 0.93, ry * 0.9, look.inside ?? deep(c, 0.22)) +
    (look.fill
      ? clip(
          s,
          rim,
          ell(0, -H + ry * 0.16, R * 0.93, ry * 0.9, look.fill) +
            ell(-R * 0.2, -H + ry * 0.02, R * 0.5, ry * 0.4, '#FFFFFF', 0.13),
        )
      : '') +
    (look.food ? at(0, -H, 1, look.food) : '')
  );
};

export const plate = (rx: number, c: string, rim = deep(c, 0.12)): string =>
  shadow(rx * 0.95, rx * 0.28, 0.22) +
  ell(0, -4, rx, rx * 0.34, deep(c, 0.3)) +
  ell(0, -14, rx, rx * 0.34, c) +
  ring(0, -14, rx * 0.94, rx * 0.315, rim, 5, 0.8) +
  ell(0, -10, rx * 0.7, rx * 0.22, deep(c, 0.07)) +
  ell(-rx * 0.06, -8, rx * 0.66, rx * 0.2, pale(c, 0.4));
/** A plate seen straight from above. */
export const plateTop = (r: number, c: string, rim: string): string =>
  ell(r * 0.05, r * 0.07, r * 1.02, r * 1.02, '#2A1420', 0.24) +
  dot(0, 0, r, c) +
  ring(0, 0, r * 0.94, r * 0.94, rim, r * 0.03, 0.85) +
  dot(0, 0, r * 0.74, deep(c, 0.08)) +
  dot(-r * 0.02, -r * 0.02, r * 0.71, pale(c, 0.3));

export const cup = (w: number, h: number, c: string, drink: string, handle = true): string =>
  shadow(w * 0.6, w * 0.14) +
  (handle
    ? stroke(
        `M${n(w * 0.42)} ${n(-h * 0.74)}C${n(w * 0.86)} ${n(-h * 0.86)} ${n(w * 0.84)} ${n(-h * 0.2)} ${n(w * 0.34)} ${n(-h * 0.26)}`,
        deep(c, 0.15),
        w * 0.1,
      )
    : '') +
  path(
    `M${n(-w / 2)} ${n(-h)}C${n(-w * 0.5)} ${n(-h * 0.4)} ${n(-w * 0.42)} ${n(-h * 0.06)} ${n(-w * 0.26)} 0H${n(w * 0.26)}C${n(w * 0.42)} ${n(-h * 0.06)} ${n(w * 0.5)} ${n(-h * 0.4)} ${n(w / 2)} ${n(-h)}Z`,
    c,
  ) +
  path(
    `M${n(w * 0.14)} 0C${n(w * 0.3)} ${n(-h * 0.3)} ${n(w * 0.34)} ${n(-h * 0.6)} ${n(w * 0.32)} ${n(-h)}H${n(w / 2)}C${n(w * 0.5)} ${n(-h * 0.4)} ${n(w * 0.42)} ${n(-h * 0.06)} ${n(w * 0.26)} 0Z`,
    deep(c, 0.4),
    0.35,
  ) +
  ell(0, -h, w / 2, w * 0.15, pale(c, 0.3)) +
  ell(0, -h + 2, w * 0.44, w * 0.12, drink) +
  ell(-w * 0.1, -h, w * 0.2, w * 0.04, '#FFFFFF', 0.25);

export const teapot = (c: string, accent: string): string =>
  shadow(170, 34) +
  stroke('M-132 -150C-236 -176 -232 -40 -122 -52', deep(c, 0.15), 24) +
  path('M118 -96C180 -96 176 -170 226 -190L238 -168C206 -150 216 -56 118 -46Z', deep(c, 0.12)) +
  path('M-150 -100C-150 -190 -80 -214 0 -214S150 -190 150 -100C150 -36 104 0 70 0H-70C-104 0 -150 -36 -150 -100Z', c) +
  path('M60 -206C120 -196 150 -160 150 -100C150 -36 104 0 70 0H20C90 -40 110 -130 60 -206Z', deep(c, 0.4), 0.35) +
  path('M-118 -130C-112 -166 -84 -188 -56 -192C-84 -168 -96 -140 -98 -104Z', '#FFFFFF', 0.35) +
  stroke('M-88 -70C-40 -110 -20 -40 20 -84S70 -60 84 -92', accent, 9, 0.85) +
  many(4, (i) => dot(-70 + i * 44, -112 - (i % 2) * 26, 9, accent, 0.85)) +
  ell(0, -208, 84, 22, deep(c, 0.18)) +
  path('M-80 -210C-70 -246 70 -246 80 -210Z', pale(c, 0.1)) +
  dot(0, -252, 20, accent) +
  dot(-6, -258, 6, '#FFFFFF', 0.5);

export const gaiwan = (c: string, accent: string): string =>
  shadow(104, 24) +
  ell(0, -6, 112, 26, deep(c, 0.1)) +
  ell(0, -12, 112, 26, pale(c, 0.2)) +
  path('M-92 -118C-88 -50 -50 -18 -30 -14H30C50 -18 88 -50 92 -118Z', c) +
  path('M50 -118H92C88 -50 50 -18 30 -14H0C40 -40 54 -80 50 -118Z', deep(c, 0.4), 0.32) +
  stroke('M-60 -70C-30 -96 -10 -46 20 -74S50 -60 58 -80', accent, 7) +
  ell(0, -118, 92, 20, deep(c, 0.16)) +
  path('M-82 -122C-70 -166 70 -166 82 -122Q0 -104 -82 -122Z', pale(c, 0.15)) +
  path('M30 -156C60 -150 78 -138 82 -122Q50 -112 20 -112Z', deep(c, 0.3), 0.3) +
  ell(0, -158, 26, 9, accent);

export const chopsticks = (x: number, y: number, turn: number, c = '#6B3429', l = 520): string =>
  at(
    x,
    y,
    1,
    line(6, 14, l + 4, 24, '#2A1420', 11, 0.2) +
      path(`M0 0L${l} -9V9L0 5Z`, c) +
      path(`M4 24L${l} 28V46L4 30Z`, deep(c, 0.15)) +
      rect(l - 74, -10, 44, 20, '#E9A83A', 2) +
      rect(l - 74, 28, 44, 18, '#E9A83A', 2),
    turn,
  );
export const spoon = (x: number, y: number, turn: number, c: string): string =>
  at(
    x,
    y,
    1,
    ell(10, 10, 60, 28, '#2A1420', 0.2) +
      path('M40 -14C120 -26 210 -40 262 -30Q274 -20 262 -12C200 -8 130 6 46 16Z', deep(c, 0.06)) +
      ell(0, 0, 66, 34, c) +
      ell(-4, 0, 50, 23, deep(c, 0.16)) +
      ell(-16, -5, 24, 9, '#FFFFFF', 0.4),
    turn,
  );
export const fork = (x: number, y: number, turn: number, c = '#C9CDC8'): string =>
  at(
    x,
    y,
    1,
    stroke(
      'M0 0V-330M0 -330C-30 -340 -30 -380 -28 -430M0 -330C30 -340 30 -380 28 -430M0 -330V-430',
      '#2A1420',
      14,
      0.14,
    ) + stroke('M-6 -6V-330M-6 -330C-34 -340 -34 -380 -32 -430M-6 -330C22 -340 22 -380 20 -430M-6 -330V-430', c, 11),
    turn,
  );
export const knife = (x: number, y: number, turn: number): string =>
  at(
    x,
    y,
    1,
    path('M6 10H-190Q-200 26 -180 30H6Z', '#2A1420', 0.2) +
      rect(-200, -6, 190, 34, '#5A3A2C', 12) +
      path('M-14 -8H330C350 4 330 34 290 34H-14Z', '#DDE3E0') +
      path('M-14 18H320Q310 34 290 34H-14Z', '#AEB9B6'),
    turn,
  );

/** A bamboo steamer tier of half width R; `food` sits in its opening. */
export const steamer = (R: number, H: number, food = '', c = '#D9A55F'): string =>
  shadow(R * 0.98, R * 0.22) +
  path(
    `M${n(-R)} ${n(-H)}V${n(-R * 0.1)}C${n(-R)} ${n(R * 0.18)} ${n(R)} ${n(R * 0.18)} ${n(R)} ${n(-R * 0.1)}V${n(-H)}Z`,
    c,
  ) +
  path(
    `M${n(R * 0.3)} ${n(-H)}V${n(R * 0.1)}Q${n(R)} ${n(R * 0.06)} ${n(R)} ${n(-R * 0.1)}V${n(-H)}Z`,
    deep(c, 0.35),
    0.4,
  ) +
  many(11, (i) =>
    line(
      -R * 0.92 + i * R * 0.185,
      -H * 0.86 + R * 0.2 * Math.sin((i / 10) * 3.14),
      -R * 0.92 + i * R * 0.185,
      -R * 0.12 + R * 0.2 * Math.sin((i / 10) * 3.14),
      deep(c, 0.3),
      4,
      0.3,
    ),
  ) +
  stroke(
    `M${n(-R)} ${n(-H * 0.5)}C${n(-R)} ${n(-H * 0.5 + R * 0.27)} ${n(R)} ${n(-H * 0.5 + R * 0.27)} ${n(R)} ${n(-H * 0.5)}`,
    deep(c, 0.25),
    R * 0.05,
  ) +
  ell(0, -H, R, R * 0.28, pale(c, 0.3)) +
  ell(0, -H + 4, R * 0.9, R * 0.24, deep(c, 0.4)) +
  ell(0, -H + 10, R * 0.86, R * 0.21, '#F4E7C8') +
  at(0, -H, 1, food);

export const glass = (s: Stage, w: number, h: number, drink: string, level = 0.8, extra = ''): string => {
  const d = `M${n(-w / 2)} ${n(-h)}L${n(-w * 0.38)} -14Q${n(-w * 0.36)} 0 ${n(-w * 0.3)} 0H${n(w * 0.3)}Q${n(w * 0.36)} 0 ${n(w * 0.38)} -14L${n(w / 2)} ${n(-h)}Z`;
  return (
    shadow(w * 0.5, w * 0.14) +
    path(d, '#FFFFFF', 0.3) +
    clip(
      s,
      d,
      rect(-w, -h * level, w * 2, h, drink) +
        ell(0, -h * level, w * 0.48, w * 0.1, pale(drink, 0.35)) +
        extra +
        rect(w * 0.2, -h, w * 0.4, h, '#2A1420', 0, 0.12) +
        rect(-w * 0.36, -h * 0.94, w * 0.1, h * 0.8, '#FFFFFF', 8, 0.4),
    ) +
    ring(0, -h, w / 2, w * 0.1, '#FFFFFF', 5, 0.7)
  );
};
export const vase = (c: string, stems: string): string =>
  shadow(70, 18) +
  at(0, -190, 1, stems) +
  path('M-30 -200C-34 -150 -84 -130 -80 -70C-78 -24 -50 0 -30 0H30C50 0 78 -24 80 -70C84 -130 34 -150 30 -200Z', c) +
  path(
    'M8 -200C20 -150 54 -120 50 -70C46 -24 20 0 6 0H30C50 0 78 -24 80 -70C84 -130 34 -150 30 -200Z',
    deep(c, 0.4),
    0.35,
  ) +
  ell(0, -200, 32, 8, deep(c, 0.3)) +
  ell(-44, -90, 9, 34, '#FFFFFF', 0.35);
export const bookStack = (colors: readonly string[], w = 300): string =>
  shadow(w * 0.56, 24) +
  many(colors.length, (i) => {
    const c = colors[i] ?? '#D8432E';
    const dx = ((i * 37) % 40) - 20;
    const bw = w - ((i * 53) % 50);
    return (
      rect(-bw / 2 + dx, -(i + 1) * 50, bw, 48, c, 7) +
      rect(-bw / 2 + dx + bw - 44, -(i + 1) * 50 + 7, 46, 34, '#F6EAD3', 3) +
      line(-bw / 2 + dx + bw - 40, -(i + 1) * 50 + 18, -bw / 2 + dx + bw, -(i + 1) * 50 + 18, '#CDB894', 2) +
      line(-bw / 2 + dx + bw - 40, -(i + 1) * 50 + 29, -bw / 2 + dx + bw, -(i + 1) * 50 + 29, '#CDB894', 2) +
      rect(-bw / 2 + dx + 24, -(i + 1) * 50, 12, 48, pale(c, 0.5), 0, 0.6) +
      rect(-bw / 2 + dx, -(i + 1) * 50 + 32, bw - 44, 16, deep(c, 0.35), 6, 0.35)
    );
  });

export const egg = (r: number): string =>
  ell(r * 0.06, r * 0.08, r * 1.05, r * 0.74, '#2A1420', 0.18) +
  ell(0, 0, r, r * 0.7, '#FFFDF4') +
  ell(r * 0.04, 0, r * 0.58, r * 0.42, '#F2A52C') +
  ell(-r * 0.12, -r * 0.12, r * 0.2, r * 0.11, '#FFE3A0', 0.9);
export const scallions = (r: Rng, rx: number, ry: number, count: number, c = '#5FA35A'): string =>
  many(count, () => {
    const [a, k] = [r() * 6.28, Math.sqrt(r())];
    return at(
      Math.cos(a) * rx * k,
      Math.sin(a) * ry * k,
      between(r, 0.7, 1.2),
      ring(0, 0, 9, 6, c, 5) + (r() > 0.5 ? line(14, 4, 28, -2, pale(c, 0.2), 5) : ''),
    );
  });
export const tangerine = (r: number, c = '#EF8A34'): string =>
  shadow(r * 0.9, r * 0.24) +
  dot(0, -r * 0.9, r, c) +
  path(
    `M${n(r * 0.4)} ${n(-r * 1.8)}A${n(r)} ${n(r)} 0 0 1 ${n(r * 0.1)} ${n(r * 0.1)}C${n(r * 0.8)} ${n(-r * 0.6)} ${n(r * 0.7)} ${n(-r * 1.4)} ${n(r * 0.4)} ${n(-r * 1.8)}Z`,
    deep(c, 0.3),
    0.4,
  ) +
  ell(-r * 0.36, -r * 1.3, r * 0.26, r * 0.18, '#FFFFFF', 0.4) +
  at(
    0,
    -r * 1.82,
    1,
    path(
      `M0 0C${n(r * 0.2)} ${n(-r * 0.5)} ${n(r * 0.7)} ${n(-r * 0.4)} ${n(r * 0.8)} ${n(-r * 0.2)}C${n(r * 0.5)} ${n(r * 0.1)} ${n(r * 0.2)} ${n(r * 0.1)} 0 0Z`,
      '#4E8A56',
    ) + dot(0, 2, r * 0.07, '#4A3A28'),
  );
export const lemonSlice = (r: number): string =>
  dot(0, 0, r, '#F2C23E') +
  dot(0, 0, r * 0.86, '#FFF6D0') +
  many(7, (i) =>
    at(
      0,
      0,
      1,
      path(
        `M0 ${n(-r * 0.1)}L${n(-r * 0.3)} ${n(-r * 0.66)}Q0 ${n(-r * 0.88)} ${n(r * 0.3)} ${n(-r * 0.66)}Z`,
        '#F7D65E',
      ),
      i * 51.4,
    ),
  );
export const leaves = (r: Rng, rx: number, ry: number, count: number, colors: readonly string[], size = 50): string =>
  many(count, (i) =>
    at(
      Math.cos(i * 2.4) * rx * Math.sqrt(i / count),
      Math.sin(i * 2.4) * ry * Math.sqrt(i / count),
      1,
      path(
        `M0 ${n(size * 0.4)}C${n(-size * 0.7)} ${n(size * 0.1)} ${n(-size * 0.5)} ${n(-size * 0.6)} 0 ${n(-size * 0.7)}C${n(size * 0.6)} ${n(-size * 0.5)} ${n(size * 0.6)} ${n(size * 0.2)} 0 ${n(size * 0.4)}Z`,
        colors[i % colors.length] ?? '#5A9A5A',
      ) + line(0, size * 0.3, 0, -size * 0.5, '#E9F0C8', 3, 0.6),
      r() * 360,
    ),
  );
