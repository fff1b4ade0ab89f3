import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { column, openColumns } from './columns.ts';
import { restoreSnapshot, writeSnapshot } from './snapshot.ts';

const specs = { marks: column('u8', 'notes', 3), sums: column('f64', 'notes'), clock: column('u32', 1) } as const;
const small = { notes: 3 };
const position = 2 ** 40 + 5;

describe('restoreSnapshot', () => {
  it('gives back the bytes and the position', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 9, maxLength: 9 }), fc.double(), (marks, sum) => {
        const columns = filled(marks, sum);
        const fresh = openColumns(specs, small);
        fresh.clock[0] = 99;
        const snapshot = writeSnapshot(specs, columns, { position, capacities: small });
        expect(restoreSnapshot(snapshot, specs, fresh, small)).toEqual({ isOk: true, position, isMoved: false });
        expect(fresh).toEqual(columns);
      }),
    );
  });

  it('is the same for the same state, wherever it lies', () => {
    const columns = filled(Uint8Array.of(1, 2, 3), 4);
    const snapshot = writeSnapshot(specs, columns, { position, capacities: small });
    expect(writeSnapshot(specs, columns, { position, capacities: small })).toEqual(snapshot);
    const shifted = new Uint8Array(snapshot.length + 1);
    shifted.set(snapshot, 1);
    expect(restoreSnapshot(shifted.subarray(1), specs, columns, small).isOk).toBe(true);
  });

  it('moves rows into larger columns', () => {
    const snapshot = writeSnapshot(specs, filled(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 4), {
      position,
      capacities: small,
    });
    const large = openColumns(specs, { notes: 5 });
    large.marks.fill(255);
    expect(restoreSnapshot(snapshot, specs, large, { notes: 5 })).toEqual({ isOk: true, position, isMoved: true });
    expect([...large.marks]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0]);
    expect([...large.sums]).toEqual([0, 0, 4, 0, 0]);
    expect(large.clock[0]).toBe(77);
  });

  it('refuses what is cut or changed anywhere, and touches nothing', () => {
    const snapshot = writeSnapshot(specs, filled(Uint8Array.of(1, 2, 3), 4), { position, capacities: small });
    for (let at = 0; at < snapshot.length; at += 1) {
      const changed = snapshot.slice();
      changed[at] = (changed[at] as number) ^ 0x10;
      expectRefused(changed);
      if (at % 4 === 0) expectRefused(snapshot.subarray(0, at));
    }
    expectRefused(Uint8Array.of(...snapshot, 0, 0, 0, 0));
  });

  it('says why', () => {
    const snapshot = writeSnapshot(specs, filled(Uint8Array.of(1), 4), { position, capacities: small });
    const tiny = openColumns(specs, { notes: 2 });
    expect(restoreSnapshot(snapshot, specs, tiny, { notes: 2 })).toEqual({ isOk: false, problem: 'too-large' });
    const other = { ...specs, clock: column('u32', 2) };
    const columns = openColumns(other, small);
    expect(restoreSnapshot(snapshot, other, columns, small)).toEqual({ isOk: false, problem: 'other-columns' });
    expect(restoreSnapshot(new Uint8Array(3), other, columns, small)).toEqual({ isOk: false, problem: 'no-snapshot' });
    snapshot[8] = 2;
    expect(restoreSnapshot(snapshot, other, columns, small)).toEqual({ isOk: false, problem: 'other-version' });
  });

  it('takes little room for empty rows', () => {
    const capacities = { notes: 100_000 };
    expect(writeSnapshot(specs, openColumns(specs, capacities), { position, capacities }).length).toBeLessThan(100);
  });
});

function filled(marks: Uint8Array, sum: number) {
  const columns = openColumns(specs, small);
  columns.marks.set(marks);
  columns.sums[2] = sum;
  columns.clock[0] = 77;
  return columns;
}

function expectRefused(snapshot: Uint8Array): void {
  const columns = openColumns(specs, small);
  columns.marks.fill(9);
  expect(restoreSnapshot(snapshot, specs, columns, small).isOk).toBe(false);
  expect(columns.marks.every((mark) => mark === 9)).toBe(true);
}
