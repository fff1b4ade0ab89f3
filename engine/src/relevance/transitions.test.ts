import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { openTransitions, transitionColumns, transitionColumnsOf } from './transitions.ts';

const fortnight = 14 * 86_400_000;

function house(notes: number, length = 16) {
  const columns = openColumns(transitionColumnsOf(length), { notes });
  const transitions = openTransitions(columns);
  const out = { rows: new Uint32Array(length), scores: new Float32Array(length) };
  const after = (row: number) => {
    const count = transitions.neighbours(row, out);
    return new Map(
      Array.from({ length: count }, (_, index) => [out.rows[index] as number, out.scores[index] as number]),
    );
  };
  return { columns, transitions, after };
}

describe('transitions', () => {
  it('leads from what was seen last most strongly', () => {
    const { transitions, after } = house(10);
    for (let time = 0; time < 20; time += 1) transitions.observe([1, 2, 3], 4, 0);
    const scores = [1, 2, 3].map((row) => after(row).get(4) ?? 0);
    expect(scores[0]).toBeGreaterThan(scores[1] as number);
    expect(scores[1]).toBeGreaterThan(scores[2] as number);
    expect(after(4).size).toBe(0);
  });

  it('prefers what follows this note to what follows every note', () => {
    const { transitions, after } = house(40);
    for (let time = 0; time < 30; time += 1) {
      transitions.observe([1], 2, 0);
      for (let other = 10; other < 40; other += 1) transitions.observe([other], 3, 0);
      transitions.observe([1], 3, 0);
    }
    expect(after(1).get(2)).toBeGreaterThan(2 * (after(1).get(3) ?? 0));
  });

  it('looks no further back than ten places', () => {
    const { transitions, after } = house(20);
    transitions.observe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 15, 0);
    expect(after(9).has(15)).toBe(true);
    expect(after(10).has(15)).toBe(false);
  });

  it('keeps who comes often while strangers pass through', () => {
    const { transitions, after } = house(1_000, 4);
    for (let stranger = 10; stranger < 1_000; stranger += 1) {
      transitions.observe([0], stranger, 0);
      if (stranger % 4 === 0) transitions.observe([0], 1, 0);
    }
    expect(after(0).size).toBeLessThanOrEqual(4);
    expect(Math.max(...after(0).values())).toBe(after(0).get(1));
  });

  it('halves weights each fortnight until nothing is left', () => {
    const { columns, transitions } = house(5);
    transitions.observe([0], 1, 0);
    transitions.observe([0], 2, fortnight);
    expect([...columns.transitionWeight.subarray(0, 3)]).toEqual([128, 256, 0]);
    expect(columns.transitionMass[2]).toBe(256);
    transitions.observe([0], 3, 40 * fortnight);
    expect([...columns.transitionTo.subarray(0, 2)]).toEqual([4, 0]);
  });

  it('keeps shares when a weight outgrows its 16 bits', () => {
    const { columns, transitions } = house(5);
    for (let time = 0; time < 1_000; time += 1) {
      transitions.observe([0], 1, 0);
      if (time % 2 === 0) transitions.observe([0], 2, 0);
    }
    const [first, second] = columns.transitionWeight;
    expect((second as number) / (first as number)).toBeCloseTo(0.5, 1);
  });

  it('does not know the former note of a row', () => {
    const { transitions, after } = house(5);
    transitions.observe([0], 1, 0);
    transitions.observe([1], 2, 0);
    transitions.forget(1);
    expect(after(0).size).toBe(0);
    expect(after(1).size).toBe(0);
    transitions.observe([0], 1, 0);
    expect([...after(0).keys()]).toEqual([1]);
  });

  it('takes 103 bytes a note', () => {
    const columns = openColumns(transitionColumns, { notes: 64 });
    expect(Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(64 * 103);
  });

  it('writes the same bytes for the same steps', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const bytes = [house(8, 3), house(8, 3)].map(({ columns, transitions }) => {
          for (const { recent, row, at } of walk) transitions.observe(recent, row, at);
          return Object.values(columns).map(({ buffer }) => [...new Uint8Array(buffer)]);
        });
        expect(bytes[0]).toEqual(bytes[1]);
      }),
    );
  });

  it('never names a row beyond the table, a note itself or one twice, whatever stands in memory', () => {
    fc.assert(
      fc.property(
        steps,
        fc.uint8Array({ minLength: 8 * 25, maxLength: 8 * 25 }),
        fc.boolean(),
        (walk, noise, isTorn) => {
          const { columns, transitions, after } = house(8, 3);
          for (const { recent, row, at } of walk) transitions.observe(recent, row, at);
          if (isTorn) new Uint8Array(columns.transitionTo.buffer).set(noise);
          for (let row = 0; row < 9; row += 1) {
            for (const [to, score] of after(row)) {
              expect(to).toBeLessThan(8);
              if (!isTorn) expect(to).not.toBe(row);
              expect(score).toBeGreaterThan(0);
              expect(Number.isFinite(score)).toBe(true);
            }
          }
        },
      ),
    );
  });
});

const row = fc.integer({ min: 0, max: 9 });
const steps = fc.array(
  fc.record({ recent: fc.array(row, { maxLength: 12 }), row, at: fc.integer({ min: 0, max: 6 * fortnight }) }),
  { maxLength: 60 },
);
