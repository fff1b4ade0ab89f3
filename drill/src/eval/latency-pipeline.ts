import { createOpenAiEngine } from '@teahouse/server';
import { phraseKey, startOpenAiStub } from '@teahouse/server/engine-stubs';
import { summarise } from '../bench/latencies.ts';
import { publishWithComments } from '../translation/page-of-comments.ts';
import { type EvaluatedHouse, openEvaluatedHouse } from './evaluated-house.ts';
import type { Figure } from './figures.ts';
import { comments } from './latency-texts.ts';

const warmUpViews = 50;
const views = 400;

/** Asks for something, so that its translation is looked at more closely than a stub's nonsense stands. */
const request = ['Please tell me more about the music.', '请多给我讲讲这段音乐。'] as const;

/** A page of twenty comments that was translated before: what it takes, and whether anything is paid for again. */
export async function measurePipeline(): Promise<Figure[]> {
  await using stub = await startOpenAiStub({ phrases: new Map([[phraseKey('en', 'zh', request[0]), request[1]]]) });
  const engine = () => createOpenAiEngine({ url: stub.url, model: 'stub', isPaid: true });
  await using house = await openEvaluatedHouse([engine()]);
  const page = await publishWithComments(house, comments);
  const ask = (teahouse: EvaluatedHouse['teahouse']) => askFor(teahouse, page);
  await ask(house.teahouse);
  const paidAtFirst = stub.translationCalls();
  for (let view = 0; view < warmUpViews; view += 1) await ask(house.teahouse);
  const durations: number[] = [];
  for (let view = 0; view < views; view += 1) durations.push(await ask(house.teahouse));
  await house.restart([engine()]);
  const afterRestart = await ask(house.teahouse);
  const { p50, p99 } = summarise(durations);
  return [
    { what: 'page of 20 comments, all cached, p50', value: p50, unit: 'ms', target: { most: 5 } },
    { what: 'page of 20 comments, all cached, p99', value: p99, unit: 'ms', target: { most: 25 } },
    { what: 'the same as the first request after a restart', value: afterRestart, unit: 'ms' },
    { what: 'paid calls of the first view', value: paidAtFirst, unit: 'calls', target: { least: 1 } },
    {
      what: 'paid calls of all later ones',
      value: stub.translationCalls() - paidAtFirst,
      unit: 'calls',
      target: { most: 0 },
    },
  ];
}

/** From the request to the whole answer inside the server. */
async function askFor(
  { http }: EvaluatedHouse['teahouse'],
  { cookie, texts }: { cookie: string; texts: readonly string[] },
): Promise<number> {
  const payload = { to: 'zh', texts, waitMilliseconds: 3_000 };
  const startedAt = performance.now();
  const answer = await http.inject({ method: 'POST', url: '/api/translations', headers: { cookie }, payload });
  const milliseconds = performance.now() - startedAt;
  const { items } = answer.json<{ items: { state: string }[] }>();
  const states = items.map(({ state }) => state);
  if (!states.every((state) => state === 'ok')) throw new Error(`Not all were translated: ${states.join(' ')}`);
  return milliseconds;
}
