import type { TextCover } from '@teahouse/contract';
import sharp from 'sharp';
import { drawLetters, type Letters, type Weight, wrapLetters } from './letters.ts';

/** What a link preview shows of a note, a member or a topic. */
export interface Card {
  title: string;
  /** Author of a note, figures of a profile or topic. */
  subtitle: string;
  house: string;
  /** WebP of the cover, or the text cover's template. */
  picture?: Uint8Array;
  template?: TextCover;
}

const width = 1200;
const height = 630;
const margin = 72;
/** The picture is as wide as high; the words have the rest. */
const pictureSide = height;
const titleSize = { beside: 54, alone: 72 };
const titleLines = { beside: 5, alone: 4 };
const lineHeight = 1.35;

interface Paper {
  ground: string;
  ink: string;
}

const plain: Paper = { ground: '#fbf7f0', ink: '#2a211c' };

/** Ground and ink of the twelve text covers. */
const papers: Record<TextCover, Paper> = {
  paper: plain,
  cinnabar: { ground: '#a63a2b', ink: '#fff6ea' },
  jade: { ground: '#2f6b57', ink: '#f1faf4' },
  night: { ground: '#1d2333', ink: '#e9ecf6' },
  grid: { ground: '#eef2f6', ink: '#22303f' },
  kraft: { ground: '#d9bd93', ink: '#3a2a16' },
  blossom: { ground: '#f8dfe3', ink: '#5c2733' },
  sky: { ground: '#d5e8f5', ink: '#163a55' },
  letter: { ground: '#f6efdf', ink: '#33475b' },
  ticket: { ground: '#f3c74f', ink: '#40300a' },
  chalk: { ground: '#2c3b35', ink: '#eef3ee' },
  lantern: { ground: '#d8502f', ink: '#fff4e0' },
};

/** @returns PNG, 1200 × 630 */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const paper = card.picture ? plain : papers[card.template ?? 'paper'];
  const canvas = sharp(Buffer.from(svgOf(card, paper)));
  if (!card.picture) return canvas.png({ palette: true }).toBuffer();
  const input = await sharp(card.picture).resize(pictureSide, pictureSide, { fit: 'cover' }).toBuffer();
  return canvas
    .composite([{ input, left: 0, top: 0 }])
    .png({ compressionLevel: 8 })
    .toBuffer();
}

function svgOf(card: Card, paper: Paper): string {
  const kind = card.picture ? 'beside' : 'alone';
  const left = card.picture ? pictureSide + margin * 0.75 : margin;
  const room = width - left - margin * 0.75;
  const size = titleSize[kind];
  const title = wrapLetters(card.title, size, 'bold', room, titleLines[kind]);
  const top = card.picture ? margin + size : (height - title.length * size * lineHeight) / 2 + size * 0.6;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" color="${paper.ink}">`,
    `<rect width="${width}" height="${height}" fill="${paper.ground}"/>`,
    ...title.map((line, index) => placed(line, left, top + index * size * lineHeight)),
    placed(oneLine(card.subtitle, 30, 'medium', room), left, height - margin - 46, 0.85),
    cup(left, height - margin - 24),
    placed(oneLine(card.house, 26, 'bold', room - 48), left + 48, height - margin, 0.85),
    '</svg>',
  ].join('');
}

function oneLine(text: string, size: number, weight: Weight, room: number): Letters {
  return wrapLetters(text, size, weight, room, 1)[0] ?? drawLetters('', size, weight);
}

function placed(letters: Letters, x: number, y: number, opacity = 1): string {
  return `<g transform="translate(${x} ${y})" opacity="${opacity}">${letters.svg}</g>`;
}

/** The house's mark: a cup without a handle and its steam. */
function cup(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round">
    <path d="M4 8h28l-4 16a4 4 0 0 1-4 3H12a4 4 0 0 1-4-3z"/><path d="M13 1c2-3-2-4 0-7M23 1c2-3-2-4 0-7"/></g>`;
}
