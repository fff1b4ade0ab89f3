import { useCallback } from 'react';
import { useToast } from './Toast.tsx';
import { useProblemText } from './use-problem-text.ts';

/** For actions without a form: what went wrong is said in passing. */
export function useProblemToast(): (error: unknown) => void {
  const show = useToast();
  const textOf = useProblemText();
  return useCallback((error) => show(textOf(error)), [show, textOf]);
}
