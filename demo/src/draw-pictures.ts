import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { drawAvatar } from '../art/avatar.ts';
import { drawIllustration } from '../art/draw.ts';
import { pictureName } from './pictures.ts';
import { readTown } from './town.ts';

/** Renders every drawing the town uses into `demo/art`: run after changing a drawing, and commit the result. */
const art = fileURLToPath(new URL('../art/', import.meta.url));
/** Wide enough for a note opened on a desktop; the grain of the drawings is what costs bytes. */
const widthPixels = 900;
const quality = 50;
/** A touch of blur takes the noise out of the grain: a third of the bytes, and nobody sees it. */
const blurSigma = 0.6;

async function render(svg: string, file: string): Promise<number> {
  const bytes = await sharp(Buffer.from(svg))
    .resize({ width: widthPixels, withoutEnlargement: true })
    .blur(blurSigma)
    .webp({ quality, effort: 5 })
    .toBuffer();
  writeFileSync(file, bytes);
  return bytes.length;
}

const { members, notes } = readTown();
const wanted = new Map<string, { id: string; variant: number }>();
for (const note of notes) {
  for (const [index, { art: id }] of note.pictures.entries()) {
    const name = pictureName(id, `${note.id}/${index}`);
    wanted.set(name, { id, variant: Number(/-(\d+)\.webp$/.exec(name)?.[1]) });
  }
}

mkdirSync(`${art}pictures`, { recursive: true });
mkdirSync(`${art}avatars`, { recursive: true });
for (const file of readdirSync(`${art}pictures`)) if (!wanted.has(file)) rmSync(`${art}pictures/${file}`);
let total = 0;
for (const [name, { id, variant }] of wanted)
  total += await render(drawIllustration(id, variant).svg, `${art}pictures/${name}`);
for (const { handle, avatar } of members)
  total += await render(drawAvatar({ ...avatar, seed: handle }), `${art}avatars/${handle}.webp`);
console.log(`${wanted.size} pictures and ${members.length} avatars, ${Math.round(total / 1024)} KiB`);
