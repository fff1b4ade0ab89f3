import { type CSSProperties, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/Avatar.tsx';
import { classNames } from '../ui/class-names.ts';
import type { CompletionOption } from './use-completion.ts';

interface CompletionListProps {
  id: string;
  label: string;
  options: readonly CompletionOption[];
  active: number;
  onChoose: (option: CompletionOption) => void;
  style?: CSSProperties | undefined;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** Suggestions under a field that keeps the focus; the field says which one is active. */
export function CompletionList({ id, label, options, active, onChoose, style }: CompletionListProps) {
  const { t } = useTranslation('compose');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        style={style}
        className="menu-popover absolute z-30 max-h-64 overflow-y-auto"
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points at the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            key={option.id}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            // The field must not lose its focus to the press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
            className={classNames('menu-item', index === active && 'bg-sunken')}
          >
            {option.member ? <Avatar member={option.member} size={26} /> : null}
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {option.member ? option.member.name : `# ${option.name}`}
            </span>
            <span className="shrink-0 text-small text-quiet">
              {option.member ? `@${option.name}` : t('topics.notes', { count: option.noteCount ?? 0 })}
            </span>
          </div>
        ))}
      </div>
      <span role="status" className="sr-only">
        {t('suggestions', { count: options.length })}
      </span>
    </>
  );
}
