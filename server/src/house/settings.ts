import { z } from 'zod';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';

const stored = z.object({
  name: z.string().default('Teahouse'),
  signUpIsOpen: z.boolean().default(true),
  showsCountryBadges: z.boolean().default(true),
  isDemo: z.boolean().default(false),
});
export type SettingValues = z.output<typeof stored>;

/** Settings of the house, in memory; every process reads them again every few seconds. */
export interface Settings {
  readonly current: SettingValues & { updatedAt: Date };
  /** `alongside` runs in the same transaction, with the values before and after. */
  update(
    change: Partial<SettingValues>,
    alongside?: (tx: Queryable, before: SettingValues, after: SettingValues) => Promise<void>,
  ): Promise<void>;
  reload(): Promise<void>;
  start(): void;
  stop(): void;
}

const key = 'house';
const reloadMilliseconds = 5_000;

export async function openSettings({ db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<Settings> {
  let current = { ...stored.parse({}), updatedAt: dateOf(clock) };
  let timer: NodeJS.Timeout | undefined;
  const settings: Settings = {
    get current() {
      return current;
    },
    async update(change, alongside) {
      const updated_at = dateOf(clock);
      await inTransaction(db, async (tx) => {
        const row = await tx
          .selectFrom('setting')
          .select('value')
          .where('key', '=', key)
          .forUpdate()
          .executeTakeFirst();
        const before = stored.parse(row?.value ?? {});
        const after = stored.parse({ ...before, ...change });
        const value = JSON.stringify(after);
        await tx
          .insertInto('setting')
          .values({ key, value, updated_at })
          .onConflict((c) => c.column('key').doUpdateSet({ value, updated_at }))
          .execute();
        await alongside?.(tx, before, after);
      });
      await settings.reload();
    },
    async reload() {
      const row = await db
        .selectFrom('setting')
        .select(['value', 'updated_at'])
        .where('key', '=', key)
        .executeTakeFirst();
      if (row) current = { ...stored.parse(row.value), updatedAt: row.updated_at };
    },
    start() {
      const reload = () => settings.reload().catch((error) => log.warn({ err: error }, 'settings not read'));
      timer = setInterval(() => void reload(), reloadMilliseconds);
    },
    stop() {
      clearInterval(timer);
    },
  };
  await settings.reload();
  return settings;
}
