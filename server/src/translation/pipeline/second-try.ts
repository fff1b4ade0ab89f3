import { joinPieces, type Segment, splitAroundSpans } from '@teahouse/engine';
import type { EngineAnswer, EngineSegment } from '../engines/port.ts';
import { type Judged, type Judging, judgeAnswer } from './judge-answer.ts';

/** A sentence whose spans an engine lost, cut around them. */
export interface SecondTry {
  segments: EngineSegment[];
  /** Puts the answers together to an output of the whole masked sentence. */
  judge(answers: ReadonlyMap<string, EngineAnswer>): Judged;
}

/** @param id prefix of the ids of its segments */
export function prepareSecondTry(segment: Segment, judging: Judging, id: string): SecondTry {
  const pieces = splitAroundSpans(withMarkersAsSpans(segment));
  const idOf = (index: number) => `${id}.${index}`;
  return {
    segments: pieces.flatMap((piece, index) =>
      piece.kind === 'segment' ? [{ id: idOf(index), masked: piece.masked, spans: [] }] : [],
    ),
    judge(answers) {
      const texts: string[] = [];
      for (const [index, piece] of pieces.entries()) {
        if (piece.kind === 'verbatim') {
          texts.push(piece.text);
          continue;
        }
        const judged = judgeAnswer(piece, judging, answers.get(idOf(index)));
        if ('because' in judged) return judged;
        texts.push(piece.before + judged.output + piece.after);
      }
      return judgeAnswer(segment, judging, { id, text: joinPieces(pieces, texts) });
    },
  };
}

/** The pieces then join to a masked output, which is kept and filled like any other. */
function withMarkersAsSpans(segment: Segment): Segment {
  const spans = segment.spans.map((span, index) => ({ ...span, text: `⟦${index}⟧` }));
  return { ...segment, original: segment.masked, before: '', spans, after: '' };
}
