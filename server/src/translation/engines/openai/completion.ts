import { z } from 'zod';
import { type OpenAnswer, parseJson } from '../fetch-answer.ts';
import { EngineFailure } from '../port.ts';

/** Tokens of one call, as the vendor counts them. */
export interface TokenUsage {
  promptTokens: number;
  completionTokens: number;
}

/** What the model said, before anybody believes it. */
export interface Completion {
  content: string;
  /** The vendor's own filter or the model declined. */
  isRefused: boolean;
  usage?: TokenUsage;
}

const usageShape = z
  .object({ prompt_tokens: z.number().nonnegative(), completion_tokens: z.number().nonnegative() })
  .nullish()
  .catch(undefined);
const messageShape = z.object({ content: z.string().nullish(), refusal: z.string().nullish() });
const completionShape = z.object({
  choices: z.array(z.object({ message: messageShape, finish_reason: z.string().nullish() })).min(1),
  usage: usageShape,
});
const frameShape = z.object({
  choices: z.array(z.object({ delta: messageShape.optional(), finish_reason: z.string().nullish() })).optional(),
  usage: usageShape,
  error: z.unknown().optional(),
});

/** A server that was asked to stream may answer whole; both are read. */
export async function readCompletion(answer: OpenAnswer): Promise<Completion> {
  return answer.contentType.startsWith('text/event-stream')
    ? readStream(answer)
    : completionOf(parseJson(await answer.text(), completionShape));
}

function completionOf({ choices, usage }: z.infer<typeof completionShape>): Completion {
  const choice = choices[0];
  return finish(choice?.message.content ?? '', choice?.finish_reason, Boolean(choice?.message.refusal), usage);
}

async function readStream(answer: OpenAnswer): Promise<Completion> {
  let content = '';
  let refusal = '';
  let reason: string | null | undefined;
  let usage: z.infer<typeof usageShape>;
  for await (const data of readFrames(answer.chunks())) {
    if (data === '[DONE]') return finish(content, reason, refusal !== '', usage);
    const frame = parseJson(data, frameShape);
    if (frame.error !== undefined)
      throw new EngineFailure('unavailable', 'The engine gave up in the middle of its answer');
    const choice = frame.choices?.[0];
    content += choice?.delta?.content ?? '';
    refusal += choice?.delta?.refusal ?? '';
    reason = choice?.finish_reason ?? reason;
    usage = frame.usage ?? usage;
  }
  // Some servers close after the last frame without saying [DONE].
  if (reason) return finish(content, reason, refusal !== '', usage);
  throw new EngineFailure('bad-answer', 'The stream ended in the middle of an answer');
}

function finish(
  content: string,
  reason: string | null | undefined,
  declined: boolean,
  usage: z.infer<typeof usageShape>,
): Completion {
  if (reason === 'length') throw new EngineFailure('bad-answer', 'The answer was cut at its token limit');
  return {
    content,
    isRefused: declined || reason === 'content_filter',
    ...(usage ? { usage: { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens } } : {}),
  };
}

/** The `data:` of server-sent events, one frame at a time. Comments and other fields are keep-alives. */
async function* readFrames(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines.flatMap(dataOf);
  }
  yield* dataOf(rest);
}

/** These servers write one JSON value per line; a frame of several `data:` lines does not occur. */
function dataOf(line: string): string[] {
  const data = /^data:\s?(.*)$/.exec(line)?.[1]?.trim();
  return data ? [data] : [];
}
