/** What the drill needs of the server besides HTTP: words as search cuts them, counters as they should be, the database of a running house. */
export { openDatabase } from './platform/db/database.ts';
export { clusterFolder } from './platform/postgres/cluster.ts';
export { findRunningPostgres, type SocketConnection } from './platform/postgres/launch.ts';
export { processesIn } from './platform/postgres/postmaster.ts';
export { recount } from './rebuild.ts';
export { foldText, termsOfNote } from './search/terms.ts';
export { loadWordCutter, type WordCutter } from './search/word-cutter.ts';
