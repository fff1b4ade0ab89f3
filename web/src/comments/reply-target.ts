import type { CommentView } from '@teahouse/contract';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';

export interface ReplyControl {
  /** The comment that is being answered. */
  target: CommentView | undefined;
  field: RefObject<HTMLTextAreaElement | null>;
  start: (comment: CommentView) => void;
  cancel: () => void;
  focus: () => void;
}

/** Comments say what is answered, the composer in the dock answers. */
export function useReplyTarget(): ReplyControl {
  const field = useRef<HTMLTextAreaElement>(null);
  const [target, setTarget] = useState<CommentView>();
  const focus = useCallback(() => field.current?.focus(), []);
  const start = useCallback(
    (comment: CommentView) => {
      setTarget(comment);
      focus();
    },
    [focus],
  );
  const cancel = useCallback(() => setTarget(undefined), []);
  return useMemo(() => ({ target, field, start, cancel, focus }), [target, start, cancel, focus]);
}
