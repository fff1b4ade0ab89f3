import type { ReactNode, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Sheet } from './Sheet.tsx';
import { useIsWide } from './use-media-query.ts';

interface AnchoredSheetProps {
  title: string;
  /** What it was opened by; on wide screens it opens there. */
  anchor: RefObject<Element | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet from below on phones; beside its button where there is room. */
export function AnchoredSheet({ title, anchor, onClose, children }: AnchoredSheetProps) {
  if (!useIsWide()) {
    return (
      <Sheet title={title} isOpen onClose={onClose}>
        {children}
      </Sheet>
    );
  }
  return (
    <Popover
      className="menu-popover anchored"
      placement="bottom end"
      offset={4}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Dialog aria-label={title} className="p-4 outline-none">
        {children}
      </Dialog>
    </Popover>
  );
}
