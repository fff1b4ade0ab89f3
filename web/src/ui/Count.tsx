import { useTranslation } from 'react-i18next';
import { abbreviateCount } from './abbreviate-count.ts';

/** A count in the reader's own abbreviation. */
export function Count({ value }: { value: number }) {
  const { i18n } = useTranslation();
  return <span className="tabular">{abbreviateCount(value, i18n.language)}</span>;
}
