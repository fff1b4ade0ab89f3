import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { type FoundPerson, useFoundPeople } from '../data/search.ts';
import { useMe } from '../data/session.ts';
import { FollowButton } from '../note/FollowButton.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { abbreviateCount } from '../ui/abbreviate-count.ts';
import { NothingFound } from './NothingFound.tsx';
import { RowsSkeleton } from './RowsSkeleton.tsx';

export function FoundPeople({ q }: { q: string }) {
  const { t } = useTranslation('search');
  const people = useFoundPeople(q);
  if (people.isPending) return <RowsSkeleton />;
  if (!people.data) return <FailedState error={people.error} onRetry={() => void people.refetch()} />;
  if (people.data.length === 0) return <NothingFound q={q} />;
  return (
    <ul aria-label={t('resultsFor', { q })} className="mx-auto flex max-w-2xl flex-col">
      {people.data.map((person) => (
        <Person key={person.handle} person={person} />
      ))}
    </ul>
  );
}

function Person({ person }: { person: FoundPerson }) {
  const { t, i18n } = useTranslation('search');
  const me = useMe();
  return (
    <li className="flex items-center gap-3 border-b border-line py-3 last:border-0">
      <Link
        to="/members/$handle"
        params={{ handle: person.handle }}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-card"
      >
        <Avatar member={person} size={48} />
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block truncate font-medium">
            {person.name}
          </span>
          <span className="block truncate text-small text-quiet">
            @{person.handle} ·{' '}
            {t('followers', {
              count: person.followerCount,
              replace: { count: abbreviateCount(person.followerCount, i18n.language) },
            })}
          </span>
          {person.bio ? (
            <span dir="auto" className="block truncate text-small text-soft">
              {person.bio}
            </span>
          ) : null}
        </span>
      </Link>
      {me?.handle === person.handle ? null : (
        <FollowButton handle={person.handle} name={person.name} follows={person.follows} />
      )}
    </li>
  );
}
