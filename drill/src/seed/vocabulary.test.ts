import { normaliseText, textLimits } from '@teahouse/contract';
import { seededRandom } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { idAt } from './identifiers.ts';
import { zipf } from './seed-notes.ts';
import { commonChinese, writeNote } from './vocabulary.ts';

test('every common Chinese word is in 10 to 20 % of the notes', () => {
  const random = seededRandom('shares');
  const notes = Array.from({ length: 4_000 }, () => writeNote(random));
  for (const word of commonChinese) {
    const share = notes.filter(({ title, text }) => `${title}\n${text}`.includes(word)).length / notes.length;
    expect(share, word).toBeGreaterThan(0.1);
    expect(share, word).toBeLessThan(0.2);
  }
});

test('notes are such as the house would take', () => {
  const random = seededRandom('lengths');
  for (let count = 0; count < 500; count += 1) {
    const { title, text } = writeNote(random);
    expect(normaliseText(title)).toBe(title);
    expect([...title].length).toBeLessThanOrEqual(textLimits.title.graphemes);
    expect([...text].length).toBeLessThanOrEqual(textLimits.noteText.graphemes);
  }
});

test('the first rank is drawn most, the last hardly ever', () => {
  const random = seededRandom('ranks');
  const drawn = Array.from({ length: 10_000 }, () => zipf(random, 1_000));
  expect(Math.min(...drawn)).toBe(0);
  expect(Math.max(...drawn)).toBeLessThan(1_000);
  expect(drawn.filter((rank) => rank === 0).length).toBeGreaterThan(20 * drawn.filter((rank) => rank === 99).length);
});

test('ids are version 7, ordered by time and the same in every run', () => {
  expect(idAt(1_736_827_200_000, 'note 1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idAt(1_736_827_200_000, 'note 1')).toBe(idAt(1_736_827_200_000, 'note 1'));
  expect(idAt(1_736_827_200_000, 'note 1') < idAt(1_736_827_200_001, 'note 0')).toBe(true);
});
