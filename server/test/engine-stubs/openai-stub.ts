import type { Behaviour } from './behaviour.ts';
import {
  type EngineStub,
  jsonReply,
  type StubCall,
  type StubReply,
  type StubSetting,
  startEngineStub,
} from './engine-stub.ts';
import type { StubAnswer, StubQuestion } from './stub-wording.ts';

interface ChatRequest {
  model: string;
  messages: readonly { role: 'system' | 'user'; content: string }[];
  response_format?: { type: string };
  stream?: boolean;
}

interface Asked {
  from: string;
  to: string;
  segments: readonly { id: string; text: string }[];
}

/** A chat completions server. `url` ends in `/v1`; with a key it refuses every other. */
export async function startOpenAiStub(options: StubSetting & { key?: string } = {}): Promise<EngineStub> {
  const { key, ...setting } = options;
  const stub = await startEngineStub({ read: (call) => read(call, key), write }, setting);
  return { ...stub, url: `${stub.url}/v1` };
}

function read(call: StubCall, key: string | undefined): StubQuestion | StubReply {
  if (call.method !== 'POST' || call.path !== '/v1/chat/completions')
    return jsonReply(404, { error: { code: 'not_found' } });
  if (key !== undefined && call.headers.authorization !== `Bearer ${key}`)
    return jsonReply(401, { error: { message: `Incorrect API key provided: ${call.headers.authorization}` } });
  const request = call.body as ChatRequest;
  const said = (role: string) => request.messages.find((message) => message.role === role)?.content ?? '';
  const { from, to, segments } = JSON.parse(said('user')) as Asked;
  return { from, to, instructions: said('system'), sentences: segments.map(({ id, text }) => ({ id, masked: text })) };
}

function write(
  answers: readonly StubAnswer[],
  _question: StubQuestion,
  call: StubCall,
  behaviour: Behaviour,
): StubReply {
  const { response_format: format, stream = false } = call.body as ChatRequest;
  const isRefused =
    (behaviour === 'rejects-schema' && format?.type === 'json_schema') || (behaviour === 'rejects-json' && format);
  if (isRefused) return jsonReply(400, { error: { message: 'response_format is not supported' } });
  const json = JSON.stringify({ translations: answers });
  const content =
    behaviour === 'commentary' ? `Sure! Here you go:\n\`\`\`json\n${json}\n\`\`\`\nHope this helps!` : json;
  return stream ? streamReply(content, behaviour) : wholeReply(content);
}

const usage = { prompt_tokens: 120, completion_tokens: 40, total_tokens: 160 };

function wholeReply(content: string): StubReply {
  const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' };
  return jsonReply(200, { id: 'chatcmpl-1', object: 'chat.completion', choices: [choice], usage });
}

function streamReply(content: string, behaviour: Behaviour): StubReply {
  const deltas = [...(content.match(/.{1,7}/gsu) ?? [])].map((piece) => ({
    delta: { content: piece },
    finish_reason: null,
  }));
  const frames: object[] = [
    { choices: [{ delta: { role: 'assistant', content: '' }, finish_reason: null }] },
    ...deltas.map((choice) => ({ choices: [{ index: 0, ...choice }] })),
  ];
  const last = [{ choices: [{ delta: {}, finish_reason: 'stop' }] }, { choices: [], usage }];
  const shown =
    behaviour === 'stream-fails'
      ? [...frames.slice(0, frames.length / 2), { error: { message: 'out of memory' } }]
      : [...frames, ...last];
  const lines = shown.map((frame) => `data: ${JSON.stringify(frame)}\n\n`);
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8' },
    body: `: keep-alive\n\n${lines.join('')}${behaviour === 'stream-fails' ? '' : 'data: [DONE]\n\n'}`,
  };
}
