import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../account/use-debounced.ts';
import { useSuggestions } from '../data/search.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, SearchIcon } from '../ui/icons.tsx';

const pauseMilliseconds = 150;

/** The field with what others found under the same beginning. */
export function SearchBox({ q }: { q: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q);
  const [isFocused, setFocused] = useState(false);
  const [active, setActive] = useState(-1);
  const prefix = useDebounced(text.trim(), pauseMilliseconds);
  const found = useSuggestions(prefix);
  const options = prefix === '' || text.trim() === q ? [] : merged(found.data);
  const isOpen = isFocused && options.length > 0;
  const go = (next: string) => {
    const trimmed = next.trim();
    setText(trimmed);
    setFocused(false);
    setActive(-1);
    field.current?.blur();
    void navigate({ to: '/search', search: trimmed ? { q: trimmed } : {} });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (isOpen && step !== 0) {
      event.preventDefault();
      setActive((before) => Math.max(-1, Math.min(options.length - 1, before + step)));
    }
    if (event.key === 'Escape') setFocused(false);
  };
  return (
    <search className="relative block">
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          go(options[active] ?? text);
        }}
        className="flex h-11 items-center rounded-full bg-sunken ps-4 pe-1 focus-within:ring-2 focus-within:ring-jade"
      >
        <SearchIcon size={20} className="shrink-0 text-quiet" />
        <input
          ref={field}
          type="search"
          enterKeyHint="search"
          role="combobox"
          value={text}
          maxLength={100}
          aria-label={t('nav.search')}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={t('nav.searchPlaceholder')}
          onChange={(event) => {
            setText(event.target.value);
            setFocused(true);
            setActive(-1);
          }}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent px-3 outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {text === '' ? null : (
          <IconButton icon={CloseIcon} iconSize={18} label={t('nav.searchClear')} onClick={() => go('')} />
        )}
      </form>
      {isOpen ? (
        <div
          id={listId}
          role="listbox"
          aria-label={t('nav.searchSuggestions')}
          className="menu-popover absolute inset-x-0 top-full z-30 mt-1.5 !max-w-none"
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
            <div
              key={option}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(option)}
              className={classNames('menu-item', index === active && 'bg-sunken')}
            >
              <SearchIcon size={18} className="text-quiet" />
              <span dir="auto" className="truncate">
                {option}
              </span>
            </div>
          ))}
        </div>
      ) : null}
    </search>
  );
}

function merged(found: { recent: readonly string[]; suggestions: readonly string[] } | undefined): string[] {
  return found ? [...new Set([...found.recent, ...found.suggestions])].slice(0, 8) : [];
}
