import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, type Connection, openConnection, type Shot } from './connection.ts';

export interface Timed extends Answer {
  milliseconds: number;
}

/** Connections of browsers that come and go; one is made when none is free. */
export interface Browsers {
  send(shot: Shot): Promise<Timed>;
  close(): void;
}

export function openBrowsers(port: number): Browsers {
  const all: Connection[] = [];
  const free: Connection[] = [];
  const take = () => {
    const connection = free.pop();
    if (connection) return connection;
    const opened = openConnection(port);
    all.push(opened);
    return opened;
  };
  return {
    async send(shot) {
      const connection = take();
      const sentAt = performance.now();
      const answer = await connection.send(shot);
      free.push(connection);
      return { ...answer, milliseconds: performance.now() - sentAt };
    },
    close() {
      for (const connection of all) connection.close();
    },
  };
}

/**
 * Open loop: views begin at a steady rate, however long earlier ones take, as readers do. Waits for all of them.
 *
 * @param view is told how late it begins
 */
export async function viewAtRate(
  { rate, seconds }: { rate: number; seconds: number },
  view: (lateMilliseconds: number) => Promise<void>,
): Promise<void> {
  const begin = performance.now();
  const views: Promise<void>[] = [];
  for (let index = 0; index < rate * seconds; index += 1) {
    const due = begin + (index / rate) * 1_000;
    await delay(Math.max(0, due - performance.now()));
    views.push(view(performance.now() - due));
  }
  await Promise.all(views);
}
