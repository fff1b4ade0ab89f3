import { z } from 'zod';
import { type AnswerLimits, type AnswerRequest, fetchJson } from '../fetch-answer.ts';
import { fromMarkup, type MarkerTag, toMarkup } from '../marked-text.ts';
import { type EngineAnswer, type EngineBatch, EngineFailure, type TranslationEngine } from '../port.ts';
import { isOnThisMachine, openRemoteLine, type RemoteEngineOptions, withoutTrailingSlash } from '../remote-line.ts';
import { type LanguageList, readLanguageList } from './language-list.ts';

export interface LibreTranslateOptions extends RemoteEngineOptions {
  isPaid?: boolean;
}

const untranslated: MarkerTag = {
  wrap: (index) => `<span translate="no" class="notranslate">${index}</span>`,
  pattern: /<span\b[^>]*>\s*(\d+)\s*<\/span\s*>/gi,
};

const answerShape = z.object({ translatedText: z.array(z.string()) });

/** LibreTranslate over `/translate`. Its pairs are read on first use; until then every pair is assumed to be served. */
export function createLibreTranslateEngine(options: LibreTranslateOptions): TranslationEngine {
  const ask = createAsk(options);
  const line = openRemoteLine({
    capabilities: {
      // The public instances and the default configuration refuse requests far above 5,000 characters.
      batchMax: 10,
      sentenceMax: 500,
      takesContext: false,
      takesTerms: false,
      takesOrders: true,
      isLocal: isOnThisMachine(options.url),
      isPaid: options.isPaid ?? false,
      typicalMilliseconds: 800,
      deadlineMilliseconds: options.deadlineMilliseconds ?? 10_000,
    },
    supports: ask.supports,
    ask: ask.translate,
  });
  return { ...line, id: 'libretranslate', name: options.name ?? 'LibreTranslate', model: () => 'libretranslate' };
}

function createAsk(options: LibreTranslateOptions) {
  let list: LanguageList | undefined;
  return {
    supports: (from: string, to: string) => from !== to && (!list || list.codesOf(from, to) !== undefined),
    async translate(batch: EngineBatch, signal: AbortSignal): Promise<EngineAnswer[]> {
      list ??= await readLanguageList(requestOf(options, '/languages', signal));
      const codes = list.codesOf(batch.from, batch.to);
      if (!codes) throw new EngineFailure('unsupported-pair', `No translation from ${batch.from} to ${batch.to}`);
      try {
        return await translateWith(options, codes, batch, signal);
      } catch (failure) {
        // A language may have been removed there since the list was read.
        if (failure instanceof EngineFailure && failure.kind === 'bad-answer') list = undefined;
        throw failure;
      }
    },
  };
}

async function translateWith(
  options: LibreTranslateOptions,
  codes: { source: string; target: string },
  batch: EngineBatch,
  signal: AbortSignal,
): Promise<EngineAnswer[]> {
  const body = {
    q: batch.segments.map((segment) => toMarkup(segment.masked, untranslated)),
    ...codes,
    format: 'html',
    ...(options.key ? { api_key: options.key } : {}),
  };
  const { translatedText } = await fetchJson({ ...requestOf(options, '/translate', signal), body }, answerShape);
  // Answers are told apart by position alone: with one missing, nobody knows which.
  if (translatedText.length !== batch.segments.length)
    throw new EngineFailure('bad-answer', `${translatedText.length} answers to ${batch.segments.length} sentences`);
  return batch.segments.map(({ id }, position) => {
    const text = fromMarkup(translatedText[position] ?? '', untranslated);
    return text === undefined ? { id, problem: 'spans' } : { id, text };
  });
}

function requestOf(options: LibreTranslateOptions, path: string, signal: AbortSignal): AnswerRequest {
  return { url: withoutTrailingSlash(options.url) + path, signal, limits: limitsOf(options) };
}

function limitsOf(options: LibreTranslateOptions): AnswerLimits {
  return {
    deadlineMilliseconds: options.deadlineMilliseconds ?? 10_000,
    stallMilliseconds: options.stallMilliseconds ?? 3_000,
  };
}
