import {
  type EngineStub,
  jsonReply,
  type StubCall,
  type StubReply,
  type StubSetting,
  startEngineStub,
} from './engine-stub.ts';
import { readMarkup, writeMarkup } from './stub-markup.ts';
import type { StubAnswer, StubQuestion } from './stub-wording.ts';

interface TranslateRequest {
  q: readonly string[];
  source: string;
  target: string;
  format: string;
  api_key?: string;
}

const installed = ['en', 'zh-Hans', 'ja', 'ko', 'es', 'fr'];

/** LibreTranslate 1.6 with six languages; like Argos it writes a space around what it leaves alone. */
export function startLibreTranslateStub(options: StubSetting & { key?: string } = {}): Promise<EngineStub> {
  const { key, ...setting } = options;
  return startEngineStub({ read: (call) => read(call, key), write }, setting);
}

function read(call: StubCall, key: string | undefined): StubQuestion | StubReply {
  if (call.method === 'GET' && call.path === '/languages')
    return jsonReply(
      200,
      installed.map((code) => ({ code, name: code, targets: installed })),
    );
  if (call.method !== 'POST' || call.path !== '/translate') return jsonReply(404, { error: 'Not found' });
  const { q, source, target, format, api_key } = call.body as TranslateRequest;
  if (key !== undefined && api_key !== key) return jsonReply(403, { error: `Invalid API key ${api_key}` });
  if (!Array.isArray(q) || format !== 'html') return jsonReply(400, { error: 'Invalid request' });
  if (!installed.includes(target) || !(source === 'auto' || installed.includes(source)))
    return jsonReply(400, { error: `${source} or ${target} is not supported` });
  const sentences = q.map((text, position) => ({ id: String(position), masked: readMarkup(text, markerPattern) }));
  return { from: source === 'zh-Hans' ? 'zh' : source, to: target === 'zh-Hans' ? 'zh' : target, sentences };
}

const markerPattern = /<span translate="no" class="notranslate">(\d+)<\/span>/g;

function write(answers: readonly StubAnswer[]): StubReply {
  const wrap = (index: string) => ` <span class="notranslate" translate="no">${index}</span> `;
  return jsonReply(200, { translatedText: answers.map(({ text }) => writeMarkup(text, wrap)) });
}
