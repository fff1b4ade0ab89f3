import type { BoardView } from '@teahouse/contract';
import { BookmarkIcon } from '../ui/icons.tsx';
import { Picture } from '../ui/Picture.tsx';
import { TextCoverArt } from '../ui/TextCoverArt.tsx';

/** The newest note of a board in a small square. Decorative: the name stands beside it. */
export function BoardCover({ board, size }: { board: Pick<BoardView, 'covers'>; size: number }) {
  const cover = board.covers[0];
  return (
    <span
      className="grid shrink-0 place-items-center overflow-hidden rounded-xl bg-sunken text-quiet"
      style={{ width: size, height: size }}
    >
      {cover === undefined ? (
        <BookmarkIcon size={size * 0.45} />
      ) : cover.kind === 'picture' ? (
        <Picture picture={cover.picture} alt="" sizes={`${size}px`} className="size-full" />
      ) : (
        <TextCoverArt template={cover.template} text={cover.text} language="und" isDecorative />
      )}
    </span>
  );
}
