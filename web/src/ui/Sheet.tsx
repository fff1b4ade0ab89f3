import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import { CloseIcon } from './icons.tsx';

interface SheetProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Stays below the scrolling part. */
  footer?: ReactNode;
  /** Width on wide screens. */
  width?: number;
  role?: 'dialog' | 'alertdialog';
}

/** A sheet from below on phones, a dialog on wide screens. Focus stays inside and returns; Escape and the scrim close it. */
export function Sheet({ title, isOpen, onClose, children, footer, width = 440, role = 'dialog' }: SheetProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="sheet" style={{ '--sheet-width': `${width}px` }}>
        <Dialog role={role}>
          <header className="flex items-center justify-between gap-3 ps-5 pe-2.5 pt-3 pb-2">
            <Heading slot="title" className="text-title font-semibold">
              {title}
            </Heading>
            <IconButton icon={CloseIcon} label={t('close')} onClick={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pb-5">{children}</div>
          {footer ? <footer className="border-t border-line px-5 py-3">{footer}</footer> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
