import { allRoutes, type TextField, textFields, textKinds } from '@teahouse/contract';
import { expect, test } from 'vitest';
import type { z } from 'zod';

/** Where a field's text is translated from, or why nobody reads it in translation. */
type Path = TextField | { none: string };

const name: Path = { none: 'a name is written as its bearer writes it' };
const draft: Path = { none: 'nobody but its author reads a draft' };
const word: Path = { none: 'the glossary explains the word itself' };
const topic: Path = { none: 'topics have labels in other languages' };
const already: Path = { none: 'it is a text in the reader’s language already' };
const echo: Path = { none: 'only whoever sends it reads the answer' };

const noteContent = {
  title: 'note.title',
  text: 'note.text',
  'pictures[].alt': 'note.alt',
  'topics[]': topic,
  'versions[].title': already,
  'versions[].text': already,
} satisfies Record<string, Path>;
const glossContent = {
  term: word,
  'variants[]': word,
  sense: 'gloss.sense',
  'renderings{}.text': already,
  'renderings{}.note': already,
} satisfies Record<string, Path>;
const draftContent = Object.fromEntries(Object.keys(noteContent).map((field) => [field, draft]));

/** Every field of member text that the contract takes. A new one is not accepted until it has its path. */
const paths: Record<string, Record<string, Path>> = {
  'accounts.signUp': { name },
  'accounts.addPasskey': { name: { none: 'only its owner sees the name of a passkey' } },
  'accounts.updateMe': { name, bio: 'member.bio' },
  'notes.publish': noteContent,
  'notes.edit': noteContent,
  'drafts.create': draftContent,
  'drafts.update': draftContent,
  'comments.post': { text: 'comment.text', 'pictures[].alt': 'comment.alt' },
  'boards.create': { name: 'board.name' },
  'boards.update': { name: 'board.name' },
  'topics.proposeLink': { other: topic },
  'topics.setLabel': { label: already },
  'moderation.report': { detail: 'report.detail' },
  'moderation.decide': { explanation: 'statement.explanation' },
  'moderation.appeal': { text: 'appeal.text' },
  'moderation.decideAppeal': { answer: 'appeal.answer' },
  'glosses.propose': glossContent,
  'glosses.change': glossContent,
  'glosses.remark': { text: 'gloss.remark' },
  'glosses.ask': { words: word },
  'translations.report': { detail: { none: 'a reviewer reads it beside both languages, never kept apart from them' } },
  'translations.suggest': { text: already },
  'translations.preview': { title: echo, text: echo },
  'translations.putVersion': { title: already, text: already },
  'translations.pinyin': { text: echo },
  'translationReview.decide': { text: already },
};

/** Made by the house out of other fields. */
const derived: TextField[] = ['report.subject'];

test('every field of member text has a translation path, or a reason to have none', () => {
  const taken = allRoutes.flatMap((route) => {
    const fields = route.body ? textFieldsIn(route.body).map((field) => field.replace(/^\./, '')) : [];
    return fields.map((field) => `${route.id} ${field}`);
  });
  const known = Object.entries(paths).flatMap(([id, fields]) => Object.keys(fields).map((field) => `${id} ${field}`));
  expect(taken.length).toBeGreaterThan(40);
  expect(taken.sort()).toEqual(known.sort());
});

test('every text that can be asked for is written somewhere', () => {
  const written = Object.values(paths).flatMap((fields) => Object.values(fields));
  const reached = new Set([...written.filter((path) => typeof path === 'string'), ...derived]);
  expect([...reached].sort()).toEqual(Object.keys(textFields).sort());
});

test('every kind of wrapping in the contract is looked into', () => {
  const wrapped = allRoutes.flatMap((route) => (route.body ? textFieldsIn(route.body) : []));
  for (const sign of ['[].', '{}.', '[]'])
    expect(
      wrapped.some((field) => field.includes(sign)),
      sign,
    ).toBe(true);
});

/** Paths of member text below a schema; a kind of schema that is not known here is an error, not an empty answer. */
function textFieldsIn(schema: z.ZodType, path = ''): string[] {
  if (textKinds.has(schema)) return [path];
  const def = schema.def as unknown as { type: string } & Record<string, unknown>;
  const within = (part: unknown, suffix = '') => textFieldsIn(part as z.ZodType, path + suffix);
  if (leaves.has(def.type)) return [];
  if (wrappers.has(def.type)) return within(def.innerType);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape as object).flatMap(([key, field]) => within(field, `.${key}`));
    case 'array':
      return within(def.element, '[]');
    case 'record':
      return within(def.valueType, '{}');
    case 'union':
      return [...new Set((def.options as unknown[]).flatMap((option) => within(option)))];
    case 'pipe':
      return [...within(def.in), ...within(def.out)];
    default:
      throw new Error(`${path}: nobody looks into "${def.type}" for member text`);
  }
}

const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'nonoptional', 'readonly', 'catch']);
const leaves = new Set([
  'string',
  'number',
  'boolean',
  'enum',
  'literal',
  'custom',
  'transform',
  'unknown',
  'any',
  'null',
]);
