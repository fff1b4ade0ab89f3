import { Link } from '@tanstack/react-router';
import type { NoteCard, NoteView } from '@teahouse/contract';
import { Avatar } from '../ui/Avatar.tsx';
import { CountryBadge, RoleBadge, TenureBadge } from '../ui/badges.tsx';
import { FollowButton } from './FollowButton.tsx';

/** Who wrote it, where from, since when; and following them. */
export function NoteAuthor({ note }: { note: NoteCard | NoteView }) {
  const { author } = note;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2.5">
      <Link
        to="/members/$handle"
        params={{ handle: author.handle }}
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-full"
      >
        <Avatar member={author} size={38} />
        <span className="flex min-w-0 flex-col">
          <span className="flex min-w-0 items-center gap-1.5">
            <span dir="auto" className="truncate font-medium">
              {author.name}
            </span>
            <RoleBadge role={author.role} />
          </span>
          <span className="flex min-w-0 items-center gap-2">
            <CountryBadge country={note.country} withName />
            <TenureBadge member={author} />
          </span>
        </span>
      </Link>
      {'followsAuthor' in note && !note.isAuthor ? (
        <FollowButton handle={author.handle} name={author.name} follows={note.followsAuthor} />
      ) : null}
    </div>
  );
}
