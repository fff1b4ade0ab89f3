import { Link } from '@tanstack/react-router';
import type { NoteCard } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useLike } from '../data/reactions.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { CountryBadge } from '../ui/badges.tsx';
import { Count } from '../ui/Count.tsx';
import { classNames } from '../ui/class-names.ts';
import { HeartFilledIcon, HeartIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { CardMenu } from './CardMenu.tsx';

/** Who wrote it, from where, how many liked it, and what else can be done. */
export function CardFooter({ card }: { card: NoteCard }) {
  const { author } = card;
  return (
    <div className="flex h-9 items-center ps-1">
      <Link
        to="/members/$handle"
        params={{ handle: author.handle }}
        className="flex min-w-0 flex-1 items-center gap-1.5 rounded-full text-[0.75rem]/4 text-quiet hover:text-ink"
      >
        <Avatar member={author} size={20} />
        <span dir="auto" className="truncate">
          {author.name}
        </span>
        <CountryBadge country={card.country} />
      </Link>
      <CardHeart card={card} />
      <CardMenu card={card} />
    </div>
  );
}

function CardHeart({ card }: { card: NoteCard }) {
  const { t } = useTranslation('feed');
  const asMember = useAsMember();
  const toastProblem = useProblemToast();
  const { likes, likeCount, mutation } = useLike(card);
  const Glyph = likes ? HeartFilledIcon : HeartIcon;
  return (
    <button
      type="button"
      aria-pressed={likes}
      onClick={() => asMember('like', () => mutation.mutate(!likes, { onError: toastProblem }))}
      className={classNames(
        'pressable flex h-9 items-center gap-0.5 ps-1.5 text-[0.75rem]/4',
        likes ? 'text-accent-fill' : 'text-quiet hover:text-ink',
      )}
    >
      <Glyph size={16} className={likes ? 'animate-beat text-accent' : ''} />
      <span className="sr-only">{t(likes ? 'unlike' : 'like', { title: card.title })}</span>
      <Count value={likeCount} />
    </button>
  );
}
