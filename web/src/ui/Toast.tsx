import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';

interface Toast {
  id: number;
  text: string;
  action?: { label: string; onAction: () => void } | undefined;
}

export type ShowToast = (text: string, action?: Toast['action']) => void;

const ToastContext = createContext<ShowToast>(() => undefined);
const shownMilliseconds = 4000;
/** With something to press in it, it stays longer. */
const actionableMilliseconds = 8000;

/** Says in passing what just happened; announced politely, gone by itself. */
export function useToast(): ShowToast {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast>();
  const show = useCallback<ShowToast>(
    (text, action) => setToast((last) => ({ id: (last?.id ?? 0) + 1, text, action })),
    [],
  );
  const dismiss = useCallback(() => setToast(undefined), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(dismiss, toast.action ? actionableMilliseconds : shownMilliseconds);
    return () => clearTimeout(timer);
  }, [toast, dismiss]);
  const bar = useMemo(() => (toast ? <ToastBar toast={toast} onDismiss={dismiss} /> : null), [toast, dismiss]);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        data-react-aria-top-layer="true"
        className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--bar-height)+16px)] z-50 flex justify-center"
      >
        {bar}
      </div>
    </ToastContext>
  );
}

function ToastBar({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const { action } = toast;
  return (
    <div
      key={toast.id}
      className="pointer-events-auto flex animate-rise items-center gap-4 rounded-full bg-ink px-5 py-2.5 text-small text-paper"
    >
      <span>{toast.text}</span>
      {action ? (
        <button
          type="button"
          className="font-semibold underline underline-offset-2"
          onClick={() => {
            action.onAction();
            onDismiss();
          }}
        >
          {action.label}
        </button>
      ) : null}
    </div>
  );
}
