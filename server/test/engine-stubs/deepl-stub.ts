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
  text: readonly string[];
  source_lang?: string;
  target_lang: string;
  tag_handling?: string;
  ignore_tags?: readonly string[];
}

const targets = new Set(['EN-US', 'EN-GB', 'ZH-HANS', 'ZH-HANT', 'JA', 'KO', 'ES', 'FR', 'DE', 'PT-BR', 'RU']);

export function startDeepLStub(options: StubSetting & { key?: string } = {}): Promise<EngineStub> {
  const { key, ...setting } = options;
  return startEngineStub({ read: (call) => read(call, key), write }, setting);
}

function read(call: StubCall, key: string | undefined): StubQuestion | StubReply {
  if (call.method !== 'POST' || call.path !== '/v2/translate') return jsonReply(404, { message: 'Not found' });
  if (key !== undefined && call.headers.authorization !== `DeepL-Auth-Key ${key}`)
    return jsonReply(403, { message: `Forbidden: ${call.headers.authorization}` });
  const request = call.body as TranslateRequest;
  if (request.text.length > 50) return jsonReply(400, { message: 'Too many texts' });
  if (!targets.has(request.target_lang)) return jsonReply(400, { message: "Value for 'target_lang' not supported." });
  if (request.source_lang?.includes('-')) return jsonReply(400, { message: "Value for 'source_lang' not supported." });
  if (request.tag_handling !== 'xml' || !request.ignore_tags?.includes('x') || !request.text.every(isWellFormed))
    return jsonReply(400, { message: 'Tag handling parsing failed, please check input.' });
  return {
    from: tagOf(request.source_lang ?? 'und'),
    to: tagOf(request.target_lang),
    sentences: request.text.map((text, position) => ({
      id: String(position),
      masked: readMarkup(text, markerPattern),
    })),
  };
}

const markerPattern = /<x>(\d+)<\/x>/g;

/** DeepL refuses XML that does not parse. */
function isWellFormed(xml: string): boolean {
  return !/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(xml.replace(markerPattern, ''));
}

function tagOf(code: string): string {
  return code.toLowerCase().split('-')[0] ?? code;
}

function write(answers: readonly StubAnswer[], question: StubQuestion): StubReply {
  const translations = answers.map(({ text }) => ({
    detected_source_language: question.from.toUpperCase(),
    text: writeMarkup(text, (index) => `<x>${index}</x>`),
  }));
  return jsonReply(200, { translations });
}
