/** What the drill needs of the server besides HTTP: words as search cuts them, counters as they should be, the database of a running house. */

export { openSyntheticModels, writeSyntheticModels } from '../test/synthetic-bergamot/synthetic-folder.ts';
export { type StudentShape, studentShapes } from '../test/synthetic-bergamot.ts';
export { openDatabase } from './platform/db/database.ts';
export { type LanguageReading, openLanguageReading } from './platform/language.ts';
export { createLog } from './platform/log.ts';
export { clusterFolder } from './platform/postgres/cluster.ts';
export { findRunningPostgres, type SocketConnection } from './platform/postgres/launch.ts';
export { processesIn } from './platform/postgres/postmaster.ts';
export { recount } from './rebuild.ts';
export { foldText, termsOfNote } from './search/terms.ts';
export { loadWordCutter, type WordCutter } from './search/word-cutter.ts';
export { createBergamotEngine } from './translation/engines/bergamot/bergamot-engine.ts';
export type { ModelStore } from './translation/engines/bergamot/model-store.ts';
export type { TranslationEngine } from './translation/engines/port.ts';
