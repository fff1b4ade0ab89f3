import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentRulesVersion, ruleVersions } from '../rules/house-rules.ts';
import { openWordBank } from './word-bank.ts';

const bank = openWordBank();

test.each([
  ['兼职刷单，日结', '兼职刷单', 7],
  ['加群，稳 赚 不 赔！', '稳赚不赔', 7],
  ['GUARANTEED  profit inside', 'guaranteed profit', 7],
  ['buy.followers here', 'buy followers', 8],
  ['オンラインカジノの登録はこちら', 'オンラインカジノ', 7],
  ['온라인카지노 가입', '온라인카지노', 7],
  ['Casino online, bono', 'casino online', 7],
])('%j is held for %s under rule %i', (text, term, rule) => {
  const { terms } = bank.check(text);
  expect(terms).toEqual([term]);
  expect(bank.ruleOf(terms)).toBe(rule);
});

test.each([
  '大家一起支援交通志愿者',
  '我跟他打赌球会进，输的人洗碗',
  '请大家远离校园贷',
  '一边上网赌气一边吃面',
  'I could kill for a bowl of noodles',
  'My cat is a chinkara fan',
  'she is a retardant expert',
  '猫税已交，请查收',
])('%j is read at once', (text) => {
  expect(bank.check(text).terms).toEqual([]);
});

test('a text that breaks two rules is held under the lower number', () => {
  expect(bank.ruleOf(bank.check('傻逼，网赌吗').terms)).toBe(1);
});

test('every list stands under a rule that exists', () => {
  const { rules } = ruleVersions.get(currentRulesVersion)?.texts.en ?? { rules: [] };
  const folder = join(import.meta.dirname, 'lists');
  const used = readdirSync(folder).flatMap((file) => {
    const { rules: lists } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { rules: { rule: number }[] };
    return lists.map(({ rule }) => rule);
  });
  expect(used.filter((number) => !rules.some((rule) => rule.number === number))).toEqual([]);
});

test('nothing the demo town says is held', () => {
  const texts = stringsUnder(join(import.meta.dirname, '../../../../demo/town'));
  expect(texts.length).toBeGreaterThan(1_000);
  expect(texts.filter((text) => bank.check(text).terms.length > 0)).toEqual([]);
});

function stringsUnder(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return stringsUnder(inner);
    return entry.name.endsWith('.json') ? stringsIn(JSON.parse(readFileSync(inner, 'utf8'))) : [];
  });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
