import { crc32, deflateSync } from 'node:zlib';
import { type MediaId, routes } from '@teahouse/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { askOffset, beginUpload, locationOf, mediaIdOf, sendPart, upload } from '../../test/uploads.ts';

let house: TestHouse;
let linwan: Person;
let jake: Person;
let photo: Buffer;

beforeAll(async () => {
  house = await openTeahouse();
  [linwan, jake] = [await house.as('linwan'), await house.as('jake')];
  photo = await drawPhoto(1000, 600)
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
    .toBuffer();
});
afterAll(() => house[Symbol.asyncDispose]());

describe('a picture', () => {
  test('arrives in parts, is resumed, and becomes ready in three sizes', async () => {
    const location = locationOf(await beginUpload(linwan, photo.length));
    const half = Math.floor(photo.length / 2);
    expect((await sendPart(linwan, location, 0, photo.subarray(0, half))).status).toBe(204);
    expect((await askOffset(linwan, location)).headers['upload-offset']).toBe(String(half));
    expect((await sendPart(linwan, location, half, photo.subarray(half))).status).toBe(204);
    await house.teahouse.features.media.settle();
    const mediaId = mediaIdOf(location) as MediaId;
    const { state, media } = await linwan.call(routes.media.getMedia, { params: { mediaId } });
    expect({ state, media }).toMatchObject({
      state: 'ready',
      media: { width: 1000, height: 600, widths: [360, 720, 1440], hasAvif: true },
    });
    expect((await askOffset(linwan, location)).headers['upload-offset']).toBe(String(photo.length));
    const served = await house.stranger().send({ method: 'GET', url: `/media/${mediaId}-360.webp` });
    expect(served.status).toBe(200);
    expect(served.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });

  test('F8 F10 is turned upright and loses its place and camera', async () => {
    const sideways = await drawPhoto(800, 400).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const mediaId = await ready(sideways);
    const { media } = await linwan.call(routes.media.getMedia, { params: { mediaId } });
    expect(media).toMatchObject({ width: 400, height: 800 });
    for (const name of ['360.webp', '720.webp', '720.avif']) {
      const stored = await house.teahouse.deps.blobs.get(`media/${mediaId}/${name}`);
      expect((await sharp(stored).metadata()).exif).toBeUndefined();
    }
  });

  test.each([
    ['F8 CMYK', () => drawPhoto(300, 300).toColourspace('cmyk').jpeg()],
    ['F8 16 bit', () => drawPhoto(300, 300).toColourspace('rgb16').png()],
    ['F4 F5 a picture with a script behind it', undefined],
  ])('%s is taken and encoded anew', async (_case, make) => {
    const plain = await (make?.() ?? drawPhoto(300, 300).png()).toBuffer();
    const bytes = make ? plain : Buffer.concat([plain, Buffer.from('<script>alert(1)</script>')]);
    const mediaId = await ready(bytes);
    const stored = await house.teahouse.deps.blobs.get(`media/${mediaId}/360.webp`);
    expect(Buffer.from(stored).includes('script')).toBe(false);
    expect((await sharp(stored).metadata()).space).toBe('srgb');
  });
});

describe('refused', () => {
  test('F1 an empty file', async () => {
    expect((await beginUpload(linwan, 0)).status).toBe(400);
  });

  test.each([
    ['F5 SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['F5 GIF and script', Buffer.from('GIF89a/*....*/=1;alert(1)')],
    ['HTML', Buffer.from('<!doctype html><title>x</title>')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['F14 ZIP', Buffer.from('PK\x03\x04........')],
  ])('%s → 415', async (_case, bytes) => {
    const { mediaId, answer } = await upload(linwan, bytes);
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media' } });
    expect(await linwan.call(routes.media.getMedia, { params: { mediaId: mediaId as MediaId } })).toEqual({
      state: 'refused',
      problem: 'unsupported-media',
    });
  });

  test.each([
    ['F6 a bomb of 65,535 × 65,535', () => bomb()],
    ['F7 an animated PNG', () => animatedPng()],
    ['F7 an animated WebP', () => animatedWebp()],
    ['F8 a broken JPEG', async () => photo.subarray(0, 3000)],
  ])('%s → 422 picture-unreadable', async (_case, make) => {
    const { mediaId } = await upload(linwan, await make());
    await house.teahouse.features.media.settle();
    expect(await linwan.call(routes.media.getMedia, { params: { mediaId: mediaId as MediaId } })).toEqual({
      state: 'refused',
      problem: 'picture-unreadable',
    });
  });

  test('F2 more than 20 MB, or more than was said', async () => {
    expect(await beginUpload(linwan, 21 * 1024 * 1024)).toMatchObject({ status: 413, body: { code: 'too-large' } });
    const location = locationOf(await beginUpload(linwan, 10));
    const answer = await sendPart(linwan, location, 0, Buffer.alloc(4000));
    expect(answer).toMatchObject({ status: 413, headers: { connection: 'close' } });
  });

  test('F11 a hostile file name is not even looked at', async () => {
    const name = Buffer.from('../../x\u202egpj.exe').toString('base64');
    const begun = await beginUpload(linwan, 10, { 'upload-metadata': `filename ${name}` });
    expect(locationOf(begun)).toMatch(/^\/api\/uploads\/[0-9a-f-]{36}$/);
  });

  test('F12 a claim to be HTML changes nothing: it is served as the picture it is', async () => {
    const filetype = Buffer.from('text/html').toString('base64');
    const location = locationOf(await beginUpload(linwan, photo.length, { 'upload-metadata': `filetype ${filetype}` }));
    expect((await sendPart(linwan, location, 0, photo)).status).toBe(204);
    await house.teahouse.features.media.settle();
    const served = await linwan.send({ method: 'GET', url: `/media/${mediaIdOf(location)}-360.webp` });
    expect(served.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' });
  });

  test('F15 a part at the wrong place', async () => {
    const location = locationOf(await beginUpload(linwan, photo.length));
    expect(await sendPart(linwan, location, 7, photo.subarray(7))).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
  });

  test("F16 someone else's upload, and one that never was", async () => {
    const location = locationOf(await beginUpload(linwan, photo.length));
    for (const path of [
      location,
      '/api/uploads/0194641c-0000-7000-8000-000000000000',
      '/api/uploads/..%2f..%2fsecret',
    ]) {
      expect((await sendPart(jake, path, 0, photo)).status).toBe(404);
      expect((await askOffset(jake, path)).status).toBe(404);
    }
    const mediaId = mediaIdOf(location) as MediaId;
    expect((await jake.refused(routes.media.getMedia, { params: { mediaId } })).code).toBe('not-found');
    expect((await jake.refused(routes.media.deleteMedia, { params: { mediaId } })).code).toBe('not-found');
  });

  test('a stranger', async () => {
    expect((await beginUpload(house.stranger(), 10)).status).toBe(401);
  });

  test('F19 while the disk is nearly full', async () => {
    const { houseState } = house.teahouse.deps;
    houseState.set('no-uploads');
    expect(await beginUpload(linwan, 10)).toMatchObject({ status: 507, headers: { 'retry-after': '60' } });
    houseState.set('read-only');
    expect(await beginUpload(linwan, 10)).toMatchObject({ status: 503, body: { code: 'read-only' } });
    houseState.set('open');
  });
});

describe('room', () => {
  test('F18 fifty open uploads, and no more until some are finished or thrown away', async () => {
    const begun = await Promise.all(Array.from({ length: 55 }, () => beginUpload(jake, 10)));
    expect(begun.filter((answer) => answer.status === 201)).toHaveLength(50);
    expect(begun.filter((answer) => answer.status === 409)).toHaveLength(5);
    const [open] = begun.filter((answer) => answer.status === 201).map(locationOf);
    await jake.call(routes.media.deleteMedia, { params: { mediaId: mediaIdOf(open ?? '') as MediaId } });
    expect((await beginUpload(jake, 10)).status).toBe(201);
  });

  test('F18 what nobody used for a day is taken away; pictures of drafts, notes and profiles stay', async () => {
    const [unused, drafted, used] = [await ready(photo), await ready(photo), await ready(photo)];
    await linwan.call(routes.notes.createDraft, { body: { title: 'later', pictures: [{ mediaId: drafted }] } });
    await linwan.call(routes.notes.publish, { body: { title: 'Now', pictures: [{ mediaId: used, alt: 'a square' }] } });
    house.advance('25h');
    await house.teahouse.features.media.collectGarbage();
    await house.drain();
    const kept = await house.db.selectFrom('media').select('id').execute();
    expect(kept.map((row) => row.id).sort()).toEqual([drafted, used].sort());
    const blobs = house.teahouse.deps.blobs;
    expect([await blobs.has(`media/${unused}/360.webp`), await blobs.has(`media/${used}/360.webp`)]).toEqual([
      false,
      true,
    ]);
    expect((await linwan.refused(routes.media.deleteMedia, { params: { mediaId: used } })).code).toBe('conflict');
  });
});

describe('serving', () => {
  test.each([
    '/media/0194641c-0000-7000-8000-000000000000-360.webp',
    '/media/%2e%2e/%2e%2e/secret',
    '/media/..%5c..%5csecret',
    '/media/%c0%ae%c0%ae/secret',
    '/media/a%00-360.webp',
    '/media/',
  ])('Q3 %s → 404', async (url) => {
    expect((await house.stranger().send({ method: 'GET', url })).status).toBe(404);
  });

  test('Q3 a size that does not exist → 404; pictures of a removed note only for those concerned', async () => {
    const mediaId = await ready(photo);
    const url = `/media/${mediaId}-720.webp`;
    expect((await linwan.send({ method: 'GET', url: `/media/${mediaId}-360.avif` })).status).toBe(404);
    const note = await linwan.call(routes.notes.publish, { body: { title: 'Soon gone', pictures: [{ mediaId }] } });
    await house.db.updateTable('note').set({ compliance: 'removed' }).where('id', '=', note.id).execute();
    await house.teahouse.deps.events.emit(house.db, 'note.withdrawn', { noteId: note.id, authorId: linwan.memberId });
    await house.drain();
    expect((await house.stranger().send({ method: 'GET', url })).status).toBe(404);
    expect((await linwan.send({ method: 'GET', url })).headers['cache-control']).toBe('private, no-store');
  });
});

async function ready(bytes: Buffer): Promise<MediaId> {
  const { mediaId, answer } = await upload(linwan, bytes);
  expect(answer.status).toBe(204);
  await house.teahouse.features.media.settle();
  const { state } = await linwan.call(routes.media.getMedia, { params: { mediaId: mediaId as MediaId } });
  expect(state).toBe('ready');
  return mediaId as MediaId;
}

function drawPhoto(width: number, height: number) {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#a63a2b', noise } });
}

/** A valid header that promises more pixels than any machine decodes. */
async function bomb(): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(65_535, 0);
  header.writeUInt32BE(65_535, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function animatedPng(): Promise<Buffer> {
  const still = await drawPhoto(50, 50).png().toBuffer();
  const control = Buffer.alloc(8);
  control.writeUInt32BE(100_000, 0);
  return Buffer.concat([still.subarray(0, 33), chunk('acTL', control), still.subarray(33)]);
}

async function animatedWebp(): Promise<Buffer> {
  const frame = () => drawPhoto(20, 20).png().toBuffer();
  return sharp([await frame(), await frame()], { join: { animated: true } })
    .webp()
    .toBuffer();
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}
