import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Renders the install icons from the wordmark's drawing: `node web/scripts/draw-icons.ts`. */
const folder = new URL('../public/', import.meta.url);
const drawing = await readFile(new URL('icon.svg', folder), 'utf8');
/** Maskable icons are cropped to any shape: the ground reaches the edges and the cup keeps inside the safe circle. */
const maskable = drawing
  .replace('rx="15" ', '')
  .replace('<g fill="#fffefb">', '<g fill="#fffefb" transform="translate(12 12) scale(0.625)">');

await render(drawing, 192, 'icon-192.png');
await render(drawing, 512, 'icon-512.png');
await render(drawing.replace('rx="15" ', ''), 180, 'icon-180.png');
await render(maskable, 512, 'icon-maskable-512.png');

async function render(svg: string, size: number, name: string): Promise<void> {
  const png = await sharp(Buffer.from(svg), { density: 72 * (size / 64) })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
  await writeFile(new URL(name, folder), png);
}
