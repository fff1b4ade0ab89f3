import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeEngine } from '../../../../test/engine-conformance.ts';
import { type EngineStub, plausibleTranslation, startLibreTranslateStub } from '../../../../test/engine-stubs/index.ts';
import { createLibreTranslateEngine } from './libretranslate-engine.ts';

const key = 'lt-5up3rs3cr3t';

describeEngine('LibreTranslate', {
  isRemote: true,
  answersCarryIds: false,
  pair: { from: 'en', to: 'zh' },
  unsupported: { from: 'en', to: 'eo' },
  secret: key,
  async open(limits) {
    const stub = await startLibreTranslateStub({ key });
    const engine = createLibreTranslateEngine({ url: stub.url, key, ...limits });
    return { engine, stub, close: () => engine.close().then(stub.close) };
  },
});

describe('LibreTranslate engine', () => {
  let stub: EngineStub;
  beforeEach(async () => {
    stub = await startLibreTranslateStub();
  });
  afterEach(() => stub.close());

  const translate = (from: string, to: string, masked: string) =>
    engine().translate({ from, to, segments: [{ id: 'a', masked, spans: [] }] }, new AbortController().signal);
  const engine = () => createLibreTranslateEngine({ url: `${stub.url}/` });

  it('reads the languages once, when it is first asked', async () => {
    const one = engine();
    expect(one.supports('en', 'eo')).toBe(true);
    expect(stub.calls).toEqual([]);
    for (const masked of ['hello', 'good night'])
      await one.translate(
        { from: 'en', to: 'zh', segments: [{ id: 'a', masked, spans: [] }] },
        new AbortController().signal,
      );
    expect(one.supports('en', 'eo')).toBe(false);
    expect(stub.calls.map(({ path }) => path)).toEqual(['/languages', '/translate', '/translate']);
  });

  it('names languages as the server does', async () => {
    await translate('zh', 'en', '你好');
    await translate('und', 'zh', 'hello');
    const asked = stub.calls.flatMap(({ path, body }) => (path === '/translate' ? [body] : []));
    expect(asked).toMatchObject([
      { source: 'zh-Hans', target: 'en', format: 'html' },
      { source: 'auto', target: 'zh-Hans' },
    ]);
  });

  it('writes markers as elements left alone and reads them back', async () => {
    const masked = 'see ⟦0⟧ & ⟦12⟧';
    const [answer] = await translate('en', 'ja', masked);
    expect(stub.calls.at(-1)?.body).toMatchObject({
      q: [
        'see <span translate="no" class="notranslate">0</span> &amp; <span translate="no" class="notranslate">12</span>',
      ],
    });
    expect(answer).toEqual({ id: 'a', text: expect.stringContaining('⟦12⟧') });
    expect(answer).toHaveProperty('text', expect.not.stringMatching(/[<>]|amp/));
    expect(plausibleTranslation(masked, 'en', 'ja')).toContain('⟦0⟧');
  });
});
