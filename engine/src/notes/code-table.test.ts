import { describe, expect, it } from 'vitest';
import { openCodeTable } from './code-table.ts';

describe('openCodeTable', () => {
  it('gives each name a code, the same for all who read the columns', () => {
    const names = new Uint8Array(4 * 16);
    const table = openCodeTable(names);
    expect(['zh', 'en', 'zh', 'zh-Hant'].map(table.learn)).toEqual([1, 2, 1, 3]);
    const reader = openCodeTable(names);
    expect([reader.find('zh-Hant'), reader.nameOf(2), reader.find('fr')]).toEqual([3, 'en', 0]);
  });

  it('knows nothing of what has no room, no name, or none that is written in ASCII', () => {
    const table = openCodeTable(new Uint8Array(2 * 16));
    expect(table.learn('zh')).toBe(1);
    expect([table.learn('en'), table.find('en'), table.learn(undefined), table.learn('茶')]).toEqual([0, 0, 0, 0]);
    expect([table.nameOf(0), table.nameOf(2), table.nameOf(-1)]).toEqual(['', '', '']);
  });
});
