import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A member whose next item is to be foretold; items are numbered from 0. */
export interface Case {
  member: number;
  history: Uint32Array;
  target: number;
  /** Items that this member knows, now or later: never negatives. */
  known: Uint32Array;
  /** False where the file lacks the item right before the target. */
  isWhole: boolean;
}

export interface Movielens1m {
  items: number;
  /** What models learn from when the validation is foretold, and when the test is. */
  validation: { training: Uint32Array[]; cases: Case[] };
  test: { training: Uint32Array[]; cases: Case[] };
}

export const ml1mFiles = ['train_input.txt', 'val_input.txt', 'val_output.txt', 'test_output.txt'];

/**
 * The sequences of the gSASRec repository. Of 512 members everything is there: their training part, one item more in `val_input`,
 * the item to validate with, the item to test with. Of the others the file lacks the item before the last.
 */
export async function readMl1m(folder: string): Promise<Movielens1m> {
  const [training, prefixes, validation, test] = (await Promise.all(
    ml1mFiles.map((file) => readSequences(join(folder, file))),
  )) as [Uint32Array[], Uint32Array[], Uint32Array[], Uint32Array[]];
  const members = matchMembers(training, prefixes);
  const knownTo = (member: number, whole = training[member] as Uint32Array) =>
    Uint32Array.from(new Set([...whole, ...(test[member] as Uint32Array)]));

  const full = [...training];
  const validationCases = prefixes.map((history, index): Case => {
    const member = members[index] as number;
    const target = validation[index]?.[0] as number;
    full[member] = Uint32Array.from([...history, target]);
    return { member, history, target, known: knownTo(member, full[member]), isWhole: true };
  });
  const whole = new Set(members);
  const testCases = full.map((history, member): Case => {
    const target = test[member]?.[0] as number;
    return { member, history, target, known: knownTo(member, history), isWhole: whole.has(member) };
  });
  return {
    items: 1 + [...full, ...test].reduce((most, sequence) => sequence.reduce((a, b) => Math.max(a, b), most), 0),
    validation: { training, cases: validationCases },
    test: { training: full, cases: testCases },
  };
}

// A line a member; the file's numbers begin with 1.
async function readSequences(file: string): Promise<Uint32Array[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Uint32Array.from(line.trim().split(' '), (number) => Number(number) - 1));
}

// The validation files name nobody: a member is known by how the sequence begins.
function matchMembers(training: Uint32Array[], prefixes: Uint32Array[]): number[] {
  const byStart = new Map(training.map((sequence, member) => [sequence.subarray(0, 10).join(' '), member]));
  return prefixes.map((prefix) => {
    const member = byStart.get(prefix.subarray(0, 10).join(' '));
    if (member === undefined) throw new Error('a validation sequence belongs to no member');
    return member;
  });
}
