import { type ReadableLanguage, readableLanguages } from '@teahouse/contract';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';
import { MenuPopover } from '../ui/MenuPopover.tsx';

interface LanguageMenuProps {
  label: string;
  languages: readonly ReadableLanguage[];
  onChoose: (language: ReadableLanguage) => void;
  className: string;
  children: ReactNode;
}

/** A button that offers languages by their own names. */
export function LanguageMenu({ label, languages, onChoose, className, children }: LanguageMenuProps) {
  const { i18n } = useTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const nameOf = (tag: ReadableLanguage) => {
    const own = readableLanguages[tag];
    const name = languageName(tag, i18n.language) ?? own;
    return name === own ? own : `${own} · ${name}`;
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className={className}
      >
        {children}
      </button>
      {isOpen ? (
        <MenuPopover
          label={label}
          anchor={anchor}
          onClose={() => setOpen(false)}
          entries={languages.map((tag) => ({ id: tag, label: nameOf(tag), onAction: () => onChoose(tag) }))}
        />
      ) : null}
    </>
  );
}
