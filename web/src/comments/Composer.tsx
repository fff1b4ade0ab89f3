import type { NoteView } from '@teahouse/contract';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../data/client.ts';
import { usePostComment } from '../data/comments.ts';
import { useMe } from '../data/session.ts';
import { classNames } from '../ui/class-names.ts';
import { LimitCounter } from '../ui/fields.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, SendIcon } from '../ui/icons.tsx';
import { useInvite } from '../ui/invitation.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import type { ReplyControl } from './reply-target.ts';

interface ComposerProps {
  note: NoteView;
  reply: ReplyControl;
  /** Buttons beside the resting composer. */
  children: ReactNode;
}

/** One line at rest, a growing field while somebody writes. */
export function Composer({ note, reply, children }: ComposerProps) {
  const { t } = useTranslation('comments');
  const [text, setText] = useState('');
  const key = useRef(newIdempotencyKey());
  const post = usePostComment(note.id);
  const toast = useToast();
  const textOf = useProblemText();
  const invite = useInvite();
  const isVisitor = useMe() === null;
  const isAwake = text !== '' || reply.target !== undefined;
  const canSend = text.trim() !== '' && !post.isPending;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!canSend) return;
    // The button goes to sleep with the sending; whoever pressed it with a key goes on writing.
    reply.focus();
    const parentId = reply.target?.parentId ?? reply.target?.id;
    const body = { text: addressed(text, reply), ...(parentId ? { parentId } : {}), idempotencyKey: key.current };
    post.mutate(body, {
      onSuccess: () => {
        setText('');
        key.current = newIdempotencyKey();
        reply.cancel();
        toast(t('sent'));
      },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isShortcut = event.metaKey || event.ctrlKey;
    if (isVisitor && !isShortcut && (event.key === 'Enter' || event.key.length === 1)) invite('comment');
    if (event.key === 'Enter' && isShortcut) send();
    if (event.key === 'Escape' && reply.target) {
      event.stopPropagation();
      reply.cancel();
    }
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-1">
      {reply.target ? <ReplyLine name={reply.target.author.name} onCancel={reply.cancel} /> : null}
      <div className="flex items-end gap-1">
        <textarea
          ref={reply.field}
          rows={1}
          value={text}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          onChange={(event) => setText(event.target.value)}
          readOnly={isVisitor}
          onClick={() => isVisitor && invite('comment')}
          onKeyDown={onKeyDown}
          className={classNames(
            'no-scrollbar max-h-32 min-h-10 min-w-0 flex-1 resize-none bg-sunken px-4 py-[0.5625rem]',
            isAwake
              ? 'field-sizing-content rounded-2xl'
              : 'h-10 overflow-hidden rounded-full placeholder:text-ellipsis placeholder:whitespace-nowrap',
          )}
        />
        {isAwake ? (
          <button
            type="submit"
            aria-label={t('send')}
            title={t('send')}
            disabled={!canSend}
            // Pressing does not take the focus from the field: the keyboard of a phone would fold under the finger.
            onPointerDown={(event) => event.preventDefault()}
            className="pressable grid size-10 shrink-0 place-items-center rounded-full bg-accent-fill text-on-accent disabled:opacity-40"
          >
            <SendIcon size={20} strokeWidth={2.1} />
          </button>
        ) : (
          children
        )}
      </div>
      <div className="flex justify-between px-2 empty:hidden">
        {post.error ? (
          <p role="alert" className="text-small text-accent-fill">
            {textOf(post.error)}
          </p>
        ) : null}
        <LimitCounter text={text} kind="comment" />
      </div>
    </form>
  );
}

function ReplyLine({ name, onCancel }: { name: string; onCancel: () => void }) {
  const { t } = useTranslation('comments');
  return (
    <p className="flex items-center justify-between ps-4 text-small text-quiet">
      <span className="truncate">{t('replyingTo', { name })}</span>
      <IconButton icon={CloseIcon} iconSize={16} label={t('cancelReply')} onClick={onCancel} className="!size-8" />
    </p>
  );
}

/** Threads are two deep: an answer to a reply joins its thread and says whom it means. */
function addressed(text: string, { target }: ReplyControl): string {
  if (!target?.parentId || text.includes(`@${target.author.handle}`)) return text;
  return `@${target.author.handle} ${text}`;
}
