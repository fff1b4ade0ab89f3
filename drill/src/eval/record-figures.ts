import {
  createLog,
  findRunningPostgres,
  launchPostgres,
  migrate,
  migrations,
  openDatabase,
  readConfig,
  recordEvaluation,
} from '@teahouse/server';
import type { Measured } from './translation.ts';

/** Puts figures on the accuracy page of a house, whether it runs or not. */
export async function recordFigures(
  dataDir: string,
  measured: readonly Measured[],
  weights: 'real' | 'random' | 'replayed',
): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const database = openDatabase(await connect(dataDir, stack), { size: 2 });
  stack.defer(() => database.close());
  await migrate(database.db, migrations);
  const deps = { db: database.db, clock: { now: () => Date.now() } };
  for (const { engine, pair, set, ...one } of measured) {
    const figures = {
      ...(one.chrf !== undefined && { chrf: one.chrf }),
      ...(one.slang_success !== undefined && { slangSuccess: one.slang_success }),
      ...(one.spans_exact !== undefined && { spansExact: one.spans_exact }),
    };
    await recordEvaluation(deps, { engine, pair, set, weights, figures });
  }
}

async function connect(dataDir: string, stack: AsyncDisposableStack) {
  const { databaseUrl } = readConfig(process.env, { dataDir });
  if (databaseUrl) return { connectionString: databaseUrl };
  const running = findRunningPostgres(dataDir);
  if (running) return running;
  const started = await launchPostgres({ dataDir, log: createLog('error') });
  stack.defer(() => started.stop());
  return started.connection;
}
