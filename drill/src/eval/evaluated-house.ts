import {
  buildTeahouse,
  createLog,
  launchPostgres,
  readConfig,
  type Teahouse,
  type TranslationEngine,
} from '@teahouse/server';
import { openTemporaryFolder } from '../process/temporary-folder.ts';

/** A whole house in this process, new and empty: shipped glossary, phrasebook, word bank, and the engines that are given. */
export interface EvaluatedHouse extends AsyncDisposable {
  readonly teahouse: Teahouse;
  readonly url: string;
  /** Begins anew on the same database: nothing is remembered. */
  restart(engines: readonly TranslationEngine[]): Promise<void>;
}

const environment = {
  TEAHOUSE_TRANSLATION_BUDGET: '1000000000',
  TEAHOUSE_RATE_LIMIT_SCALE: '0',
  TEAHOUSE_SHED: 'false',
};

export async function openEvaluatedHouse(engines: readonly TranslationEngine[]): Promise<EvaluatedHouse> {
  await using stack = new AsyncDisposableStack();
  const log = createLog('silent');
  const { path } = stack.use(openTemporaryFolder('eval'));
  const { connection } = stack.use(await launchPostgres({ dataDir: path, log, settings: { fsync: 'off' } }));
  const config = readConfig(environment, { dataDir: path, port: 0 });

  async function open(given: readonly TranslationEngine[]): Promise<{ teahouse: Teahouse; url: string }> {
    const teahouse = await buildTeahouse(config, connection, { log, engines: given });
    await teahouse.start();
    return { teahouse, url: await teahouse.http.listen({ host: config.host, port: config.port }) };
  }

  let current = await open(engines);
  stack.defer(() => current.teahouse.close());
  const opened = stack.move();
  return {
    get teahouse() {
      return current.teahouse;
    },
    get url() {
      return current.url;
    },
    async restart(given) {
      await current.teahouse.close();
      current = await open(given);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
