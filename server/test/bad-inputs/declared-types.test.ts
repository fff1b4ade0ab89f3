import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openTeahouse } from '../harness.ts';
import { beginUpload, locationOf, mediaIdOf, sendPart } from '../uploads.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

test('F12 a picture declared as a page is served as the picture it is', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c84' } })
    .png()
    .toBuffer();
  const metadata = `filetype ${base64('text/html')},filename ${base64('../../index.html')}`;
  const location = locationOf(await beginUpload(linwan, bytes.length, { 'upload-metadata': metadata }));
  await sendPart(linwan, location, 0, bytes);
  await house.teahouse.features.media.settle();
  await house.drain();

  const shown = await house.stranger().send({ method: 'GET', url: `/media/${mediaIdOf(location)}-360.webp` });
  expect(shown).toMatchObject({
    status: 200,
    headers: { 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
  });
  expect(JSON.stringify(shown.headers)).not.toContain('html');
});
