import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Sheet } from './Sheet.tsx';

interface ConfirmSheetProps {
  title: string;
  body: string;
  /** What will happen, on the button itself. */
  action: string;
  isBusy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before something that cannot be undone. */
export function ConfirmSheet({ title, body, action, isBusy = false, onConfirm, onClose }: ConfirmSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={title} isOpen onClose={onClose} role="alertdialog" width={400}>
      <p className="text-soft">{body}</p>
      <div className="flex flex-col gap-2.5 pt-5 wide:flex-row-reverse">
        <Button look="primary" isBusy={isBusy} onClick={onConfirm} className="flex-1">
          {action}
        </Button>
        <Button look="outline" onClick={onClose} className="flex-1">
          {t('cancel')}
        </Button>
      </div>
    </Sheet>
  );
}
