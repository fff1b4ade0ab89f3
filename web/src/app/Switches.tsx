import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { AutoThemeIcon, MoonIcon, SunIcon } from '../ui/icons.tsx';
import { chooseLanguage, currentLanguage, interfaceLanguages } from './i18n.ts';
import { type Theme, themes, useTheme } from './theme.ts';

const icons = { system: AutoThemeIcon, light: SunIcon, dark: MoonIcon } as const;

/** One tap: like the system → light → dark. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const [theme, chooseTheme] = useTheme();
  return (
    <IconButton
      icon={icons[theme]}
      label={t('theme.label', { theme: t(`theme.${theme}`) })}
      onClick={() => chooseTheme(next(theme))}
    />
  );
}

/** One tap to the other language of the interface, named in that language. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const me = useMe();
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  const choose = () => {
    void chooseLanguage(other);
    if (!me) return;
    void import('../data/remember-language.ts').then(
      ({ rememberLanguage }) => rememberLanguage(client, other),
      () => undefined,
    );
  };
  const label = t('language.switchTo', { language: interfaceLanguages[other] });
  return (
    <button
      type="button"
      title={label}
      onClick={choose}
      className="pressable grid h-10 min-w-10 place-items-center rounded-full px-2 text-small font-semibold text-jade hover:bg-jade-soft"
    >
      <span>
        <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{other === 'zh' ? '中文' : 'EN'}</span>
        <span className="sr-only">{label}</span>
      </span>
    </button>
  );
}

function next(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
}
