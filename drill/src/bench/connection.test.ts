import { expect, test } from 'vitest';
import { createAnswerReader } from './connection.ts';

const answer = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\n茶馆');

test('reads an answer however it is cut', () => {
  for (let cut = 1; cut < answer.length; cut += 1) {
    const reader = createAnswerReader(true);
    expect(reader.read(answer.subarray(0, cut)), `cut at ${cut}`).toBe(false);
    expect(reader.read(answer.subarray(cut)), `cut at ${cut}`).toBe(true);
    expect(reader.answer()).toEqual({ status: 200, body: Buffer.from('茶馆') });
  }
});

test('an answer without a body is whole with its head', () => {
  const reader = createAnswerReader(false);
  expect(reader.read(Buffer.from('HTTP/1.1 204 No Content\r\nx-request-id: 1\r\n\r\n'))).toBe(true);
  expect(reader.answer()).toEqual({ status: 204, body: undefined });
});
