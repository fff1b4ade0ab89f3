import { Link } from '@tanstack/react-router';
import type { NotificationView } from '@teahouse/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNoteLink } from '../app/note-dialog.ts';
import { classNames } from '../ui/class-names.ts';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Actors } from './Actors.tsx';
import { SystemMessage } from './SystemMessage.tsx';
import { useActorNames } from './use-actor-names.ts';

/** One line: who, what, when, what they wrote, and the note it is about. */
export function NotificationRow({ notification }: { notification: NotificationView }) {
  const { t } = useTranslation('notifications');
  const { isRead } = notification;
  return (
    <li className="relative border-b border-line last:border-0">
      {isRead ? null : (
        <span
          role="img"
          aria-label={t('unread')}
          className="absolute -start-2.5 top-7.5 size-2 rounded-full bg-accent"
        />
      )}
      <Target notification={notification}>
        <Actors notification={notification} />
        <Body notification={notification} />
        <Cover notification={notification} />
      </Target>
    </li>
  );
}

const rowClass =
  'flex min-h-18 w-full items-start gap-3 rounded-(--radius-card) py-3.5 text-start hover:bg-sunken wide:-mx-3 wide:w-[calc(100%+1.5rem)] wide:px-3';

/** Leads to the note and the comment under it, the person, the suggestion, the term, or the statement of reasons. */
function Target({
  notification: { kind, note, comment, actors, message },
  children,
}: {
  notification: NotificationView;
  children: ReactNode;
}) {
  const [actor] = actors;
  if (message?.key === 'translation.suggested') {
    return (
      <Link to="/suggestions" className={rowClass}>
        {children}
      </Link>
    );
  }
  if (message?.key === 'gloss.answered') {
    return (
      <Link to="/glossary/$glossId" params={{ glossId: message.values.glossId ?? '' }} className={rowClass}>
        {children}
      </Link>
    );
  }
  if (kind === 'system' && message?.key !== 'translation.accepted') {
    return (
      <Link to="/statements" className={rowClass}>
        {children}
      </Link>
    );
  }
  if (note) {
    return (
      <NoteTarget noteId={note.id} commentId={comment?.id}>
        {children}
      </NoteTarget>
    );
  }
  if (!actor) return <div className={rowClass}>{children}</div>;
  return (
    <Link to="/members/$handle" params={{ handle: actor.handle }} className={rowClass}>
      {children}
    </Link>
  );
}

interface NoteTargetProps {
  noteId: string;
  commentId: string | undefined;
  children: ReactNode;
}

function NoteTarget({ noteId, commentId, children }: NoteTargetProps) {
  return (
    <Link {...useNoteLink(noteId, commentId)} className={rowClass}>
      {children}
    </Link>
  );
}

function Body({ notification }: { notification: NotificationView }) {
  const { t } = useTranslation('notifications');
  const names = useActorNames(notification);
  const { kind, comment, note, at, isRead } = notification;
  return (
    <span className="min-w-0 flex-1">
      <span dir="auto" className={classNames('block', isRead ? 'font-medium' : 'font-semibold')}>
        {names}
      </span>
      <span className="block text-small text-quiet">
        {kind === 'system' ? <SystemMessage message={notification.message} /> : t(`did.${kind}`)}{' '}
        <span aria-hidden="true">·</span> <RelativeTime at={at} className="whitespace-nowrap" />
      </span>
      {comment ? (
        <span
          {...languageProps(comment.language)}
          className="mt-1.5 line-clamp-2 border-s-2 border-line-strong ps-2.5 text-soft"
        >
          {comment.text}
        </span>
      ) : note ? (
        <span {...languageProps(note.language)} className="mt-0.5 block truncate text-small text-soft">
          {note.title}
        </span>
      ) : null}
    </span>
  );
}

function Cover({ notification: { note } }: { notification: NotificationView }) {
  if (!note?.coverUrl) return null;
  return (
    <img
      src={note.coverUrl}
      alt=""
      width={52}
      height={52}
      loading="lazy"
      decoding="async"
      className="size-13 shrink-0 rounded-lg bg-sunken object-cover"
    />
  );
}
