import { readableLanguages } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';

/** Languages by the reader's name for them, and by their own. */
export function LanguageOptions() {
  const { i18n } = useTranslation();
  return Object.entries(readableLanguages).map(([tag, own]) => {
    const name = languageName(tag, i18n.language) ?? own;
    return (
      <option key={tag} value={tag}>
        {name === own ? own : `${name} · ${own}`}
      </option>
    );
  });
}
