import { describe, expect, test } from 'vitest';
import { createFrameParser } from './translation-frames.ts';

const done = 'event: done\ndata: {"kind":"done"}\n\n';
const first = 'event: translation\ndata: {"kind":"translation","translation":{"of":"a","text":"哈哈\\n\\n好"}}\n\n';
const kinds = (pieces: readonly string[]) => {
  const parse = createFrameParser();
  return pieces.flatMap((piece) => parse(piece).map(({ kind }) => kind));
};

describe('frames of a stream', () => {
  test('several in one piece', () => expect(kinds([first + done])).toEqual(['translation', 'done']));

  test('cut anywhere, every frame arrives once', () => {
    const text = `retry: 3000\n\n${first}: still here\n\n${done}`;
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(kinds([text.slice(0, cut), text.slice(cut)])).toEqual(['translation', 'done']);
    }
  });

  test('with other line ends, cut in the middle of them', () => {
    const text = (first + done).replaceAll('\n', '\r\n');
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(kinds([text.slice(0, cut), text.slice(cut)])).toEqual(['translation', 'done']);
    }
  });

  test('the data comes through whole', () => {
    const [frame] = createFrameParser()(first);
    expect(frame).toEqual({ kind: 'translation', translation: { of: 'a', text: '哈哈\n\n好' } });
  });

  test('data over several lines is one', () => {
    expect(kinds(['data: {"kind":\ndata:"done"}\n\n'])).toEqual(['done']);
  });

  test('what is no frame is passed over', () => {
    expect(kinds(['data: {\n\n', 'data: 7\n\n', 'data: {"kind":"hello"}\n\n', done])).toEqual(['done']);
  });

  test('an unfinished frame waits', () => expect(kinds([first.slice(0, -1)])).toEqual([]));
});
