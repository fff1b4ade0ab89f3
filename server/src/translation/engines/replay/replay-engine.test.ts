import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TranslationEngine } from '../port.ts';
import { createReplayEngine } from './replay-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'teahouse-replay-'));
let engine: TranslationEngine;

const lines = [
  ['我喜欢喝热汤。', 'I like hot soup.'],
  ['今天下雨了。我们去吃面吧！', 'It rained today. Let us go and eat noodles!'],
  ['天黑了。大家都回家了。', 'Night fell, everyone went home.'],
  ['票价 330,000 日元，约 8% 是税。', 'The ticket costs 33万 yen, about 8% of it tax.'],
  ['离城 120 km，10:00～11:00pm 开。', 'It is 120km from town, open 10:00-11:00pm.'],
] as const;

beforeAll(() => {
  mkdirSync(join(folder, 'zh-en'));
  writeFileSync(join(folder, 'zh-en/source.txt'), `${lines.map(([source]) => source).join('\n')}\n`);
  writeFileSync(join(folder, 'zh-en/bergamot.txt'), `${lines.map(([, output]) => output).join('\n')}\n`);
  engine = createReplayEngine({ folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function replay(masked: string, spans: readonly string[] = []) {
  const batch = { from: 'zh', to: 'en', segments: [{ id: '1', masked, spans }] };
  const [answer] = await engine.translate(batch, new AbortController().signal);
  return answer && 'text' in answer ? answer.text : answer?.problem;
}

test('a whole line is answered with its stored output', async () => {
  expect(await replay('我喜欢喝热汤。')).toBe('I like hot soup.');
});

test('where there are as many sentences on both sides, each gets its own', async () => {
  expect(await replay('今天下雨了。')).toBe('It rained today.');
  expect(await replay('我们去吃面吧！')).toBe('Let us go and eat noodles!');
});

test('where there are not, the parts still make up the whole', async () => {
  const parts = [await replay('天黑了。'), await replay('大家都回家了。')];
  expect(parts.join(' ')).toBe('Night fell, everyone went home.');
});

test('markers stand where the spans came through, or where they were rewritten', async () => {
  expect(await replay('票价 ⟦0⟧ 日元，约 ⟦1⟧ 是税。', ['330,000', '8%'])).toBe(
    'The ticket costs ⟦0⟧ yen, about ⟦1⟧ of it tax.',
  );
});

test('the unit goes with the number, whatever space and dash stand between', async () => {
  expect(await replay('离城 ⟦0⟧，⟦1⟧ 开。', ['120 km', '10:00～11:00pm'])).toBe('It is ⟦0⟧ from town, open ⟦1⟧.');
});

test('what is in no stored line is not made up', async () => {
  expect(await replay('谁也没写过这句话。')).toBe('missing');
});

test('only pairs with stored outputs are served', () => {
  expect([engine.supports('zh', 'en'), engine.supports('en', 'zh')]).toEqual([true, false]);
});
