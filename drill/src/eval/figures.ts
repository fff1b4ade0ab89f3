import { formatTable } from '../table.ts';

/** One thing that was measured. */
export interface Figure {
  what: string;
  value: number;
  unit: 'ms' | 'words/s' | 'MB' | 'calls' | 'answers' | '×' | 'rows';
  /** Undefined where there is no target. */
  target?: { most: number } | { least: number };
}

export function meetsTarget({ value, target }: Figure): boolean {
  if (!target) return true;
  return 'most' in target ? value <= target.most : value >= target.least;
}

export function formatFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${shown(figure.value)} ${figure.unit}`,
    figure.target ? ('most' in figure.target ? `≤ ${figure.target.most}` : `≥ ${figure.target.least}`) : '',
    figure.target ? (meetsTarget(figure) ? 'met' : 'MISSED') : '',
  ]);
  return formatTable([['what', 'measured', 'target', ''], ...rows]);
}

/** Small numbers with their decimals. */
function shown(value: number): string {
  return value < 20 ? String(Math.round(value * 100) / 100) : String(Math.round(value));
}
