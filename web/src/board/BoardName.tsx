import { type BoardView, textAddressOf } from '@teahouse/contract';
import { useMemo } from 'react';
import { foundWords } from '../translation/found-words.ts';
import { ReadText } from '../translation/TranslatableText.tsx';
import { TranslationBar } from '../translation/TranslationBar.tsx';
import { plainUnit } from '../translation/text-unit.ts';
import { useTextUnit } from '../translation/use-text-unit.ts';

/** The name in the reader's language, below the one in the head of the page. */
export function BoardName({ board: { id, name } }: { board: Pick<BoardView, 'id' | 'name'> }) {
  const unit = useMemo(() => plainUnit(foundWords(textAddressOf('board.name', id), name)), [id, name]);
  const read = useTextUnit(unit);
  if (!read.isOffered) return null;
  return (
    <div className="flex flex-col gap-1">
      {read.isReadable && read.shows !== 'original' ? (
        <ReadText read={read} mentions={[]} className="text-title font-semibold" />
      ) : null}
      <TranslationBar read={read} isCompact />
    </div>
  );
}
