import { randomBytes } from 'node:crypto';
import { failureOfStatus, type OpenAnswer, openAnswer } from '../fetch-answer.ts';
import { type EngineAnswer, type EngineBatch, EngineFailure, type TranslationEngine } from '../port.ts';
import { isOnThisMachine, openRemoteLine, type RemoteEngineOptions, withoutTrailingSlash } from '../remote-line.ts';
import { readCompletion, type TokenUsage } from './completion.ts';
import type { Instructions } from './gives-away.ts';
import { systemPrompt, tokensMax, userMessage } from './prompt.ts';
import { readTranslations } from './read-translations.ts';

export interface OpenAiOptions extends RemoteEngineOptions {
  /** Address up to and with the version: `http://localhost:11434/v1`. */
  url: string;
  model: string;
  /** Pairs the model is good at; every pair without it. */
  pairs?: readonly { from: string; to: string }[];
  /** Without it: every address but this machine's own. */
  isPaid?: boolean;
  /** Asks for server-sent events, so that a server that went silent is noticed before the deadline. */
  streams?: boolean;
  onUsage?: (usage: TokenUsage) => void;
}

/** Sentences of a batch share one prompt; above this the small models begin to lose ids. */
const batchMax = 16;
const sentenceMax = 1000;
const defaultDeadlineMilliseconds = 20_000;
/** Each token of a stream comes wrapped in some 250 bytes. */
const streamBytesMax = 8 * 1024 * 1024;

/** Strictest first; a server that answers 400 is asked for the next one. */
const responseFormats: readonly (Record<string, unknown> | undefined)[] = [
  {
    type: 'json_schema',
    json_schema: {
      name: 'translations',
      strict: true,
      schema: {
        type: 'object',
        properties: {
          translations: {
            type: 'array',
            items: {
              type: 'object',
              properties: { id: { type: 'string' }, text: { type: 'string' } },
              required: ['id', 'text'],
              additionalProperties: false,
            },
          },
        },
        required: ['translations'],
        additionalProperties: false,
      },
    },
  },
  { type: 'json_object' },
  undefined,
];

/** Any server that speaks OpenAI's chat completions: vLLM, Ollama, llama.cpp, a vendor. The model is given no tools. */
export function createOpenAiEngine(options: OpenAiOptions): TranslationEngine {
  const isLocal = isOnThisMachine(options.url);
  const line = openRemoteLine({
    capabilities: {
      batchMax,
      sentenceMax,
      takesContext: true,
      takesTerms: true,
      takesOrders: true,
      isLocal,
      isPaid: options.isPaid ?? !isLocal,
      typicalMilliseconds: 2_000,
      deadlineMilliseconds: options.deadlineMilliseconds ?? defaultDeadlineMilliseconds,
    },
    supports: (from, to) => from !== to && isAmong(options.pairs, from, to),
    ask: createAsk(options),
  });
  return { ...line, id: 'openai', name: options.name ?? options.model, model: () => options.model };
}

function isAmong(pairs: OpenAiOptions['pairs'], from: string, to: string): boolean {
  return !pairs || pairs.some((pair) => pair.from === from && pair.to === to);
}

function createAsk(options: OpenAiOptions) {
  let accepted = 0;
  return async (batch: EngineBatch, signal: AbortSignal): Promise<EngineAnswer[]> => {
    const canary = randomBytes(8).toString('hex');
    const instructions = { prompt: systemPrompt(batch, canary), canary };
    for (let format = accepted; format < responseFormats.length; format++) {
      const answer = await post(options, requestOf(options, batch, instructions, responseFormats[format]), signal);
      if (answer.status === 400 && format + 1 < responseFormats.length) {
        await answer.discard();
        continue;
      }
      if (answer.status !== 200) throw await failureOfAnswer(answer);
      accepted = format;
      return answersOf(options, answer, batch, instructions);
    }
    throw new EngineFailure('bad-answer', 'The server takes no request format');
  };
}

async function answersOf(
  options: OpenAiOptions,
  answer: OpenAnswer,
  { segments }: EngineBatch,
  instructions: Instructions,
): Promise<EngineAnswer[]> {
  const completion = await readCompletion(answer);
  if (completion.usage) options.onUsage?.(completion.usage);
  if (completion.isRefused) return segments.map(({ id }) => ({ id, problem: 'refused' }));
  return readTranslations(completion.content, segments, instructions);
}

/** Vendors answer 429 to an empty account too; only the code in the body tells it from haste. */
async function failureOfAnswer(answer: OpenAnswer): Promise<EngineFailure> {
  if (answer.status === 429 && /"insufficient_quota"/.test(await answer.text().catch(() => '')))
    return new EngineFailure('quota', 'The account at the vendor is empty (429)');
  return failureOfStatus(answer);
}

function requestOf(
  options: OpenAiOptions,
  batch: EngineBatch,
  { prompt }: Instructions,
  format: Record<string, unknown> | undefined,
): Record<string, unknown> {
  return {
    model: options.model,
    temperature: 0,
    max_tokens: tokensMax(batch.segments),
    messages: [
      { role: 'system', content: prompt },
      { role: 'user', content: userMessage(batch) },
    ],
    ...(format ? { response_format: format } : {}),
    ...(options.streams ? { stream: true, stream_options: { include_usage: true } } : {}),
  };
}

function post(options: OpenAiOptions, body: Record<string, unknown>, signal: AbortSignal): Promise<OpenAnswer> {
  return openAnswer({
    url: `${withoutTrailingSlash(options.url)}/chat/completions`,
    headers: {
      ...(options.key ? { authorization: `Bearer ${options.key}` } : {}),
      ...(options.streams ? { accept: 'text/event-stream' } : {}),
    },
    body,
    signal,
    limits: {
      deadlineMilliseconds: options.deadlineMilliseconds ?? defaultDeadlineMilliseconds,
      stallMilliseconds: options.stallMilliseconds ?? 8_000,
      ...(options.streams ? { bytesMax: streamBytesMax } : {}),
    },
  });
}
