import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findViolations } from './import-rules.ts';

it('keeps every import inside the table of docs/architecture.md', () => {
  expect(findViolations(fileURLToPath(new URL('..', import.meta.url)))).toEqual([]);
});
