import { Link } from '@tanstack/react-router';
import { type BoardView, textAddressOf } from '@teahouse/contract';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { foundWords } from '../translation/found-words.ts';
import { modeFor } from '../translation/reading.ts';
import { useReader } from '../translation/use-reader.ts';
import { useTranslationOnSight } from '../translation/use-translation-on-sight.ts';
import { BookmarkIcon, LockIcon } from '../ui/icons.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { Picture } from '../ui/Picture.tsx';
import { TextCoverArt } from '../ui/TextCoverArt.tsx';

interface BoardTileProps {
  board: BoardView;
  isOwn: boolean;
}

/** A board as a small wall of its newest covers. */
export function BoardTile({ board, isOwn }: BoardTileProps) {
  const { t } = useTranslation('profile');
  return (
    <Link to="/boards/$boardId" params={{ boardId: board.id }} className="group block rounded-(--radius-card)">
      <Covers covers={board.covers} />
      <span className="flex items-center gap-1.5 pt-2">
        <BoardName board={board} isOwn={isOwn} />
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

/** Translated where the reader has texts translated at once, as the titles of cards are. */
function BoardName({ board: { id, name }, isOwn }: BoardTileProps) {
  const { t } = useTranslation('profile');
  const element = useRef<HTMLSpanElement>(null);
  const reader = useReader();
  const words = useMemo(() => foundWords(textAddressOf('board.name', id), name), [id, name]);
  const isAuto = !isOwn && modeFor(words.languages, reader) === 'auto';
  const translated = useTranslationOnSight(element, words, isAuto ? reader.to : undefined);
  return (
    <span ref={element} className="truncate font-medium group-hover:underline">
      {translated ? (
        <>
          <span role="img" aria-label={t('board.translated')} title={name} className="translated-mark">
            译
          </span>{' '}
          <span {...languageProps(translated.to)}>{translated.text}</span>
        </>
      ) : (
        <bdi>{name}</bdi>
      )}
    </span>
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
