import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DenseKeys } from './dense-keys.ts';

test('numbers values as they come, anew after each clearing', () => {
  const pages = fc.array(fc.array(fc.nat(0xffffffff), { maxLength: 40 }), { maxLength: 5 });
  const keys = new DenseKeys(40);
  fc.assert(
    fc.property(pages, (all) => {
      for (const values of all) {
        keys.clear();
        const order = [...new Set(values)];
        expect(values.map((value) => keys.keyOf(value))).toEqual(values.map((value) => order.indexOf(value)));
        expect(keys.count).toBe(order.length);
      }
    }),
  );
});
