import type { MediaView } from '@teahouse/contract';
import { pictureUrl } from './Picture.tsx';

interface AvatarProps {
  member: { name: string; avatarHue: number; avatar?: MediaView | undefined; avatarUrl?: string | undefined };
  size?: number;
}

/** The picture of a member, or their initial on a ground of their own hue. Decorative: the name always stands beside it. */
export function Avatar({ member, size = 36 }: AvatarProps) {
  const source = member.avatar ? pictureUrl(member.avatar, size * 2) : member.avatarUrl;
  if (source) {
    return (
      <img
        src={source}
        alt=""
        width={size}
        height={size}
        loading="lazy"
        decoding="async"
        className="shrink-0 rounded-full bg-sunken object-cover"
        style={{ width: size, height: size }}
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      className="avatar-drawn grid shrink-0 place-items-center rounded-full font-semibold select-none"
      style={{ '--hue': member.avatarHue, width: size, height: size, fontSize: size * 0.44 }}
    >
      {initialOf(member.name)}
    </span>
  );
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

function initialOf(name: string): string {
  const first = segmenter.segment(name.trim())[Symbol.iterator]().next();
  return first.done ? '·' : first.value.segment.toUpperCase();
}
