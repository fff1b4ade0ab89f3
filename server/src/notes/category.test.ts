import { expect, test } from 'vitest';
import { categoryOf } from './category.ts';

const note = { title: '', text: '', topics: [], format: 'free' as const };

test.each([
  [{ title: '今天做了红烧肉', text: '菜谱在下面，火锅也可以' }, 'food'],
  [{ title: '我家猫把鱼吃了' }, 'cats'],
  [{ title: 'My kitten learned to open doors' }, 'cats'],
  [{ title: 'Concatenate two lists' }, undefined],
  [{ title: '第一次去哈尔滨', topics: ['旅行'] }, 'travel'],
  [{ title: 'ラーメンのレシピ' }, 'food'],
  [{ title: '고양이 사진', topics: ['고양이'] }, 'cats'],
  [{ title: 'Mi gata y yo' }, 'cats'],
  [{ title: 'Looking for a language partner, learning Chinese' }, 'language-exchange'],
  [{ title: 'What is your rent?', format: 'compare' as const }, 'budgeting'],
  [{ title: 'Hello', format: 'cat-tax' as const }, 'cats'],
  [{ title: 'Nothing in particular' }, undefined],
])('%j → %s', (given, category) => {
  expect(categoryOf({ ...note, ...given })).toBe(category);
});
