import type { TextCover } from '@teahouse/contract';
import { languageProps } from './MemberText.tsx';
import { coverDrawings } from './text-covers/drawings.tsx';
import { estimateWidth } from './text-width.ts';

interface TextCoverArtProps {
  template: TextCover;
  text: string;
  language: string;
  /** The text stands nearby already (a card's title), so that it is not read twice. */
  isDecorative?: boolean;
}

/** A note without a picture gets one of twelve drawn grounds, its words set large. */
export function TextCoverArt({ template, text, language, isDecorative = false }: TextCoverArtProps) {
  const Drawing = coverDrawings[template];
  return (
    <div className={`text-cover text-cover-${template}`} aria-hidden={isDecorative || undefined}>
      <svg viewBox="0 0 300 400" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className="text-cover-drawing">
        <Drawing />
      </svg>
      <p className="text-cover-words" style={{ '--words': sizeFor(text) }} {...languageProps(language)}>
        <span>{text}</span>
      </p>
    </div>
  );
}

/** Type size in hundredths of the cover's width: a shout, a sentence, a paragraph. */
function sizeFor(text: string): number {
  const width = estimateWidth(text);
  if (width <= 6) return 16;
  if (width <= 11) return 12.6;
  if (width <= 18) return 10.6;
  if (width <= 28) return 9;
  if (width <= 44) return 7.6;
  return 6.2;
}
