import type { HouseEventName, HouseEvents } from '@teahouse/contract';
import { sql } from 'kysely';
import { type Db, inTransaction, type Queryable, type Tx } from './db/database.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Receives all events of one name in one batch, inside the transaction that removes them from the outbox. */
export type EventHandler<N extends HouseEventName> = (events: HouseEvents[N][], tx: Tx) => Promise<void> | void;

/** Receives the events of several names as one list, in the order in which they were written. */
export type SequenceHandler<N extends HouseEventName> = (
  events: { [K in N]: { name: K; payload: HouseEvents[K] } }[N][],
  tx: Tx,
) => Promise<void> | void;

export interface Events {
  /** Writes events into the outbox of the caller's transaction. */
  emit<N extends HouseEventName>(tx: Queryable, name: N, ...payloads: HouseEvents[N][]): Promise<void>;
  /** Tells the dispatcher that something was committed; cheap, never waits. */
  wake(): void;
  on<N extends HouseEventName>(name: N, handler: EventHandler<N>): void;
  onSequence<N extends HouseEventName>(names: readonly N[], handler: SequenceHandler<N>): void;
  /** Runs after the commit of a delivered batch: in-memory effects (caches, live streams). */
  afterDelivery<N extends HouseEventName>(name: N, listener: (events: HouseEvents[N][]) => void): void;
  /** Delivers until the outbox is empty. */
  drain(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

interface OutboxRow {
  id: number;
  name: HouseEventName;
  payload: unknown;
  at: Date;
}

const batchSize = 500;
const pollMilliseconds = 1000;
/** Events of a busy moment are delivered together: at thousands of likes a second a delivery each would cost more than the likes. */
const gatherMilliseconds = 20;

/** The outbox table is the truth; this dispatcher delivers it in order, at least once, to the handlers of this process. */
export function createEvents(db: Db, log: Log, metrics: Metrics): Events {
  const handlers = new Map<string, EventHandler<never>[]>();
  const sequences: { names: ReadonlySet<string>; handler: SequenceHandler<never> }[] = [];
  const listeners = new Map<string, ((events: never[]) => void)[]>();
  let running: Promise<void> | undefined;
  let isWoken = false;
  let timer: NodeJS.Timeout | undefined;
  let gathering: NodeJS.Timeout | undefined;

  async function deliverBatch(): Promise<number> {
    const delivered = await inTransaction(db, async (tx) => {
      const rows = await takeBatch(tx);
      for (const [name, payloads] of groupByName(rows)) {
        for (const handler of handlers.get(name) ?? []) await handler(payloads as never[], tx);
      }
      for (const { names, handler } of sequences) {
        const own = rows.filter((row) => names.has(row.name));
        if (own.length > 0) await handler(own as never[], tx);
      }
      return rows;
    });
    for (const [name, payloads] of groupByName(delivered)) {
      metrics.outboxDelivered.inc({ name }, payloads.length);
      for (const listener of listeners.get(name) ?? []) listener(payloads as never[]);
    }
    return delivered.length;
  }

  async function run(): Promise<void> {
    do {
      isWoken = false;
      while ((await deliverBatch()) === batchSize);
    } while (isWoken);
  }

  function kick(): Promise<void> {
    isWoken = true;
    running ??= run()
      .catch((error) => log.error({ err: error }, 'outbox delivery failed'))
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  return {
    async emit(tx, name, ...payloads) {
      if (payloads.length === 0) return;
      await tx
        .insertInto('outbox')
        .values(payloads.map((payload) => ({ name, payload: JSON.stringify(payload) })))
        .execute();
    },
    wake() {
      if (!timer) return;
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void kick();
      }, gatherMilliseconds);
    },
    on(name, handler) {
      handlers.set(name, [...(handlers.get(name) ?? []), handler as EventHandler<never>]);
    },
    onSequence(names, handler) {
      sequences.push({ names: new Set(names), handler: handler as SequenceHandler<never> });
    },
    afterDelivery(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener as (events: never[]) => void]);
    },
    async drain() {
      if (running) await running;
      await run();
    },
    start() {
      timer = setInterval(() => void kick(), pollMilliseconds);
    },
    async stop() {
      clearInterval(timer);
      clearTimeout(gathering);
      timer = undefined;
      await running;
    },
  };
}

async function takeBatch(tx: Tx): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    delete from outbox where id in (select id from outbox order by id limit ${batchSize} for update skip locked)
    returning id, name, payload, at`.execute(tx);
  return rows.sort((a, b) => a.id - b.id);
}

function groupByName(rows: OutboxRow[]): Map<HouseEventName, unknown[]> {
  const groups = new Map<HouseEventName, unknown[]>();
  for (const row of rows) groups.set(row.name, [...(groups.get(row.name) ?? []), row.payload]);
  return groups;
}
