import { expect, test } from 'vitest';
import { kindOfEngine } from './engine-kinds.ts';

test('engines are told apart by id or name; a model of any other name stands behind an endpoint', () => {
  expect(kindOfEngine('Bergamot')).toBe('bergamot');
  expect(kindOfEngine('deepl')).toBe('deepl');
  expect(kindOfEngine('LibreTranslate')).toBe('libretranslate');
  expect(kindOfEngine('phrasebook')).toBe('memory');
  expect(kindOfEngine('qwen3:8b')).toBe('endpoint');
});
