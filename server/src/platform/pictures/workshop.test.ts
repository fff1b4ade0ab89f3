import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { openWorkshop, PictureRefusal } from './workshop.ts';

const workshop = openWorkshop(createLog('silent'), { size: 2 });
afterAll(() => workshop.close());

describe('the workshop', () => {
  test('F9 survives a thousand mutated files: each is refused or rendered, and the next picture is fine', async () => {
    const originals = await Promise.all([
      draw().jpeg().toBuffer(),
      draw().png().toBuffer(),
      draw().webp().toBuffer(),
      draw().avif({ effort: 0 }).toBuffer(),
    ]);
    const outcomes = await Promise.all(
      Array.from({ length: 1000 }, (_, index) => settle(mutated(originals[index % 4] ?? Buffer.alloc(0), index))),
    );
    expect(outcomes.filter((outcome) => outcome === 'error')).toEqual([]);
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(100);
    const picture = await workshop.render(originals[0] ?? Buffer.alloc(0));
    expect(picture).toMatchObject({ width: 64, height: 48, widths: [360], hasAvif: false });
  }, 120_000);

  test('draws a card without a font on the machine; signs it cannot draw are left out', async () => {
    const png = await workshop.drawCard({
      title: '听劝：第一次去哈尔滨 🐱 안녕 — what do I pack?',
      subtitle: '林晚',
      house: '茶馆',
      template: 'jade',
    });
    const { width, height, format } = await sharp(png).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    const bare = await workshop.drawCard({ title: '', subtitle: '林晚', house: '茶馆', template: 'jade' });
    expect((await sharp(png).stats()).entropy).toBeGreaterThan((await sharp(bare).stats()).entropy);
  });

  test('a title of nothing drawable still has a card', async () => {
    const png = await workshop.drawCard({ title: '🐱🐱🐱', subtitle: '', house: '茶馆' });
    expect((await sharp(png).metadata()).width).toBe(1200);
  });
});

async function settle(bytes: Buffer): Promise<'rendered' | 'refused' | 'error'> {
  try {
    await workshop.render(bytes);
    return 'rendered';
  } catch (error) {
    return error instanceof PictureRefusal ? 'refused' : 'error';
  }
}

function draw() {
  return sharp({
    create: {
      width: 64,
      height: 48,
      channels: 3,
      background: '#2f6b57',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });
}

/** Some bytes behind the magic number are overwritten, some files are cut. */
function mutated(original: Buffer, seed: number): Buffer {
  const bytes = Buffer.from(original);
  for (let count = 0; count <= seed % 16; count += 1)
    bytes[16 + ((seed * 131 + count * 977) % (bytes.length - 16))] = randomBytes(1)[0] ?? 0;
  return seed % 5 === 0 ? bytes.subarray(0, Math.max(32, (seed * 37) % bytes.length)) : bytes;
}
