import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import notApplicable from './not-applicable.json' with { type: 'json' };

/** How many named cases each group of the bad-input list has. */
const groups = { A: 25, B: 10, C: 22, D: 9, E: 10, F: 20, H: 9, I: 6, Q: 8 };

const root = join(import.meta.dirname, '../../..');
const places = ['server/src', 'server/test', 'contract/src', 'engine/src', 'web/src'];
/** A test's name begins with the ids it covers: 'C14 …', 'F8 F10 …'. */
const namedIds = /['"`]((?:[A-Z]\d{1,2}[ ,]+)*[A-Z]\d{1,2})(?=[ '"`])/g;

const covered = new Set(places.flatMap((place) => testFilesUnder(join(root, place))).flatMap(idsIn));

describe.each(Object.entries(groups))('group %s', (group, size) => {
  const ids = Array.from({ length: size }, (_, index) => `${group}${index + 1}`);

  test('every case has a test or a reason', () => {
    expect(ids.filter((id) => !covered.has(id) && !(id in notApplicable))).toEqual([]);
  });
});

test('what has a test needs no excuse', () => {
  expect(Object.keys(notApplicable).filter((id) => covered.has(id))).toEqual([]);
});

function testFilesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function idsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(namedIds)].flatMap(([, ids = '']) => ids.split(/[ ,]+/));
}
