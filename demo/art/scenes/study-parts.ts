import type { Stage } from '../svg.ts';

// Homework, boards, bills and counting one's money.

export const top = (s: Stage): { k: number; cy: number } => ({ k: Math.min(1.18, s.h / 1000), cy: s.h * 0.5 });
