import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { type BalanceWorld, balanceWorld, hour, minute, noon } from './balance-world.fixture.ts';

const CATS = 7;
const languageOf = () => 'zh';

/** A day of ordinary life: 40 impressions a minute, a share of them of cats. */
function ordinaryDay(share: number): BalanceWorld {
  const world = balanceWorld();
  world.publish(0, 'native', [CATS], 1, noon - 24 * hour);
  for (let row = 1; row < 40; row += 1) world.publish(row, 'native', [100 + row], 1, noon - 24 * hour);
  browse(world, { from: noon - 24 * hour, to: noon, share: () => share });
  return world;
}

/** @returns share of cats in each window of ten minutes */
function browse(
  world: BalanceWorld,
  { from, to, share, obeys = true }: { from: number; to: number; share: (at: number) => number; obeys?: boolean },
): number[] {
  const random = seededRandom(from);
  const shares: number[] = [];
  let [cats, all] = [0, 0];
  for (let at = from; at < to; at += 1_500) {
    const isCat = random() < share(at) && (!obeys || random() < world.balance.brakeOf(CATS));
    world.show(isCat ? 0 : 1 + Math.floor(random() * 39), 'native', at);
    cats += isCat ? 1 : 0;
    all += 1;
    if (at % minute === 0) world.balance.tick({ keptNewcomer: 1, lateNewcomer: 0 }, at);
    if (all === 400) {
      shares.push(cats / all);
      [cats, all] = [0, 0];
    }
  }
  return shares;
}

test('a topic that everybody wants at once grows by at most three tenths in ten minutes', () => {
  const world = ordinaryDay(0.02);
  const shares = browse(world, { from: noon, to: noon + 90 * minute, share: () => 0.6 });
  let before = 0.1;
  for (const share of shares) {
    // Two standard deviations of a count of 40 in 400 above the cap.
    expect(share).toBeLessThan(Math.max(0.1, 1.3 * before) + 0.03);
    before = Math.max(0.1, share);
  }
  expect(shares[0]).toBeGreaterThan(0.06);
  expect(shares.at(-1)).toBeGreaterThan(0.25);
  const { braked } = world.balance.report(
    { rows: 0, impressions: new Uint32Array(), hours: 24, languageOf },
    noon + 90 * minute,
  );
  expect(braked.map(({ topic }) => topic)).toContain(CATS);
});

test('without the brake it would have taken the page at once', () => {
  const shares = browse(ordinaryDay(0.02), { from: noon, to: noon + 30 * minute, share: () => 0.6, obeys: false });
  expect(Math.min(...shares)).toBeGreaterThan(0.5);
});

test('a topic that has always been large is left alone', () => {
  const world = ordinaryDay(0.4);
  const shares = browse(world, { from: noon, to: noon + hour, share: () => 0.4 });
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.36);
});

test('a topic that was held back is let go when the rush is over', () => {
  const world = ordinaryDay(0.02);
  browse(world, { from: noon, to: noon + 20 * minute, share: () => 0.6 });
  expect(world.balance.brakeOf(CATS)).toBeLessThan(0.9);
  browse(world, { from: noon + 20 * minute, to: noon + hour, share: () => 0.02 });
  expect(world.balance.brakeOf(CATS)).toBe(1);
});

test('a small house is not braked: a handful of impressions says nothing', () => {
  const world = balanceWorld();
  world.publish(0, 'native', [CATS], 1, noon);
  for (let n = 0; n < 150; n += 1) world.show(0, 'native', noon + n * 1_000);
  expect(world.balance.brakeOf(CATS)).toBe(1);
});

test('what newcomers look at does not brake', () => {
  const world = ordinaryDay(0.02);
  for (let n = 0; n < 2_000; n += 1) world.show(0, 'newcomer', noon + n * 100);
  expect(world.balance.brakeOf(CATS)).toBe(1);
});
