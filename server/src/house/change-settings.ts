import type { BodyOf, houseRoutes, settingsView } from '@teahouse/contract';
import type { z } from 'zod';
import type { Actor } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import type { HouseDeps } from './house-deps.ts';
import type { SettingValues } from './settings.ts';

type SettingsView = z.input<typeof settingsView>;
type Change = BodyOf<(typeof houseRoutes)['updateSettings']>;

export function getSettings({ settings }: HouseDeps): SettingsView {
  const { name, signUpIsOpen, showsCountryBadges, updatedAt } = settings.current;
  return { name, signUpIsOpen, showsCountryBadges, updatedAt: updatedAt.toISOString() };
}

export async function updateSettings(deps: HouseDeps, change: Change, actor: Actor): Promise<SettingsView> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await deps.settings.update(given, async (tx, before, after) => {
    const changed = differences(before, after);
    if (Object.keys(changed).length === 0) return;
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: 'house.change-settings',
      subjectKind: 'house',
      subjectId: 'house',
      detail: changed,
    });
  });
  return getSettings(deps);
}

function differences(before: SettingValues, after: SettingValues): Record<string, { from: unknown; to: unknown }> {
  const keys = Object.keys(after) as (keyof SettingValues)[];
  return Object.fromEntries(
    keys.filter((key) => before[key] !== after[key]).map((key) => [key, { from: before[key], to: after[key] }]),
  );
}
