import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createLog, launchPostgres } from '@teahouse/server';
import { type EngineStub, startOpenAiStub } from '@teahouse/server/engine-stubs';
import { openConnection, type Shot } from '../bench/connection.ts';
import { summarise } from '../bench/latencies.ts';
import { queryCount, withDatabase } from '../faults/verify-writes.ts';
import { type HouseProcess, startHouse } from '../process/house-process.ts';
import { openTemporaryFolder } from '../process/temporary-folder.ts';
import { type PageOfComments, publishWithComments } from '../translation/page-of-comments.ts';
import { type Figure, formatFigures, meetsTarget } from './figures.ts';

/** The engine thinks this long, so that requests pile up behind its answer. */
const engineMilliseconds = 1_500;
const comment = 'The noodles by the river taste better when it rains.';

interface TwoHouses extends AsyncDisposable {
  houses: readonly [HouseProcess, HouseProcess];
  stub: EngineStub;
}

interface Answered {
  milliseconds: number;
  text: string | undefined;
}

/**
 * `npm run eval -- single-flight [--requests 1000] [--json]`: many readers ask two server processes on one database for the
 * same text at the same moment. One call reaches the engine, an HTTP server on this machine that counts; everybody gets its
 * answer.
 */
export async function evaluate(given: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...given],
    options: { json: { type: 'boolean', default: false }, requests: { type: 'string', default: '1000' } },
  });
  const requests = Number(values.requests);
  const load = loadavg().map((value) => Math.round(value * 100) / 100);
  const figures = await measure(requests);
  const isMet = figures.every(meetsTarget);
  if (values.json) console.log(JSON.stringify({ isMet, load, requests, figures }, null, 2));
  else console.log(`Load before ${load.join(' ')}; the engine is a stub\n\n${formatFigures(figures)}`);
  return isMet;
}

async function measure(requests: number): Promise<Figure[]> {
  await using opened = await openTwoHouses();
  const { houses, stub } = opened;
  const page = await publishWithComments(houses[0], [comment]);
  // Each process knows note and reader: the requests then differ in nothing but where they arrive.
  for (const house of houses) await warmUp(house, page);
  const first = await askAtOnce(houses, page, requests);
  const callsOfFirst = stub.translationCalls();
  const second = await askAtOnce(houses, page, requests);
  const rows = await withDatabase(houses[0], (client) =>
    queryCount(client, 'select count(*) from translation_segment'),
  );
  const { p50, most } = summarise(first.map(({ milliseconds }) => milliseconds));
  const texts = new Set([...first, ...second].flatMap(({ text }) => text ?? []));
  const translated = (answers: readonly Answered[]) => answers.filter(({ text }) => text !== undefined).length;
  return [
    {
      what: `engine calls for ${requests} requests at once, two processes`,
      value: callsOfFirst,
      unit: 'calls',
      target: { most: 1 },
    },
    { what: 'answers that held the translation within 3 s', value: translated(first), unit: 'answers' },
    { what: `from the request to the answer (engine: ${engineMilliseconds} ms), p50`, value: p50, unit: 'ms' },
    { what: 'the same, slowest', value: most, unit: 'ms' },
    {
      what: 'the same number again: translations',
      value: translated(second),
      unit: 'answers',
      target: { least: requests },
    },
    { what: 'further engine calls', value: stub.translationCalls() - callsOfFirst, unit: 'calls', target: { most: 0 } },
    { what: 'different translations handed out', value: texts.size, unit: 'answers', target: { most: 1 } },
    { what: 'sentences stored', value: rows, unit: 'rows', target: { most: 1 } },
  ];
}

async function openTwoHouses(): Promise<TwoHouses> {
  await using stack = new AsyncDisposableStack();
  const stub = stack.use(await startOpenAiStub({ behaviour: 'slow', delayMilliseconds: engineMilliseconds }));
  const { path } = stack.use(openTemporaryFolder('flight'));
  const shared = stack.use(await launchPostgres({ dataDir: path, log: createLog('silent') }));
  const env = {
    TEAHOUSE_RATE_LIMIT_SCALE: '0',
    TEAHOUSE_SHED: 'false',
    TEAHOUSE_SECRET: randomBytes(32).toString('base64url'),
    TEAHOUSE_TRANSLATION_ENGINES: 'openai',
    TEAHOUSE_OPENAI_URL: stub.url,
    TEAHOUSE_OPENAI_MODEL: 'stub',
  };
  // One after the other: the first makes the tables.
  const first = stack.use(await startHouse({ dataDir: `${path}/first`, env, shared }));
  const second = stack.use(await startHouse({ dataDir: `${path}/second`, env, shared }));
  const opened = stack.move();
  return { houses: [first, second], stub, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

async function warmUp({ port }: HouseProcess, { cookie, noteId }: PageOfComments): Promise<void> {
  const connection = openConnection(port);
  const { status } = await connection.send({ method: 'GET', path: `/api/notes/${noteId}/thread`, cookie });
  connection.close();
  if (status !== 200) throw new Error(`The thread answers ${status}`);
}

/** Every request on a connection of its own, all connected before the first is sent. */
async function askAtOnce(
  houses: readonly HouseProcess[],
  { cookie, texts }: PageOfComments,
  requests: number,
): Promise<Answered[]> {
  const shot: Shot = {
    method: 'POST',
    path: '/api/translations',
    cookie,
    wantsBody: true,
    body: { to: 'zh', texts, waitMilliseconds: 3_000 },
  };
  const idle: Shot = { method: 'GET', path: '/health/live', cookie };
  const connections = Array.from({ length: requests }, (_, index) =>
    openConnection((houses[index % houses.length] as HouseProcess).port),
  );
  for (const connection of connections) await connection.send(idle);
  return Promise.all(
    connections.map(async (connection): Promise<Answered> => {
      const startedAt = performance.now();
      const { status, body } = await connection.send(shot);
      const milliseconds = performance.now() - startedAt;
      connection.close();
      return { milliseconds, text: status === 200 ? textIn(body) : undefined };
    }),
  );
}

function textIn(body: Buffer | undefined): string | undefined {
  const { items } = JSON.parse(String(body)) as { items: { state: string; text?: string }[] };
  const [item] = items;
  return item?.state === 'ok' ? item.text : undefined;
}
