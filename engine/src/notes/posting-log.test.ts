import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { noteStoreColumns } from './note-store-columns.ts';
import { openPostingLog } from './posting-log.ts';
import { openTopicLists } from './topic-lists.ts';

const LENGTH = 30;

describe('openPostingLog', () => {
  it('remembers of every list what was written last, as long as the log reaches', () => {
    const postings = fc.array(fc.nat(3), { maxLength: 120 });
    fc.assert(
      fc.property(postings, (lists) => {
        const { log } = open();
        const heads = [0, 0, 0, 0];
        lists.forEach((list, at) => {
          heads[list] = log.append(heads[list] as number, at % 10);
        });
        for (const [list, head] of heads.entries()) {
          const written = lists.flatMap((other, at) => (other === list ? [at] : []));
          const reached = written.filter((at) => at >= lists.length - LENGTH).map((at) => at % 10);
          expect(read(log, head)).toEqual(reached.reverse());
        }
      }),
    );
  });

  it('passes by postings whose note left', () => {
    const { log } = open();
    let head = 0;
    for (let row = 0; row < 6; row += 1) head = log.append(head, row);
    expect(read(log, head, (row) => row % 2 === 0)).toEqual([4, 2, 0]);
  });

  it('goes on when its numbers come round', () => {
    const { log, columns } = open();
    columns.notePostingsWritten[0] = 0xfffffffe;
    const first = log.append(0, 1);
    expect(read(log, log.append(first, 2))).toEqual([2, 1]);
  });
});

describe('openTopicLists', () => {
  it('keeps heads apart, and lets the quietest list go where there is no room', () => {
    const { log, columns } = open();
    const lists = openTopicLists(columns, log);
    for (let language = 0; language < 8; language += 1) lists.setHead(0, language, log.append(0, language));
    expect(lists.headOf(0, 3)).toBe(4);
    expect(lists.headOf(1, 3)).toBe(0);
    for (let language = 0; language < 9; language += 1) lists.setHead(1, language, log.append(0, language));
    expect(read(log, lists.headOf(1, 8))).toEqual([8]);
    const lost = Array.from({ length: 8 }, (_, language) => lists.headOf(0, language)).filter((head) => head === 0);
    expect(lost.length).toBeGreaterThan(0);
  });
});

/** Ten notes, room for thirty postings and for eight lists. */
function open() {
  const columns = openColumns(noteStoreColumns, { notes: 10, authors: 1, topics: 1 });
  return { columns, log: openPostingLog(columns) };
}

function read(
  log: ReturnType<typeof openPostingLog>,
  head: number,
  belongs: (row: number) => boolean = () => true,
): number[] {
  const out = new Uint32Array(LENGTH);
  return [...out.subarray(0, log.read(head, belongs, out, 0, LENGTH))];
}
