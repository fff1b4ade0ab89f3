import { describe, expect, it } from 'vitest';
import { createLoaderCache } from './loader-cache.ts';

function tracked(maxEntries = 100) {
  const loads: string[][] = [];
  const time = { now: 0 };
  const rows = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  const cache = createLoaderCache<number>({
    ttlMilliseconds: 1000,
    maxEntries,
    now: () => time.now,
    load: async (ids) => {
      loads.push(ids);
      const found = new Map(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) ?? 0] as const] : [])));
      await Promise.resolve();
      return found;
    },
  });
  return { cache, loads, rows, time };
}

describe('loader cache', () => {
  it('loads what is missing in one call, and remembers that something does not exist', async () => {
    const { cache, loads } = tracked();
    expect(await cache.getMany(['a', 'b', 'x'])).toEqual(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    );
    await cache.getMany(['b', 'x']);
    expect(loads).toEqual([['a', 'b', 'x']]);
  });

  it('shares one load between those who ask at once', async () => {
    const { cache, loads } = tracked();
    const answers = await Promise.all([cache.get('a'), cache.get('a'), cache.getMany(['a', 'b'])]);
    expect(answers).toEqual([
      1,
      1,
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    ]);
    expect(loads).toEqual([['a', 'b']]);
  });

  it('asks again after its time, and at once after an invalidation', async () => {
    const { cache, rows, time } = tracked();
    await cache.get('a');
    rows.set('a', 5);
    expect(await cache.get('a')).toBe(1);
    cache.invalidate('a');
    expect(await cache.get('a')).toBe(5);
    rows.set('a', 6);
    time.now = 1001;
    expect(await cache.get('a')).toBe(6);
  });

  it('does not keep what was read before an invalidation that came meanwhile', async () => {
    const { cache, rows } = tracked();
    const early = cache.get('a');
    rows.set('a', 9);
    cache.invalidate('a');
    await early;
    expect(await cache.get('a')).toBe(9);
  });

  it('stays within its bound', async () => {
    const { cache } = tracked(10);
    for (let index = 0; index < 100; index += 1) await cache.get(`id-${index}`);
    expect(cache.size).toBeLessThanOrEqual(10);
  });

  it('does not keep what is too old to be given out', async () => {
    const { cache, time } = tracked();
    await cache.getMany(['a', 'x']);
    time.now = 1000;
    await cache.get('b');
    expect(cache.size).toBe(1);
  });
});
