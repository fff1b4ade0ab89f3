import { type Answer, openConnection, type Shot } from './connection.ts';
import { type Latencies, summarise } from './latencies.ts';

/** What one connection does next; told each answer it asked to hear. */
export interface Script {
  next(): Shot;
  hear?(answer: Answer): void;
}

export interface DriveOptions {
  port: number;
  connections: number;
  warmUpSeconds: number;
  seconds: number;
  script: (connection: number) => Script;
}

export interface Figures extends Latencies {
  requests: number;
  /** With those of the warm-up. */
  sent: number;
  rps: number;
  errors: number;
  /** The first refusal, to see what went wrong. */
  firstError: string | undefined;
}

/** Closed loop: every connection sends its next request as soon as the last answer is whole. */
export async function drive({ port, connections, warmUpSeconds, seconds, script }: DriveOptions): Promise<Figures> {
  const begin = performance.now() + warmUpSeconds * 1000;
  const end = begin + seconds * 1000;
  const durations: number[] = [];
  let sent = 0;
  let errors = 0;
  let firstError: string | undefined;

  async function run(index: number): Promise<void> {
    const connection = openConnection(port);
    const { next, hear } = script(index);
    while (performance.now() < end) {
      const shot = next();
      const sentAt = performance.now();
      const answer = await connection.send(shot);
      const doneAt = performance.now();
      sent += 1;
      hear?.(answer);
      if (doneAt < begin || doneAt > end) continue;
      durations.push(doneAt - sentAt);
      if (answer.status >= 200 && answer.status < 400) continue;
      errors += 1;
      firstError ??= `${shot.method} ${shot.path.slice(0, 120)} → ${answer.status}`;
    }
    connection.close();
  }

  await Promise.all(Array.from({ length: connections }, (_, index) => run(index)));
  return {
    requests: durations.length,
    sent,
    rps: Math.round((durations.length / seconds) * 10) / 10,
    errors,
    firstError,
    ...summarise(durations),
  };
}
