import { at, blob, dot, ell, many, path, pick, rect, type Stage, specks, stroke } from '../svg.ts';

export const taco = (s: Stage, turn: number): string =>
  at(
    0,
    0,
    1,
    ell(12, 8, 150, 26, '#2A1420', 0.22) +
      path('M-150 0A150 130 0 0 1 150 0Z', '#D99A3E') +
      at(
        0,
        -14,
        1,
        many(11, (i) => {
          const a = 3.3 + i * 0.27;
          return blob(
            s.r,
            Math.cos(a) * 132,
            Math.sin(a) * 116,
            34,
            28,
            pick(['#5E9B4A', '#86B75A', '#D8432E', '#8A4A2E', '#FBF0D0'], i),
            0.2,
          );
        }) +
          many(9, (i) => {
            const a = 3.4 + i * 0.31;
            return dot(Math.cos(a) * 146, Math.sin(a) * 130, 12, pick(['#E8542E', '#FFF8E6', '#F2C23E', '#B56AA0'], i));
          }),
      ) +
      path('M-158 6A152 118 0 0 1 146 6Z', '#F2C25C') +
      path('M40 -108A150 118 0 0 1 146 6H60C100 -30 90 -80 40 -108Z', '#C98A34', 0.45) +
      specks(s.r, -110, -84, 200, 80, '#C98A34', 16, 6, 0.5),
    turn,
  );

export const skewer = (s: Stage, kind: number): string =>
  rect(-40, -5, 620, 10, '#C9A36A', 4) +
  many(6, (i) => {
    const x = 40 + i * 76;
    if (kind === 0)
      return (
        blob(s.r, x, 0, 40, 36, '#9A4A2A', 0.16) +
        blob(s.r, x - 6, -8, 26, 18, '#C97A44', 0.2) +
        stroke(`M${x - 18} -14L${x + 16} 14`, '#4A1E14', 5, 0.6)
      );
    if (kind === 1)
      return i % 2
        ? rect(x - 30, -34, 58, 68, '#5E9A46', 16) + rect(x - 22, -26, 14, 50, '#A9CF7E', 6, 0.8)
        : blob(s.r, x, 0, 38, 36, '#B5603A', 0.14) + ell(x - 8, -12, 18, 10, '#E39A68', 0.8);
    return (
      dot(x, 0, 35, i % 2 ? '#E9BF7A' : '#D8432E') +
      ell(x - 10, -14, 12, 8, '#FFF1CC', 0.8) +
      stroke(`M${x - 24} 8Q${x} 22 ${x + 24} 6`, '#7A3A20', 5, 0.5)
    );
  });

export const melon = (): string =>
  path('M-150 0A150 150 0 0 1 150 0Z', '#3F7D4C') +
  path('M-132 0A132 132 0 0 1 132 0Z', '#E9F1CE') +
  path('M-118 0A118 118 0 0 1 118 0Z', '#E4513E') +
  many(7, (i) => {
    const a = 3.5 + i * 0.4;
    return ell(Math.cos(a) * 76, Math.sin(a) * 76, 6, 10, '#3A1A1E');
  });
