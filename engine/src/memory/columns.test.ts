import { describe, expect, it } from 'vitest';
import { column, layOut, openColumns } from './columns.ts';

const specs = { pairs: column('u8', 'notes', 2), sums: column('f64', 3), marks: column('i8', 'notes') } as const;

describe('layOut', () => {
  it('starts every column on a cache line, in the order of the specification', () => {
    expect(layOut(specs, { notes: 33 })).toEqual({ offsets: { pairs: 0, sums: 128, marks: 192 }, bytes: 256 });
    expect(layOut(specs, { notes: 33 }, 65).offsets.pairs).toBe(128);
  });

  it('refuses a capacity without a number', () => {
    expect(() => layOut(specs, {})).toThrow('no capacity is named notes');
  });
});

describe('openColumns', () => {
  it('gives so many values a row', () => {
    const columns = openColumns(specs, { notes: 5 });
    expect([columns.pairs.length, columns.sums.length, columns.marks.length]).toEqual([10, 3, 5]);
    expect(columns.sums).toBeInstanceOf(Float64Array);
  });

  it('shows the same values to all who open the same memory', () => {
    const buffer = new SharedArrayBuffer(layOut(specs, { notes: 5 }).bytes);
    openColumns(specs, { notes: 5 }, buffer).marks.set([1, -2, 3]);
    const again = openColumns(specs, { notes: 5 }, buffer);
    expect([...again.marks]).toEqual([1, -2, 3, 0, 0]);
    expect([...again.pairs, ...again.sums].every((value) => value === 0)).toBe(true);
  });
});
