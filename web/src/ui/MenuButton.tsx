import { lazy, Suspense, useRef, useState } from 'react';
import { IconButton } from './IconButton.tsx';
import { type Icon, MoreIcon } from './icons.tsx';
import type { MenuEntry } from './MenuPopover.tsx';

const MenuPopover = lazy(async () => ({ default: (await import('./MenuPopover.tsx')).MenuPopover }));

interface MenuButtonProps {
  label: string;
  /** Asked for when the menu opens. */
  entries: () => readonly MenuEntry[];
  icon?: Icon;
  iconSize?: number;
  className?: string;
}

/** A button with a menu. The menu's code is fetched with its first opening, so cards stay light. */
export function MenuButton({ label, entries, icon = MoreIcon, iconSize, className }: MenuButtonProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={anchor}
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        {...(iconSize ? { iconSize } : {})}
        {...(className ? { className } : {})}
      />
      {isOpen ? (
        <Suspense>
          <MenuPopover label={label} entries={entries()} anchor={anchor} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
