import { expect, test } from 'vitest';
import { cropBox, moveCrop, wholePicture } from './crop.ts';

test('the whole picture is kept until a shape or a closer look is asked for', () => {
  expect(cropBox(1200, 800, wholePicture)).toEqual({ x: 0, y: 0, width: 1200, height: 800 });
});

test('a shape keeps as much as fits, from the middle', () => {
  expect(cropBox(1200, 800, { ...wholePicture, shape: 'square' })).toEqual({ x: 200, y: 0, width: 800, height: 800 });
  expect(cropBox(800, 1200, { ...wholePicture, shape: 'landscape', zoom: 2 })).toEqual({
    x: 200,
    y: 450,
    width: 400,
    height: 300,
  });
});

test('the cut moves as far as the picture goes and no further', () => {
  const square = { ...wholePicture, shape: 'square' as const };
  expect(moveCrop(1200, 800, square, 100, 50)).toMatchObject({ x: 0.75, y: 0.5 });
  expect(cropBox(1200, 800, moveCrop(1200, 800, square, 9999, 0)).x).toBe(400);
  expect(cropBox(1200, 800, moveCrop(1200, 800, square, -9999, 0)).x).toBe(0);
});
