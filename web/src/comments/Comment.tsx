import { Link } from '@tanstack/react-router';
import type { CommentView, NoteView } from '@teahouse/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TranslatableText } from '../translation/TranslatableText.tsx';
import { commentUnit } from '../translation/text-unit.ts';
import { useTextUnit } from '../translation/use-text-unit.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { RoleBadge, TenureBadge } from '../ui/badges.tsx';
import { classNames } from '../ui/class-names.ts';
import { PinIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { Picture } from '../ui/Picture.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { CommentHeart } from './CommentHeart.tsx';
import { CommentMenu } from './CommentMenu.tsx';
import { useArrival } from './use-arrival.ts';

interface CommentProps {
  comment: CommentView;
  note: NoteView;
  avatarSize: number;
  /** Its reader followed a link to it. */
  isSought: boolean;
  onReply: (comment: CommentView) => void;
}

export function Comment({ comment, note, avatarSize, isSought, onReply }: CommentProps) {
  const { t } = useTranslation('comments');
  const asMember = useAsMember();
  const read = useTextUnit(commentUnit(comment));
  const element = useRef<HTMLElement>(null);
  useArrival(element, isSought);
  const { author } = comment;
  const profile = { to: '/members/$handle', params: { handle: author.handle } } as const;
  return (
    <article
      ref={element}
      aria-label={author.name}
      tabIndex={isSought ? -1 : undefined}
      className={classNames('flex items-start gap-2.5', isSought && 'sought-comment')}
    >
      <Link {...profile} tabIndex={-1} aria-hidden="true" className="rounded-full">
        <Avatar member={author} size={avatarSize} />
      </Link>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-1.5 text-small text-quiet">
          <Link {...profile} dir="auto" className="font-medium hover:text-ink">
            {author.name}
          </Link>
          {comment.isByNoteAuthor ? (
            <span className="rounded-full bg-sunken px-1.5 text-tiny font-medium text-soft">{t('author')}</span>
          ) : null}
          <RoleBadge role={author.role} />
          {author.isNew ? <TenureBadge member={author} /> : null}
          {comment.isPinned ? (
            <span className="inline-flex items-center gap-0.5 text-tiny text-jade">
              <PinIcon size={12} />
              {t('pinned')}
            </span>
          ) : null}
        </p>
        <ReplyTo comment={comment} />
        <TranslatableText read={read} mentions={comment.mentions} className="pt-0.5" isCompact />
        <CommentPictures comment={comment} />
        {comment.compliance === 'held' ? <p className="text-small text-amber">{t('held')}</p> : null}
        <div className="flex items-center gap-3 pt-0.5 text-small text-quiet">
          <RelativeTime at={comment.createdAt} />
          <button
            type="button"
            aria-label={t('replyTo', { name: author.name })}
            onClick={() => asMember('comment', () => onReply(comment))}
            className="min-h-7 font-medium hover:text-ink"
          >
            {t('reply')}
          </button>
          <CommentMenu comment={comment} note={note} read={read} />
        </div>
      </div>
      <CommentHeart comment={comment} />
    </article>
  );
}

function ReplyTo({ comment }: { comment: CommentView }) {
  const { t } = useTranslation('comments');
  if (!comment.replyTo || comment.text.includes(`@${comment.replyTo.handle}`)) return null;
  return (
    <p className="text-small text-quiet">
      {t('inReplyTo')} <bdi>{comment.replyTo.name}</bdi>
    </p>
  );
}

function CommentPictures({ comment }: { comment: CommentView }) {
  if (comment.pictures.length === 0) return null;
  return (
    <div className="flex gap-2 pt-2">
      {comment.pictures.map((picture) => (
        <Picture key={picture.id} picture={picture} alt={picture.alt} sizes="120px" className="size-28 rounded-xl" />
      ))}
    </div>
  );
}
