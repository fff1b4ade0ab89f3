import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/Tabs.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useIsWide } from '../ui/use-media-query.ts';
import { FoundNotes } from './FoundNotes.tsx';
import { FoundPeople } from './FoundPeople.tsx';
import { FoundTopics } from './FoundTopics.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SearchIdeas } from './SearchIdeas.tsx';

const kinds = ['notes', 'people', 'topics'] as const;

/** One question, three kinds of answers. Without a question: what you sought before and what others seek. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const navigate = useNavigate({ from: '/search' });
  const isWide = useIsWide();
  const { q = '', for: kind = 'notes' } = useSearch({ from: '/search' });
  useDocumentTitle(q ? t('titleFor', { q }) : t('title'));
  return (
    <div className="px-3 pt-1 pb-10 wide:px-6">
      <h1 className="sr-only">{q ? t('titleFor', { q }) : t('title')}</h1>
      {isWide ? null : (
        <div className="mx-auto w-full max-w-2xl pb-3">
          <SearchBox key={q} q={q} />
        </div>
      )}
      {q === '' ? (
        <SearchIdeas />
      ) : (
        <Tabs
          label={t('kinds')}
          entries={kinds.map((id) => ({ id, label: t(id) }))}
          selected={kind}
          onSelect={(next) => void navigate({ search: next === 'notes' ? { q } : { q, for: next }, replace: true })}
        >
          <div className="min-h-screen pt-4">
            {kind === 'notes' ? <FoundNotes key={q} q={q} /> : null}
            {kind === 'people' ? <FoundPeople q={q} /> : null}
            {kind === 'topics' ? <FoundTopics q={q} /> : null}
          </div>
        </Tabs>
      )}
    </div>
  );
}
