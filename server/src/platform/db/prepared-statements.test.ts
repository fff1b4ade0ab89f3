import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { createStatementNames, prepareRecurring } from './prepared-statements.ts';

test('a text gets its name when it recurs, and keeps it', () => {
  const nameOf = createStatementNames();
  const names = Array.from({ length: 7 }, () => nameOf('select $1'));
  expect(names).toEqual([undefined, undefined, undefined, undefined, 's0', 's0', 's0']);
});

test('there are only so many names', () => {
  const nameOf = createStatementNames();
  const texts = Array.from({ length: 600 }, (_, index) => `select $1, ${index}`);
  const named = texts.map((text) => Array.from({ length: 5 }, () => nameOf(text)).at(-1)).filter(Boolean);
  expect(new Set(named).size).toBe(500);
});

test('a recurring statement is prepared once on its connection and answers as before', async () => {
  const pool = new pg.Pool({ ...inject('postgres'), max: 1 });
  const nameOf = createStatementNames();
  pool.on('connect', (client) => prepareRecurring(client, nameOf));
  for (let number = 0; number < 8; number += 1) {
    const { rows } = await pool.query('select $1::int + 1 as next', [number]);
    expect(rows).toEqual([{ next: number + 1 }]);
  }
  const { rows } = await pool.query("select statement from pg_prepared_statements where name like 's%'");
  expect(rows).toEqual([{ statement: 'select $1::int + 1 as next' }]);
  await expect(pool.query('select $1::int + 1 as next', ['x'])).rejects.toThrow('integer');
  await pool.end();
});
