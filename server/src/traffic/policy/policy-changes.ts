export interface PathChange {
  path: string;
  from: string;
  to: string;
}

/** Numbers that differ between two policies, by their path: `weights.like` from 1 to 2. */
export function changesBetween(before: unknown, after: unknown, path = ''): PathChange[] {
  if (isTable(before) && isTable(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      path === '' && key === 'version' ? [] : changesBetween(before[key], after[key], path ? `${path}.${key}` : key),
    );
  }
  const [from, to] = [writtenOf(before), writtenOf(after)];
  return from === to ? [] : [{ path, from, to }];
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function writtenOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
