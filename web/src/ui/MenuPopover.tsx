import { type RefObject, useEffect, useRef } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import type { Icon } from './icons.tsx';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: Icon;
  isDanger?: boolean;
  /** Draws a hairline above. */
  startsGroup?: boolean;
  onAction: () => void;
}

interface MenuPopoverProps {
  label: string;
  entries: readonly MenuEntry[];
  anchor: RefObject<Element | null>;
  onClose: () => void;
}

/** The open menu of a `MenuButton`; apart, so that it is loaded when the first menu opens. */
export function MenuPopover({ label, entries, anchor, onClose }: MenuPopoverProps) {
  const menu = useRef<HTMLDivElement>(null);
  // Opened by a key, the menu finds its button hidden before it can take the focus over, and leaves it nowhere.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (menu.current?.contains(document.activeElement)) return;
      menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Popover
      className="menu-popover"
      aria-label={label}
      placement="bottom end"
      offset={4}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Menu ref={menu} aria-label={label} autoFocus="first" className="outline-none" onClose={onClose}>
        {entries.flatMap((entry) => [
          ...(entry.startsGroup ? [<Separator key={`${entry.id}-line`} className="my-1.5 h-px bg-line" />] : []),
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className="menu-item"
            data-danger={entry.isDanger || undefined}
            onAction={entry.onAction}
          >
            {entry.icon ? <entry.icon size={19} /> : null}
            <span>{entry.label}</span>
          </MenuItem>,
        ])}
      </Menu>
    </Popover>
  );
}
