import { join } from 'node:path';
import { openLanguageReading } from '@teahouse/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { DETECTION_TARGETS as targets } from './detect.ts';
import { LANGUAGE_SETS, readCodedTexts, readLabelledTexts, readReaderTexts, takePart } from './labelled-sets.ts';
import { scoreButton, scoreDetection, scoreOrdinary, scoreUndecodable, shareOf } from './score-detection.ts';

let reading: Awaited<ReturnType<typeof openLanguageReading>>;

beforeAll(async () => {
  reading = await openLanguageReading();
});

const labelled = readLabelledTexts(join(LANGUAGE_SETS, 'short-texts.tsv'));
const readers = readReaderTexts(join(LANGUAGE_SETS, 'mixed-texts.tsv'));
const coded = readCodedTexts(join(LANGUAGE_SETS, 'undecodable.tsv'));

test('the sets have the sizes the targets were set for, and both halves their share', () => {
  expect(labelled.length).toBeGreaterThanOrEqual(620);
  expect(readers.length).toBeGreaterThanOrEqual(400);
  expect(coded.filter(({ kind }) => kind !== 'normal').length).toBeGreaterThanOrEqual(100);
  for (const part of ['build', 'final'] as const) expect(takePart(labelled, part).length).toBeGreaterThan(300);
});

describe.each(['build', 'final'] as const)('on the %s half', (part) => {
  test('short texts are named by language, mixtures and texts without letters included', () => {
    const score = scoreDetection(reading, takePart(labelled, part));
    expect(shareOf(score.right)).toBeGreaterThanOrEqual(targets.accuracy);
    expect(score.mixedF1).toBeGreaterThanOrEqual(targets.mixedF1);
    expect(shareOf(score.noLetters)).toBe(targets.noLetters);
  });

  test('the button stands on texts with a foreign part', () => {
    expect(shareOf(scoreButton(reading, takePart(readers, part)).shown)).toBeGreaterThanOrEqual(targets.button);
  });

  test('riddles are recognised and ordinary texts pass', () => {
    const half = takePart(coded, part);
    const ordinary = [...half.filter(({ kind }) => kind === 'normal'), ...takePart(labelled, part)];
    const { taken } = scoreOrdinary(
      reading,
      ordinary.map(({ text }) => text),
    );
    expect(shareOf(scoreUndecodable(reading, half).found)).toBeGreaterThanOrEqual(targets.undecodable);
    expect(shareOf(taken)).toBeLessThanOrEqual(targets.taken);
  });
});
