import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LoadMore } from '../account/LoadMore.tsx';
import { type PeopleList, usePeople, useProfile } from '../data/members.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { PeopleSkeleton, PersonRow } from './PersonRow.tsx';

const lists = ['following', 'followers'] as const;

/** Whom a member follows, and who follows them. */
export function People() {
  const { t } = useTranslation('profile');
  const handle = useParams({ from: '/members/$handle/people', select: (params) => params.handle });
  const list = useSearch({ from: '/members/$handle/people', select: (search) => search.list ?? 'followers' });
  const navigate = useNavigate({ from: '/members/$handle/people' });
  const name = useProfile(handle).data?.name ?? handle;
  useDocumentTitle(name);
  return (
    <>
      <ScreenHeader title={<bdi>{name}</bdi>} />
      <div className="mx-auto max-w-2xl px-4 pt-1 pb-16">
        <Tabs
          label={t('people.lists', { name })}
          entries={lists.map((id) => ({ id, label: t(`people.${id}`) }))}
          selected={list}
          onSelect={(id) => void navigate({ search: { list: id }, replace: true })}
        >
          <Persons key={list} handle={handle} name={name} list={list} />
        </Tabs>
      </div>
    </>
  );
}

function Persons({ handle, name, list }: { handle: string; name: string; list: PeopleList }) {
  const { t } = useTranslation('profile');
  const people = usePeople(handle, list);
  if (people.isPending) return <PeopleSkeleton />;
  if (!people.data) return <FailedState error={people.error} onRetry={() => void people.refetch()} />;
  if (people.data.length === 0) {
    const key = list === 'followers' ? 'people.emptyFollowers' : 'people.emptyFollowing';
    return <EmptyState scene="chairs" title={t(`${key}.title`)} body={t(`${key}.body`, { name })} />;
  }
  return (
    <>
      <ul className="pt-2">
        {people.data.map((member) => (
          <PersonRow key={member.id} member={member} />
        ))}
      </ul>
      <LoadMore query={people} />
    </>
  );
}
