import {
  type CronItem,
  Logger,
  makeWorkerUtils,
  parseCronItems,
  type Runner,
  run,
  runOnce,
  type TaskList,
  type WorkerUtils,
} from 'graphile-worker';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Queryable } from './db/database.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface JobOptions {
  /** A job with the same key that has not started yet is replaced. */
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
}

export interface Jobs {
  /** Declares a task: its payload is checked against the schema when it is taken from the queue. */
  define<S extends z.ZodType>(task: string, schema: S, work: (payload: z.output<S>) => Promise<void>): void;
  /** Repeats a task by crontab pattern (UTC). */
  schedule(pattern: string, task: string): void;
  /** Enqueues in the caller's transaction. */
  add(tx: Queryable, task: string, payload: unknown, options?: JobOptions): Promise<void>;
  /** The same task once for each payload, in one statement. */
  addEach(tx: Queryable, task: string, jobs: readonly { payload: unknown; key: string }[], runAt: Date): Promise<void>;
  prepare(): Promise<void>;
  start(): Promise<void>;
  /** Runs every job that is due now. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

// Outcomes are logged and counted here; the library's own lines would say everything twice.
const quietLogger = new Logger(() => () => {});

export function createJobs(pool: Pool, log: Log, metrics: Metrics): Jobs {
  const tasks: TaskList = {};
  // As items, not as lines of a crontab: those allow no dot in the name of a task.
  const repeated: CronItem[] = [];
  let runner: Runner | undefined;
  let utils: WorkerUtils | undefined;
  const shared = { pgPool: pool, noHandleSignals: true, logger: quietLogger };

  return {
    define(task, schema, work) {
      tasks[task] = async (payload) => {
        try {
          await work(schema.parse(payload));
          metrics.jobs.inc({ task, outcome: 'done' });
        } catch (error) {
          metrics.jobs.inc({ task, outcome: 'failed' });
          log.warn({ err: error, task }, 'job failed');
          throw error;
        }
      };
    },
    schedule: (pattern, task) => void repeated.push({ match: pattern, task }),
    async add(tx, task, payload, { key, runAt, maxAttempts = 8 } = {}) {
      await sql`select graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json, job_key := ${key ?? null},
        run_at := ${runAt ?? null}::timestamptz, max_attempts := ${maxAttempts})`.execute(tx);
    },
    async addEach(tx, task, added, runAt) {
      await sql`select graphile_worker.add_job(${task}, payload := payload::json, job_key := key,
        run_at := ${runAt}::timestamptz, max_attempts := 8)
        from unnest(${added.map(({ payload }) => JSON.stringify(payload))}::text[], ${added.map(({ key }) => key)}::text[])
          as given (payload, key)`.execute(tx);
    },
    async prepare() {
      utils = await makeWorkerUtils({ pgPool: pool });
      await utils.migrate();
    },
    async start() {
      runner = await run({
        ...shared,
        taskList: tasks,
        concurrency: 2,
        pollInterval: 2000,
        parsedCronItems: parseCronItems(repeated),
      });
    },
    drain: () => runOnce({ ...shared, taskList: tasks }),
    async stop() {
      await runner?.stop();
      await utils?.release();
    },
  };
}
