import type { NotificationView } from '@teahouse/contract';
import { Avatar } from '../ui/Avatar.tsx';
import { BookmarkFilledIcon, CommentIcon, HeartFilledIcon, type Icon, PlusIcon, ReplyIcon } from '../ui/icons.tsx';
import { CupMark } from '../ui/Wordmark.tsx';

const marks: Record<Exclude<NotificationView['kind'], 'system'>, { icon: Icon; look: string }> = {
  like: { icon: HeartFilledIcon, look: 'bg-accent-fill text-on-accent' },
  collect: { icon: BookmarkFilledIcon, look: 'bg-ink text-paper' },
  comment: { icon: CommentIcon, look: 'bg-ink text-paper' },
  reply: { icon: ReplyIcon, look: 'bg-ink text-paper' },
  mention: { icon: CommentIcon, look: 'bg-ink text-paper' },
  follow: { icon: PlusIcon, look: 'bg-ink text-paper' },
};

/** The faces behind a line, with a small mark of what they did. Decorative: names and deed stand beside it. */
export function Actors({ notification: { kind, actors } }: { notification: NotificationView }) {
  const [first, second] = actors;
  if (kind === 'system' || !first) {
    return (
      <span aria-hidden="true" className="grid size-11.5 shrink-0 place-items-center rounded-full bg-sunken">
        <CupMark size={26} />
      </span>
    );
  }
  const { icon: Mark, look } = marks[kind];
  return (
    <span aria-hidden="true" className="relative size-11.5 shrink-0">
      {second ? (
        <>
          <span className="absolute end-0 top-0">
            <Avatar member={second} size={32} />
          </span>
          <span className="absolute start-0 bottom-0 rounded-full bg-paper p-0.5">
            <Avatar member={first} size={32} />
          </span>
        </>
      ) : (
        <Avatar member={first} size={46} />
      )}
      <span
        className={`absolute -end-1 -bottom-1 grid size-5 place-items-center rounded-full ring-2 ring-paper ${look}`}
      >
        <Mark size={12} strokeWidth={2.4} />
      </span>
    </span>
  );
}
