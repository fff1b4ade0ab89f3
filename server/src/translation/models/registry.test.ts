import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { type FakeModel, openFakeModelRegistry } from '../../../test/fake-model-registry.ts';
import { temporaryFolder } from '../../platform/postgres/temporary-folder.ts';
import { listRegistry } from './registry.ts';
import { pickModel } from './registry-records.ts';
import { parseRegistrySource } from './registry-source.ts';

const { signal } = new AbortController();
const zhEn = { from: 'zh', to: 'en' };

async function listModels(...models: FakeModel[]) {
  await using registry = await openFakeModelRegistry(...models);
  return await listRegistry(parseRegistrySource(registry.url), signal);
}

test('whole models are listed in the tags of the house, with what they weigh', async () => {
  const { models, refused } = await listModels({ from: 'zh-Hans', to: 'en', architecture: 'base' });
  expect(refused).toEqual([]);
  expect(models).toMatchObject([{ ...zhEn, architecture: 'base', version: '3.0', installedBytes: 360_000 }]);
  expect(models[0]?.files.map(({ role }) => role)).toEqual(['model', 'vocabulary', 'lexicon']);
});

test('two vocabularies are as good as a shared one, a model without one is not whole', async () => {
  const part = Buffer.from('part');
  const { models } = await listModels(
    { from: 'en', to: 'ja', files: { model: part, lex: part, srcvocab: part, trgvocab: part } },
    { from: 'en', to: 'ko', files: { model: part, lex: part, srcvocab: part } },
    { from: 'en', to: 'es', files: { lex: part, vocab: part } },
    { from: 'en', to: 'fr', files: { model: part, vocab: part, qualityModel: part } },
  );
  expect(models.map(({ to, files }) => [to, files.length])).toEqual([
    ['ja', 4],
    ['fr', 2],
  ]);
});

test.each<[string, FakeModel[], string]>([
  ['the better architecture', [tiny('3.1'), model('base', '3.0'), model('base-memory', '3.2')], 'base 3.0'],
  ['the newer version, by number', [model('base', '3.9'), model('base', '3.10')], 'base 3.10'],
  ['a released version before a trial one', [model('base', '3.1a2'), model('base-memory', '3.0')], 'base-memory 3.0'],
  ['nothing made for Android', [model('base', '3.1', "env.appinfo.OS == 'Android'"), tiny('3.0')], 'tiny 3.0'],
  ['what is for everything but Android', [model('base', '3.1', "env.appinfo.OS != 'Android'")], 'base 3.1'],
  ['nothing for test channels', [model('base', '3.1', "env.channel == 'nightly'"), tiny('3.0')], 'tiny 3.0'],
  ['nothing of an unknown kind', [model('enormous', '9.0'), tiny('3.0')], 'tiny 3.0'],
])('of several models it picks %s', async (_what, models, picked) => {
  const registry = await listModels(...models);
  const found = pickModel(registry.models, zhEn);
  expect(`${found?.architecture} ${found?.version}`).toBe(picked);
});

test('an operator can ask for small models', async () => {
  const { models } = await listModels(tiny('3.0'), model('base', '3.0'));
  expect(pickModel(models, zhEn, ['tiny'])?.architecture).toBe('tiny');
  expect(pickModel(models, zhEn, ['base-memory'])).toBeUndefined();
});

test.each([
  '../../secret',
  'main/../../secret',
  '/etc/passwd',
  '//elsewhere.example/model',
  'https://elsewhere.example/model',
  'main\\..\\secret',
  'main/%2e%2e/secret',
  'main//model',
  './model',
])('a record that points to %s is refused, the others stand', async (location) => {
  await using registry = await openFakeModelRegistry(tiny('3.0'), { from: 'en', to: 'zh-Hans' });
  for (const record of registry.records) if (record.sourceLanguage !== 'en') record.attachment.location = location;
  const { models, refused } = await listRegistry(parseRegistrySource(registry.url), signal);
  expect(models.map(({ from, to }) => [from, to])).toEqual([['en', 'zh']]);
  expect(refused).toHaveLength(3);
  expect(refused[0]).toContain('attachment.location: points outside the registry');
});

