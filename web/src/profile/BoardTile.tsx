import { Link } from '@tanstack/react-router';
import type { BoardView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { BookmarkIcon, LockIcon } from '../ui/icons.tsx';
import { Picture } from '../ui/Picture.tsx';
import { TextCoverArt } from '../ui/TextCoverArt.tsx';

/** A board as a small wall of its newest covers. */
export function BoardTile({ board }: { board: BoardView }) {
  const { t } = useTranslation('profile');
  return (
    <Link to="/boards/$boardId" params={{ boardId: board.id }} className="group block rounded-(--radius-card)">
      <Covers covers={board.covers} />
      <span className="flex items-center gap-1.5 pt-2">
        <span dir="auto" className="truncate font-medium group-hover:underline">
          {board.name}
        </span>
        {board.isOpen ? null : (
          <span role="img" aria-label={t('board.closed')} title={t('board.closed')} className="text-quiet">
            <LockIcon size={15} />
          </span>
        )}
      </span>
      <span className="tabular block text-small text-quiet">{t('board.notes', { count: board.noteCount })}</span>
    </Link>
  );
}

const layouts = [
  '',
  '',
  'grid-cols-2',
  'grid-cols-2 grid-rows-2 [&>:first-child]:row-span-2',
  'grid-cols-2 grid-rows-2',
];

function Covers({ covers }: Pick<BoardView, 'covers'>) {
  const shown = covers.slice(0, 4);
  return (
    <span
      className={`grid aspect-[4/3] gap-0.5 overflow-hidden rounded-(--radius-card) bg-sunken ${layouts[shown.length] ?? ''}`}
    >
      {shown.length === 0 ? <BookmarkIcon size={34} className="m-auto text-quiet" /> : null}
      {shown.map((cover) =>
        cover.kind === 'picture' ? (
          <span key={cover.picture.id} className="relative overflow-hidden">
            <Picture picture={cover.picture} alt="" sizes="240px" className="absolute inset-0 size-full" />
          </span>
        ) : (
          <span key={cover.template + cover.text} className="relative overflow-hidden">
            <TextCoverArt template={cover.template} text={cover.text} language="und" isDecorative />
          </span>
        ),
      )}
    </span>
  );
}
