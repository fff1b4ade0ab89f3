import { type NoteView, picturesPerComment } from '@teahouse/contract';
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from 'react';
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
import { AttachButton } from './AttachButton.tsx';
import { lackOf, sentPictures } from './attached-pictures.ts';
import { descriptionId } from './description-id.ts';
import type { ReplyControl } from './reply-target.ts';
import { useAttachedPictures } from './use-attached-pictures.ts';

const AttachedPictureList = lazy(async () => ({
  default: (await import('./AttachedPictureList.tsx')).AttachedPictureList,
}));

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
  const attached = useAttachedPictures();
  const { pictures } = attached;
  const [isTold, setTold] = useState(false);
  const isAwake = text !== '' || pictures.length > 0 || reply.target !== undefined;
  const lack = lackOf({ text, pictures });
  const isUnsendable = lack?.kind === 'nothing-said' || lack?.kind === 'picture-on-its-way' || post.isPending;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (isUnsendable) return;
    setTold(lack !== undefined);
    if (lack) return document.getElementById(descriptionId(lack.key))?.focus();
    // The button goes to sleep with the sending; whoever pressed it with a key goes on writing.
    reply.focus();
    const parentId = reply.target?.parentId ?? reply.target?.id;
    const words = { text: addressed(text, reply), pictures: sentPictures(pictures) };
    const body = { ...words, ...(parentId ? { parentId } : {}), idempotencyKey: key.current };
    post.mutate(body, {
      onSuccess: () => {
        setText('');
        attached.letGo();
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
  const onPaste = (event: ClipboardEvent) => {
    if (isVisitor || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    attached.add(event.clipboardData.files);
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-1">
      {reply.target ? <ReplyLine name={reply.target.author.name} onCancel={reply.cancel} /> : null}
      {pictures.length > 0 ? (
        <Suspense>
          <AttachedPictureList attached={attached} lack={isTold ? lack : undefined} onDone={reply.focus} />
        </Suspense>
      ) : null}
      <div className="flex items-end gap-1">
        <div className="relative min-w-0 flex-1">
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
            onPaste={onPaste}
            className={classNames(
              'no-scrollbar block max-h-32 min-h-10 w-full resize-none bg-sunken ps-4 pe-11 py-[0.5625rem]',
              isAwake
                ? 'field-sizing-content rounded-2xl'
                : 'h-10 overflow-hidden rounded-full placeholder:text-ellipsis placeholder:whitespace-nowrap',
            )}
          />
          <AttachButton
            className="!absolute end-0.5 bottom-0.5 !size-9 text-quiet disabled:opacity-40"
            isFull={pictures.length >= picturesPerComment}
            onPick={isVisitor ? undefined : attached.add}
            onInvite={() => invite('comment')}
          />
        </div>
        {isAwake ? (
          <button
            type="submit"
            aria-label={t('send')}
            title={t('send')}
            disabled={isUnsendable}
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
