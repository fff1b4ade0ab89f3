import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../ui/icons.tsx';

/** The search of the top bar; what is being looked for stays in the address. */
export function SearchField() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const current = useSearch({ strict: false, select: (search) => search.q ?? '' });
  const [text, setText] = useState(current);
  useEffect(() => setText(current), [current]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = text.trim();
    void navigate({ to: '/search', search: q ? { q } : {} });
  };
  return (
    <search>
      <form onSubmit={submit} className="relative">
        <input
          type="search"
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          aria-label={t('nav.search')}
          placeholder={t('nav.searchPlaceholder')}
          className="h-10 w-full rounded-full bg-sunken ps-5 pe-12 text-body hover:bg-line/70"
        />
        <button
          type="submit"
          aria-label={t('nav.search')}
          className="absolute inset-y-0 end-1 grid w-10 place-items-center rounded-full text-soft hover:text-ink"
        >
          <SearchIcon size={20} />
        </button>
      </form>
    </search>
  );
}
