import type { Blobs } from './blobs.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/database.ts';
import type { Events } from './events.ts';
import type { HouseState } from './house-state.ts';
import type { Ids } from './ids.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Mailer, TextSender } from './mail.ts';
import type { Metrics } from './metrics.ts';
import type { PagesUnderWay } from './pages-under-way.ts';
import type { Workshop } from './pictures/workshop.ts';

/** Everything a use case may need, built once in `app.ts` and passed first; functions take the slice they use. */
export interface Deps {
  config: Config;
  db: Db;
  clock: Clock;
  ids: Ids;
  /** Uniform in [0, 1); seeded in tests. */
  random: () => number;
  jobs: Jobs;
  events: Events;
  blobs: Blobs;
  workshop: Workshop;
  mailer: Mailer;
  texts: TextSender;
  log: Log;
  metrics: Metrics;
  houseState: HouseState;
  pagesUnderWay: PagesUnderWay;
}
