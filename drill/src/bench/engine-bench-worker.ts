import { parentPort, workerData } from 'node:worker_threads';
import { type EngineHandle, openTrafficReader } from '@teahouse/engine';
import { type Population, requestOf } from './engine-population.ts';

/** What a thread of the engine benchmark is told. */
export interface EngineBenchTask {
  handle: EngineHandle;
  thread: number;
  population: Population;
  seconds: number;
}

const { handle, thread, population, seconds } = workerData as EngineBenchTask;
const reader = openTrafficReader(handle, thread);
const STRIDE = 1_000_000;
const WARM_UP = 100;

for (let step = 0; step < WARM_UP; step += 1)
  reader.page(requestOf(population, thread * STRIDE + step, population.now));
parentPort?.postMessage('ready');
parentPort?.once('message', () => {
  const durations: number[] = [];
  const end = performance.now() + seconds * 1_000;
  for (let step = WARM_UP; performance.now() < end; step += 1) {
    const request = requestOf(population, thread * STRIDE + step, population.now);
    const start = performance.now();
    reader.page(request);
    durations.push(performance.now() - start);
  }
  parentPort?.postMessage(durations);
});
