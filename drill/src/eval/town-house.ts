import {
  buildTeahouse,
  createLog,
  launchPostgres,
  publishTownTexts,
  readConfig,
  readTown,
  readTownTexts,
  type Teahouse,
} from '@teahouse/server';
import { openTemporaryFolder } from '../process/temporary-folder.ts';

/** A house in this process that holds the words of the demo town, as read by members of some languages. */
export interface TownHouse extends AsyncDisposable {
  house: Teahouse;
  /** Ids in the house by ids in the town. */
  noteIds: ReadonlyMap<string, string>;
}

/** @param readIn languages in which readers have opened every note that is foreign to them */
export async function openTownHouse(readIn: readonly string[]): Promise<TownHouse> {
  const folder = openTemporaryFolder('town');
  const log = createLog('silent');
  const postgres = await launchPostgres({ dataDir: folder.path, log, settings: { fsync: 'off' } });
  const config = readConfig(
    { TEAHOUSE_SECRET: 'a'.repeat(40), TEAHOUSE_RATE_LIMIT_SCALE: '0', TEAHOUSE_SHED: 'false' },
    { dataDir: folder.path, port: 0 },
  );
  const house = await buildTeahouse(config, postgres.connection, { log, engines: [] });
  await house.http.ready();
  const town = readTown();
  const noteIds = await publishTownTexts(house, town);
  for (const language of readIn) await readTownTexts(house, town, noteIds, language);
  return {
    house,
    noteIds,
    async [Symbol.asyncDispose]() {
      await house.close();
      await postgres.stop();
      folder[Symbol.dispose]();
    },
  };
}
