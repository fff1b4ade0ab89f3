import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeEngine } from '../../../../test/engine-conformance.ts';
import { type EngineStub, startDeepLStub } from '../../../../test/engine-stubs/index.ts';
import { createDeepLEngine } from './deepl-engine.ts';
import { sourceCode, targetCode } from './languages.ts';

const key = 'deepl-5up3rs3cr3t:fx';

describeEngine('DeepL', {
  isRemote: true,
  answersCarryIds: false,
  pair: { from: 'zh', to: 'en' },
  unsupported: { from: 'zh', to: 'la' },
  secret: key,
  async open(limits) {
    const stub = await startDeepLStub({ key });
    const engine = createDeepLEngine({ url: stub.url, key, ...limits });
    return { engine, stub, close: () => engine.close().then(stub.close) };
  },
});

describe('DeepL engine', () => {
  let stub: EngineStub;
  beforeEach(async () => {
    stub = await startDeepLStub();
  });
  afterEach(() => stub.close());

  it('asks in DeepL’s words', async () => {
    const engine = createDeepLEngine({ url: stub.url, key });
    const segments = [{ id: 'a', masked: '看⟦0⟧ <b>&', spans: ['@mei'] }];
    const batch = { from: 'zh', to: 'pt', segments, context: 'Tea & cake' };
    const [answer] = await engine.translate(batch, new AbortController().signal);
    expect(stub.calls[0]?.body).toMatchObject({
      text: ['看<x>0</x> &lt;b&gt;&amp;'],
      source_lang: 'ZH',
      target_lang: 'PT-BR',
      tag_handling: 'xml',
      ignore_tags: ['x'],
      context: 'Tea &amp; cake',
    });
    expect(answer).toHaveProperty('text', expect.stringContaining('⟦0⟧'));
  });

  it('knows the codes', () => {
    expect(['zh', 'zh-Hant', 'en', 'en-GB', 'pt', 'pt-PT', 'ja', 'de-AT', 'tl'].map(targetCode)).toEqual([
      'ZH-HANS',
      'ZH-HANT',
      'EN-US',
      'EN-GB',
      'PT-BR',
      'PT-PT',
      'JA',
      'DE',
      undefined,
    ]);
    expect(['zh-Hant', 'en', 'und', 'tl'].map(sourceCode)).toEqual(['ZH', 'EN', null, undefined]);
  });
});
