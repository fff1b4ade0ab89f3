import type { Stage } from '../svg.ts';

// Food seen from straight above.

export const fit = (s: Stage): number => Math.min(1.16, s.h / 960);
