import type { TranslationFrame } from '@teahouse/contract';

/** Takes the stream piece by piece and gives back the frames that are whole. */
export type FrameParser = (piece: string) => TranslationFrame[];

/** Server-sent events by hand: `EventSource` can only ask with GET. Comments and unknown lines are passed over. */
export function createFrameParser(): FrameParser {
  let rest = '';
  return (piece) => {
    // A line end may be cut in two between pieces.
    const text = rest + piece;
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const events = whole.replace(/\r\n?/g, '\n').split('\n\n');
    rest = (events.pop() ?? '') + text.slice(whole.length);
    return events.flatMap((event) => frameOf(event) ?? []);
  };
}

function frameOf(event: string): TranslationFrame | undefined {
  const data = event
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(line[5] === ' ' ? 6 : 5))
    .join('\n');
  try {
    const frame = JSON.parse(data) as TranslationFrame;
    return frame.kind === 'done' || frame.kind === 'translation' ? frame : undefined;
  } catch {
    return undefined;
  }
}
