import { z } from 'zod';
import { type AnswerLimits, fetchJson } from '../fetch-answer.ts';
import { fromMarkup, type MarkerTag, toMarkup } from '../marked-text.ts';
import { type EngineAnswer, type EngineBatch, EngineFailure, type TranslationEngine } from '../port.ts';
import { openRemoteLine, type RemoteEngineOptions, withoutTrailingSlash } from '../remote-line.ts';
import { sourceCode, targetCode } from './languages.ts';

/** Without `url` the host follows the key: DeepL's free keys end in `:fx` and work on their own host only. */
export interface DeepLOptions extends Omit<RemoteEngineOptions, 'url'> {
  url?: string;
  key: string;
}

const ignoredTag: MarkerTag = { wrap: (index) => `<x>${index}</x>`, pattern: /<x>\s*(\d+)\s*<\/x>/g };

const answerShape = z.object({ translations: z.array(z.object({ text: z.string() })) });

/** DeepL over `/v2/translate`. Glossaries live in DeepL accounts, so the house's terms stay footnotes with this engine. */
export function createDeepLEngine(options: DeepLOptions): TranslationEngine {
  const line = openRemoteLine({
    capabilities: {
      // 50 texts and 128 KiB are DeepL's limits of one request; 40 × 1,000 characters of 3 bytes stay below both.
      batchMax: 40,
      sentenceMax: 1000,
      takesContext: true,
      takesTerms: false,
      takesOrders: true,
      isLocal: false,
      isPaid: true,
      typicalMilliseconds: 600,
      deadlineMilliseconds: options.deadlineMilliseconds ?? 10_000,
    },
    supports: (from, to) => from !== to && sourceCode(from) !== undefined && targetCode(to) !== undefined,
    ask: (batch, signal) => askDeepL(options, batch, signal),
  });
  return { ...line, id: 'deepl', name: options.name ?? 'DeepL', model: () => 'deepl-v2' };
}

async function askDeepL(options: DeepLOptions, batch: EngineBatch, signal: AbortSignal): Promise<EngineAnswer[]> {
  const { translations } = await fetchJson(
    {
      url: `${withoutTrailingSlash(options.url ?? hostOf(options.key))}/v2/translate`,
      headers: { authorization: `DeepL-Auth-Key ${options.key}` },
      body: requestOf(batch),
      signal,
      limits: limitsOf(options),
    },
    answerShape,
  );
  // Answers are told apart by position alone: with one missing, nobody knows which.
  if (translations.length !== batch.segments.length)
    throw new EngineFailure('bad-answer', `${translations.length} answers to ${batch.segments.length} sentences`);
  return batch.segments.map(({ id }, position) => {
    const text = fromMarkup(translations[position]?.text ?? '', ignoredTag);
    return text === undefined ? { id, problem: 'spans' } : { id, text };
  });
}

function requestOf(batch: EngineBatch): Record<string, unknown> {
  const source = sourceCode(batch.from);
  return {
    text: batch.segments.map((segment) => toMarkup(segment.masked, ignoredTag)),
    ...(source ? { source_lang: source } : {}),
    target_lang: targetCode(batch.to),
    tag_handling: 'xml',
    ignore_tags: ['x'],
    outline_detection: false,
    split_sentences: '0',
    preserve_formatting: true,
    ...(batch.context ? { context: toMarkup(batch.context, ignoredTag) } : {}),
  };
}

function hostOf(key: string): string {
  return key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com';
}

function limitsOf(options: DeepLOptions): AnswerLimits {
  return {
    deadlineMilliseconds: options.deadlineMilliseconds ?? 10_000,
    stallMilliseconds: options.stallMilliseconds ?? 3_000,
  };
}
