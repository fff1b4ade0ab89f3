import { useTranslation } from 'react-i18next';
import { CardList } from '../cards/CardList.tsx';
import { useFoundNotes } from '../data/search.ts';
import { NothingFound } from './NothingFound.tsx';

export function FoundNotes({ q }: { q: string }) {
  const { t } = useTranslation('search');
  return <CardList label={t('resultsFor', { q })} query={useFoundNotes(q)} empty={<NothingFound q={q} />} />;
}
