import type { ProfileView } from '@teahouse/contract';
import type { AuthorView } from './member-reader.ts';
import type { ProfileRow } from './members.sql.ts';

export function profileView(
  author: AuthorView,
  row: ProfileRow,
  viewer: ProfileView['viewer'],
  houseShowsCountry: boolean,
): ProfileView {
  const country = houseShowsCountry && row.shows_country_badge ? row.country : null;
  return {
    ...author,
    bio: row.bio,
    bioLanguage: row.bio_language,
    bioLanguages: row.bio_languages,
    languagesRead: row.languages_read,
    ...(country ? { country } : {}),
    joinedAt: row.joined_at.toISOString(),
    noteCount: row.notes,
    followerCount: row.followers,
    followingCount: row.following,
    receivedCount: row.received,
    ...(viewer ? { viewer } : {}),
  };
}
