import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPipelineHouse, type PipelineHouse } from '../../../test/pipeline-house.ts';
import { createTranslationMemory, type MemoryEntry } from './translation-memory.ts';

let house: PipelineHouse;
beforeAll(async () => {
  house = await openPipelineHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const shipped = {
  find: (text: string, _from: string, to: string) =>
    text === 'So cute!' && to === 'zh' ? { text: '太可爱了！' } : undefined,
};

function opened() {
  const clock = { now: () => house.time.now };
  return createTranslationMemory({ db: house.database.db, clock }, { phrasebook: shipped });
}

function entry(source: string, target: string, more: Partial<MemoryEntry> = {}): MemoryEntry {
  return { from: 'en', to: 'zh', source, target, origin: 'author', ...more };
}

const ask = (text: string, from = 'en', to = 'zh') => ({ text, from, to });

test('what the house wrote comes before the phrasebook, whatever case and marks', async () => {
  const memory = opened();
  const { db } = house.database;
  expect(await memory.findExact([ask('So cute!'), ask('Rain again')])).toEqual(['太可爱了！', undefined]);
  await memory.remember([entry('so cute', '萌翻了')], db);
  expect(await memory.findExact([ask('So cute!'), ask('SO CUTE!!!')])).toEqual(['萌翻了', '萌翻了']);
});

test('sixty questions are one query, and none the second time', async () => {
  const memory = opened();
  const questions = Array.from({ length: 60 }, (_, index) => ask(`Question number ${index}`));
  expect(await house.countQueries(() => memory.findExact(questions))).toBe(1);
  expect(await house.countQueries(() => memory.findExact(questions))).toBe(0);
});

test('languages are kept apart; a language nobody is sure of fits the only one there is', async () => {
  const memory = opened();
  await memory.remember(
    [entry('Pan', '平底锅'), entry('Pan', '面包', { from: 'es' }), entry('Tea', '茶')],
    house.database.db,
  );
  expect(await memory.findExact([ask('Pan', 'es'), ask('Pan', 'en'), ask('Pan', 'fr'), ask('Pan', 'und')])).toEqual([
    '面包',
    '平底锅',
    undefined,
    undefined,
  ]);
  expect(await memory.findExact([ask('Tea', 'mul'), ask('Tea', 'en', 'ja')])).toEqual(['茶', undefined]);
});

test('an import fills gaps, and never replaces what people of the house wrote', async () => {
  const memory = opened();
  const { db } = house.database;
  await memory.remember([entry('Good night', '晚安呀')], db);
  const imported = [entry('Good night', '晚安'), entry('Good morning', '早上好'), entry('good morning!', '早安')].map(
    (one): MemoryEntry => ({ ...one, origin: 'import', attribution: 'CC BY' }),
  );
  const tooLong = entry('word '.repeat(200), '词', { origin: 'import' });
  expect(await memory.remember([...imported, tooLong], db)).toEqual({ added: 1, replaced: 0, skipped: 3 });
  expect(await memory.remember(imported, db)).toEqual({ added: 0, replaced: 1, skipped: 2 });
  expect(await memory.findExact([ask('Good night'), ask('Good morning')])).toEqual(['晚安呀', '早安']);
});

test('what came with a note is forgotten with it', async () => {
  const memory = opened();
  const { db } = house.database;
  const homeId = '01946000-0000-7000-8000-00000000000a';
  const before = await memory.count();
  await memory.remember(
    [entry('My grandmother’s dumplings', '外婆的饺子', { homeId }), entry('Steam for ten minutes', '蒸十分钟')],
    db,
  );
  expect(await memory.count()).toBe(before + 2);
  expect(await memory.findExact([ask('My grandmother’s dumplings')])).toEqual(['外婆的饺子']);
  await memory.forgetHomes([homeId], db);
  expect(await memory.findExact([ask('My grandmother’s dumplings'), ask('Steam for ten minutes')])).toEqual([
    undefined,
    '蒸十分钟',
  ]);
  expect(await memory.count()).toBe(before + 1);
});

test('all entries can be read, each once, in pages', async () => {
  const memory = opened();
  const many = Array.from({ length: 2_500 }, (_, index) =>
    entry(`Line ${index}`, `第${index}行`, { from: 'de', to: 'ja' }),
  );
  expect(await memory.remember(many, house.database.db)).toEqual({ added: 2_500, replaced: 0, skipped: 0 });
  const targets = new Set<string>();
  for await (const { to, target } of memory.entries()) if (to === 'ja') targets.add(target);
  expect(targets.size).toBe(2_500);
});
