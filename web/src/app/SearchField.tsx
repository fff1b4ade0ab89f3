import { useSearch } from '@tanstack/react-router';
import { SearchBox } from '../search/SearchBox.tsx';

/** The search of the top bar; what is being looked for stays in the address. */
export function SearchField() {
  const q = useSearch({ strict: false, select: (search) => search.q ?? '' });
  return <SearchBox key={q} q={q} />;
}
