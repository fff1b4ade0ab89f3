import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LoadMore } from '../account/LoadMore.tsx';
import { useDebounced } from '../account/use-debounced.ts';
import { type GlossState, useGlosses } from '../data/glossary.ts';
import { readableLanguage } from '../translation/reading.ts';
import { useReader } from '../translation/use-reader.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TextField } from '../ui/fields.tsx';
import { SearchIcon } from '../ui/icons.tsx';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { GlossCard } from './GlossCard.tsx';

/** Terms in one state, sought by word and language; the address of the page keeps both. */
export function GlossList({ state }: { state: GlossState }) {
  const { t } = useTranslation('glossary');
  const navigate = useNavigate({ from: '/glossary' });
  const { q = '', language: tag } = useSearch({ from: '/glossary' });
  const language = tag ? readableLanguage(tag) : undefined;
  const [written, setWritten] = useState(q);
  const search = useDebounced(written.trim(), 200);
  useEffect(() => {
    if (search === q) return;
    void navigate({ search: ({ q: _, ...before }) => (search ? { ...before, q: search } : before), replace: true });
  }, [search, q, navigate]);
  return (
    <div className="flex flex-col gap-5">
      <search className="grid grid-cols-[1fr_auto] items-start gap-3">
        <TextField
          label={t('search')}
          isLabelHidden
          type="search"
          placeholder={t('searchShort')}
          value={written}
          maxLength={100}
          dir="auto"
          end={<SearchIcon size={19} className="me-2.5 text-quiet" />}
          className="[&::-webkit-search-cancel-button]:hidden"
          onChange={(event) => setWritten(event.target.value)}
        />
        <LanguageSelect
          label={t('languageFilter')}
          isLabelHidden
          none={t('allLanguages')}
          value={language}
          className="max-w-40"
          onChoose={(next) =>
            void navigate({
              search: ({ language: _, ...before }) => (next ? { ...before, language: next } : before),
              replace: true,
            })
          }
        />
      </search>
      <Found state={state} search={search} language={language} />
    </div>
  );
}

interface FoundProps {
  state: GlossState;
  search: string;
  language: ReturnType<typeof readableLanguage>;
}

function Found({ state, search, language }: FoundProps) {
  const { t } = useTranslation('glossary');
  const { to } = useReader();
  const glosses = useGlosses({ state, search, ...(language ? { language } : {}) });
  if (!glosses.data) {
    return glosses.error ? (
      <FailedState error={glosses.error} onRetry={() => void glosses.refetch()} />
    ) : (
      <CardsSkeleton />
    );
  }
  const { items, termCount } = glosses.data;
  if (items.length === 0) {
    return state === 'proposed' && search === '' && !language ? (
      <EmptyState scene="cup" title={t('emptyProposed')} body={t('emptyProposedBody')} />
    ) : (
      <EmptyState scene="lens" title={t('empty')} body={t('emptyBody')} />
    );
  }
  return (
    <div aria-busy={glosses.isPlaceholderData || undefined}>
      {state === 'approved' && search === '' ? (
        <p className="tabular -mt-2 pb-3 text-small text-quiet">{t('terms', { count: termCount })}</p>
      ) : null}
      <ul aria-label={t('list')} className="grid gap-3 wide:grid-cols-2">
        {items.map((gloss) => (
          <li key={gloss.id}>
            <GlossCard gloss={gloss} to={to} />
          </li>
        ))}
      </ul>
      <LoadMore query={glosses} />
    </div>
  );
}

function CardsSkeleton() {
  return (
    <div className="grid gap-3 wide:grid-cols-2">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <Skeleton key={key} className="h-36 w-full !rounded-card" />
      ))}
    </div>
  );
}
