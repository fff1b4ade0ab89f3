import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { HEADS, openRates, rateColumns } from './rate-table.ts';

const ALL = 255;
const NOON = 1_736_683_200;
const even = new Float64Array(HEADS).fill(0.2);

function openTable(rates = 64) {
  const columns = openColumns(rateColumns, { rates });
  return { columns, table: openRates(columns) };
}

describe('openRates', () => {
  it('leans to what is done more often than expected', () => {
    const { columns, table } = openTable();
    const row = table.claim(7, NOON);
    for (let shown = 0; shown < 100; shown += 1) table.count(row, shown < 50 ? 0b1 : 0, ALL, even, NOON);
    const [open, long] = columns.rateLean.subarray(row * HEADS);
    expect(open).toBeGreaterThan(0.9);
    expect(long).toBeLessThan(-1);
  });

  it('says nothing of a key that went as expected, nor of heads that are not known', () => {
    const { columns, table } = openTable();
    const row = table.claim(7, NOON);
    for (let shown = 0; shown < 100; shown += 1) table.count(row, shown % 5 === 0 ? 0b1 : 0, 0b1, even, NOON);
    for (const lean of columns.rateLean.subarray(row * HEADS, (row + 1) * HEADS)) expect(lean).toBeCloseTo(0, 5);
  });

  it('shrinks what little is known', () => {
    const { columns, table } = openTable();
    const [once, often] = [table.claim(1, NOON), table.claim(2, NOON)];
    table.count(once, 1, ALL, even, NOON);
    for (let shown = 0; shown < 50; shown += 1) table.count(often, 1, ALL, even, NOON);
    expect(columns.rateLean[once * HEADS]).toBeLessThan((columns.rateLean[often * HEADS] as number) / 3);
  });

  it('forgets half in a fortnight', () => {
    const { columns, table } = openTable();
    const row = table.claim(7, NOON);
    for (let shown = 0; shown < 10; shown += 1) table.count(row, 0, ALL, even, NOON);
    table.count(row, 0, ALL, even, NOON + 14 * 24 * 3600);
    expect(columns.rateShown[row]).toBeCloseTo(6, 3);
  });

  it('gives the place of the least seen to a new key', () => {
    const { columns, table } = openTable(8);
    for (let key = 1; key <= 8; key += 1) {
      const row = table.claim(key, NOON);
      for (let shown = 0; shown < key; shown += 1) table.count(row, 1, ALL, even, NOON);
    }
    const row = table.claim(9, NOON);
    expect([table.find(1), table.find(2) >= 0, table.find(9)]).toEqual([-1, true, row]);
    expect([...columns.rateLean.subarray(row * HEADS, (row + 1) * HEADS)]).toEqual(Array(HEADS).fill(0));
  });

  it('stays bounded whatever it is told', () => {
    const told = fc.record({
      key: fc.nat(2 ** 32 - 1),
      done: fc.nat(255),
      known: fc.nat(255),
      at: fc.nat(2 ** 32 - 1),
      isLate: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 200 }), (all) => {
        const { columns, table } = openTable(16);
        for (const { key, done, known, at, isLate } of all) {
          const row = table.claim(key, at);
          if (row < 0) continue;
          table.countAll(done, known);
          table.count(row, done, known, even, at);
          if (isLate) table.countLate(row, done % HEADS);
        }
        expect(columns.rateLean.every((lean) => Math.abs(lean) <= 4)).toBe(true);
        expect(table.base(0) > 0 && table.base(0) < 1).toBe(true);
      }),
    );
  });

  it('wants a power of two', () => {
    expect(() => openTable(12)).toThrow('power of two');
  });
});