test('records with absurd sizes, hashes, names or languages are refused', async () => {
  await using registry = await openFakeModelRegistry({ from: 'zh-Hans', to: 'en' });
  const [record] = registry.records;
  if (!record) throw new Error('the registry has no record');
  registry.records.length = 0;
  const attachment = record.attachment;
  registry.records.push(
    { ...record, decompressedSize: 10 ** 12 },
    { ...record, decompressedHash: 'abc' },
    { ...record, sourceLanguage: '../zh' },
    { ...record, version: '../3.0' },
    { ...record, attachment: { ...attachment, size: -1 } },
    { ...record, attachment: { ...attachment, filename: '..' } },
    { ...record, attachment: { ...attachment, filename: 'a/b' } },
  );
  const { models, refused } = await listRegistry(parseRegistrySource(registry.url), signal);
  expect(models).toEqual([]);
  expect(refused).toHaveLength(7);
});

test('a folder serves the same models as the registry it was copied from', async () => {
  await using registry = await openFakeModelRegistry(tiny('3.0'));
  await using folder = await temporaryFolder();
  await registry.writeTo(folder.path);
  const fromNet = await listRegistry(parseRegistrySource(registry.url), signal);
  for (const setting of [folder.path, pathToFileURL(folder.path).href]) {
    const fromFolder = await listRegistry(parseRegistrySource(setting), signal);
    expect(fromFolder.models).toEqual(fromNet.models);
  }
  expect(JSON.parse(await readFile(join(folder.path, 'records.json'), 'utf8')).data).toHaveLength(3);
});

test('what is no registry is named as such', async () => {
  await using folder = await temporaryFolder();
  const source = parseRegistrySource(folder.path);
  await expect(listRegistry(source, signal)).rejects.toMatchObject({ kind: 'missing' });
  for (const content of ['<html>', '{"data":{}}', '[]', 'null']) {
    await writeFile(join(folder.path, 'records.json'), content);
    await expect(listRegistry(source, signal)).rejects.toMatchObject({ kind: 'refused' });
  }
});

test('a house without a line is told so in words', async () => {
  const gone = await openFakeModelRegistry();
  await gone[Symbol.asyncDispose]();
  const refusal = listRegistry(parseRegistrySource(gone.url), signal);
  await expect(refusal).rejects.toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

test.each([
  [301, 'http://teahouse.invalid/', 'unreachable'],
  [503, undefined, 'unreachable'],
  [403, undefined, 'missing'],
] as const)('an answer with status %i is no list', async (status, location, kind) => {
  const server = createServer((_request, response) => response.writeHead(status, location && { location }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const source = parseRegistrySource(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await expect(listRegistry(source, signal)).rejects.toMatchObject({ kind });
  } finally {
    server.close();
  }
});

test.each([
  [undefined, 'https://firefox-settings-attachments.cdn.mozilla.net/'],
  ['https://mirror.example/models', 'https://mirror.example/models/'],
  ['https://mirror.example/models/', 'https://mirror.example/models/'],
  ['https://mirror.example/models/list.json', 'https://mirror.example/models/'],
  [
    'https://firefox.settings.services.mozilla.com/v1/buckets/main-preview/collections/translations-models-v2/records',
    'https://firefox-settings-attachments.cdn.mozilla.net/',
  ],
])('attachments of %s lie below %s', (setting, attachments) => {
  const source = parseRegistrySource(setting);
  expect(source.kind === 'remote' && source.attachments.href).toBe(attachments);
});

test.each(['http://mirror.example/', 'ftp://mirror.example/', 'data://x', 'https://'])(
  'models are not fetched from %s',
  (setting) => {
    expect(() => parseRegistrySource(setting)).toThrow('https only');
  },
);

function model(architecture: string, version: string, filter = ''): FakeModel {
  const files = { model: Buffer.from(`${architecture} ${version}`), vocab: Buffer.from('v'), lex: Buffer.from('l') };
  return { from: 'zh-Hans', to: 'en', architecture, version, filter, files };
}

function tiny(version: string): FakeModel {
  return model('tiny', version);
}
