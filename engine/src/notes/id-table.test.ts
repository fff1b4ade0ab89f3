import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash32 } from '../hash.ts';
import { openIdTable } from './id-table.ts';

const ROWS = 24;

describe('openIdTable', () => {
  it('finds what a map would find, whatever came and went', () => {
    const step = fc.record({ row: fc.nat(ROWS - 1), isComing: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const { table } = open();
        const model = new Map<string, number>();
        steps.forEach(({ row, isComing }, index) => {
          const held = [...model].find(([, known]) => known === row)?.[0];
          if (isComing && held === undefined) {
            table.insert(row, `n${index}`);
            model.set(`n${index}`, row);
          } else if (!isComing && held !== undefined) {
            table.remove(row);
            model.delete(held);
          }
          for (const [id, known] of model) expect(table.find(id)).toBe(known);
          expect(table.find('stranger')).toBe(-1);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no traces of what is gone', () => {
    const { table, slots } = open();
    for (let round = 0; round < 500; round += 1) {
      table.insert(round % ROWS, `n${round}`);
      table.remove(round % ROWS);
    }
    expect(slots.every((slot) => slot === 0)).toBe(true);
  });

  it('finds by hash, and again after rebuilding', () => {
    const { table, slots } = open();
    table.insert(3, 'tea');
    slots.fill(0);
    expect(table.findHash(hash32('tea'))).toBe(-1);
    table.rebuild(ROWS);
    expect(table.findHash(hash32('tea'))).toBe(3);
    expect(table.find('tea')).toBe(3);
  });

  it('ends a search in a table without an empty slot, as a reader may see one', () => {
    const { table, slots } = open();
    slots.fill(1);
    expect(table.find('nobody')).toBe(-1);
    expect(() => table.insert(2, 'nobody')).toThrow(RangeError);
  });
});

function open() {
  const slots = new Uint32Array(ROWS * 2);
  const table = openIdTable({ ids: new Uint8Array(ROWS * 16), hashes: new Uint32Array(ROWS), slots });
  return { table, slots };
}
