import { roomOf } from '../palette.ts';
import { cupTop, dapple, drop, pencil, surface } from '../shapes-flat.ts';
import { at, blob, clip, deep, dot, ell, line, many, path, pick, rect, ring, type Scene, stroke } from '../svg.ts';

export const cityMap: Scene = (s) => {
  const p = roomOf(s, 'rose', 'sage', 'mustard', 'powder', 'cream');
  const k = Math.min(1.22, s.h / 980);
  const cy = s.h * 0.5;
  const paper = 'M-400 -370H400V370H-400Z';
  const road = (d: string, w: number): string => stroke(d, '#E3D3B0', w + 8) + stroke(d, '#FFFDF6', w);
  const folds = many(4, (i) => rect(-400 + i * 200, -370, 100, 740, '#2A1420', 0, 0.05));
  const houses = many(30, (i) => {
    const [x, y] = [-360 + ((i * 137) % 720), -330 + ((i * 211) % 660)];
    return (
      rect(x, y, 40 + ((i * 7) % 24), 34 + ((i * 5) % 20), pick(['#F0C9A8', '#E9B59A', '#F3DDBE', '#D9C4B0'], i), 4) +
      rect(x + 24, y + 20, 20, 16, '#2A1420', 2, 0.08)
    );
  });
  const map =
    clip(
      s,
      paper,
      path(paper, '#F6ECD6') +
        houses +
        stroke('M-420 200C-240 120 -160 260 0 180S220 20 440 60', '#8FC3CF', 84) +
        stroke('M-420 190C-240 110 -160 250 0 170S220 10 440 50', '#B9DDE2', 12, 0.8) +
        blob(s.r, -240, -190, 120, 100, '#A9C98A', 0.14) +
        blob(s.r, 250, 230, 130, 90, '#A9C98A', 0.14) +
        blob(s.r, 190, -260, 80, 60, '#BFD6A0', 0.14) +
        many(16, (i) =>
          at(
            i % 2 ? -300 + ((i * 31) % 130) : 190 + ((i * 37) % 120),
            i % 2 ? -240 + ((i * 23) % 110) : 190 + ((i * 29) % 90),
            1,
            dot(0, 0, 17, '#6FA05E') + dot(-4, -5, 10, '#8DBA72'),
          ),
        ) +
        ell(-240, -170, 50, 26, '#8FC3CF') +
        road(
          'M-420 -60C-200 -90 0 -40 420 -100M-100 -380C-60 -160 -140 60 -80 380M180 -380C140 -100 240 120 170 380M-420 320C-200 280 200 330 420 300',
          22,
        ) +
        road('M-420 -290L420 -330M-300 -380L-330 380M320 -380L340 380M-100 80L180 20', 12),
    ) + folds;
  const route = `<path d="M-260 250C-200 60 -90 120 -90 -40S60 -80 170 -90S240 -180 250 -240" fill="none" stroke="#D8432E" stroke-width="13" stroke-dasharray="26 18" stroke-linecap="round"/>`;
  const pin = (x: number, y: number, c: string, z = 1): string =>
    at(
      x,
      y,
      z,
      ell(8, 4, 26, 9, '#2A1420', 0.3) +
        path('M0 0C-60 -70 -64 -150 0 -154S60 -70 0 0Z', c) +
        path('M10 -152C56 -140 50 -60 0 0C30 -60 40 -120 10 -152Z', deep(c), 0.5) +
        dot(0, -98, 24, '#FFFDF4'),
    );
  const landmarks =
    at(
      -80,
      -200,
      0.7,
      rect(-40, -60, 80, 60, '#C8402E') +
        path('M-66 -56Q-40 -66 -34 -96H34Q40 -66 66 -56Z', '#2F4A50') +
        rect(-30, -130, 60, 36, '#C8402E') +
        path('M-50 -128Q-30 -136 -26 -160H26Q30 -136 50 -128Z', '#2F4A50'),
    ) +
    at(60, 170, 0.8, path('M-90 20Q0 -60 90 20H64Q0 -26 -64 20Z', '#B5A68F')) +
    at(290, -60, 0.7, rect(-24, -120, 48, 120, '#7A8AA0') + path('M-24 -120L0 -170L24 -120Z', '#5A6A80'));
  const compass =
    dot(0, 0, 92, '#C9963E') +
    dot(0, 0, 78, '#FBF4E6') +
    ring(0, 0, 66, 66, '#B9A686', 3) +
    many(8, (i) => at(0, 0, 1, line(0, -58, 0, -68, '#5A4A3A', 5), i * 45)) +
    at(0, 0, 1, path('M0 -56L15 0H-15Z', '#D8432E') + path('M0 56L15 0H-15Z', '#3A4A66'), 28) +
    dot(0, 0, 8, '#C9963E') +
    rect(-14, -118, 28, 30, '#C9963E', 8);
  return (
    surface(s, p, pick(['planks', 'desk', 'planks', 'linen'], s.v)) +
    at(
      520,
      cy + 10,
      k * 1.05,
      at(
        0,
        0,
        1,
        at(14, 18, 1, path(paper, '#2A1420', 0.2)) +
          map +
          landmarks +
          route +
          pin(-260, 256, '#1F7A6B', 0.8) +
          pin(250, -236, '#D8432E', 1.1) +
          pin(-90, -30, '#E9A83A', 0.7),
        -4,
      ),
    ) +
    at(920, cy + 360 * k, k * 1.1, ell(14, 18, 96, 96, '#2A1420', 0.22) + compass) +
    at(960, cy - 10 * k, k * 0.9, cupTop(80, p.cloth, '#8A5230')) +
    at(90, cy + 420 * k, k, pencil(330, '#D8432E', '#D8432E'), -12) +
    at(
      110,
      cy - 380 * k,
      k,
      drop(rect(-110, -90, 220, 180, '#3A3238', 22) + rect(-40, -120, 90, 40, '#3A3238', 8)) +
        dot(10, 0, 72, '#6A6068') +
        dot(10, 0, 56, '#1F1B26') +
        dot(10, 0, 34, '#3F5A80') +
        ell(-4, -14, 14, 10, '#FFFFFF', 0.6) +
        rect(-96, -74, 40, 22, '#D8432E', 5),
      -12,
    ) +
    dapple(s, p)
  );
};
