import { expect, test } from 'vitest';
import { pickPictures } from './pick-pictures.ts';

const cat = new File(['x'], 'cat.jpg', { type: 'image/jpeg' });
const tea = new File(['x'], 'tea.png', { type: 'image/png' });
const list = new File(['x'], 'list.pdf', { type: 'application/pdf' });

test('takes pictures as far as there is room', () => {
  expect(pickPictures([cat, tea], 3)).toEqual({ pictures: [cat, tea], refusal: undefined });
  expect(pickPictures([cat, tea], 1)).toEqual({ pictures: [cat], refusal: 'tooMany' });
  expect(pickPictures([cat], -1)).toEqual({ pictures: [], refusal: 'tooMany' });
});

test('leaves out what is no picture, and says so first', () => {
  expect(pickPictures([list, cat, tea], 1)).toEqual({ pictures: [cat], refusal: 'notPictures' });
});
