import type { InterfaceLanguage, Me, MemberId } from '@teahouse/contract';
import { Problem } from '@teahouse/contract';
import { mediaView } from '../media/index.ts';
import type { Queryable } from '../platform/db/database.ts';
import { type MeRow, selectMe } from './accounts.sql.ts';

export async function getMe(db: Queryable, memberId: string): Promise<Me> {
  const row = await selectMe(db, memberId);
  if (!row) throw new Problem('not-found');
  return meView(row);
}

export function meView(row: MeRow): Me {
  const avatar = avatarOf(row);
  return {
    id: row.id as MemberId,
    handle: row.handle,
    name: row.name,
    bio: row.bio,
    ...(avatar ? { avatar } : {}),
    avatarHue: row.avatar_hue,
    role: row.role,
    languagesRead: row.languages_read,
    translation: row.translation_preferences,
    interests: row.interests,
    interfaceLanguage: row.interface_language as InterfaceLanguage,
    timeZone: row.time_zone,
    showsCountryBadge: row.shows_country_badge,
    keepsSearchHistory: row.keeps_search_history,
    ...(row.email ? { email: row.email } : {}),
    ...(row.phone ? { phone: row.phone } : {}),
    hasPassword: row.has_password,
    acceptedRulesVersion: row.accepted_rules_version,
    unreadNotifications: row.unread_notifications,
    version: row.version,
    joinedAt: row.joined_at.toISOString(),
  };
}

function avatarOf(row: MeRow) {
  if (!row.media_id) return undefined;
  const { width, height, thumbhash } = row;
  return mediaView({
    id: row.media_id,
    width,
    height,
    thumbhash,
    widths: row.widths ?? [],
    has_avif: row.has_avif ?? false,
  });
}
