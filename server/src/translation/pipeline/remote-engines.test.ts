import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Behaviour, type EngineStub, startDeepLStub, startOpenAiStub } from '../../../test/engine-stubs/index.ts';
import { openPipelineHouse, type PipelineHouse, textOf } from '../../../test/pipeline-house.ts';
import { createDeepLEngine } from '../engines/deepl/deepl-engine.ts';
import { createOpenAiEngine } from '../engines/openai/openai-engine.ts';

let house: PipelineHouse;
let model: EngineStub;
let deepL: EngineStub;
beforeAll(async () => {
  house = await openPipelineHouse();
  model = await startOpenAiStub();
  deepL = await startDeepLStub();
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
  await model.close();
  await deepL.close();
});

const impatience = { deadlineMilliseconds: 300, stallMilliseconds: 100 };
const openModel = () => createOpenAiEngine({ url: model.url, model: 'stub-7b', name: 'Stub 7B', ...impatience });
const openDeepL = () => createDeepLEngine({ url: deepL.url, key: 'key:fx' });

let next = 0;
const fresh = () => textOf(`You can see recipe ${next++} at https://tea.example/soup before the guests arrive`);
const keptTexts = async () =>
  (await house.database.db.selectFrom('translation_segment').select(['text', 'engine']).execute()).filter(
    ({ engine }) => engine === 'openai',
  );

const misbehaviours: Behaviour[] = [
  'rate-limited',
  'error-500',
  'error-503',
  'quota',
  'denied',
  'wrong-json',
  'wrong-shape',
  'truncated-json',
  'missing-item',
  'echo',
  'commentary',
  'slow-drip',
  'hangs',
  'breaks-off',
  'huge',
  'redirects',
];

test.each(misbehaviours)(
  'a remote engine that answers “%s”: the next one is asked, nothing bad is kept',
  async (behaviour) => {
    model.behave(behaviour);
    const before = await keptTexts();
    const helped = house.open({ engines: [openModel(), openDeepL()] });
    expect(await helped.translate(fresh())).toMatchObject({ state: 'ok', engine: 'DeepL' });
    const alone = house.open({ engines: [openModel()] });
    const made = await alone.translate(fresh());
    expect(['failed', 'undecodable', 'budget']).toContain(made.state);
    expect(made.text).toBeUndefined();
    expect(await keptTexts()).toEqual(before);
  },
);

test('spans survive an engine that loses them', async () => {
  model.behave('lost-spans');
  const made = await house.open({ engines: [openModel()] }).translate(fresh());
  expect(made.state).toBe('ok');
  expect(made.text?.split('https://tea.example/soup')).toHaveLength(2);
});

test('an engine that is well again is used again', async () => {
  model.behave('ok');
  const made = await house.open({ engines: [openModel()] }).translate(fresh());
  expect(made).toMatchObject({ state: 'ok', engine: 'Stub 7B', model: 'stub-7b' });
  expect(made.text).toContain('https://tea.example/soup');
  expect((await keptTexts()).length).toBeGreaterThan(0);
});
