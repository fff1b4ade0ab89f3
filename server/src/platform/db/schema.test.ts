import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openTeahouse } from '../../../test/harness.ts';

const schema = new URL('./schema/', import.meta.url);

/** Reads the hand-written interfaces as text: what they name must be what the migrations made. */
function declaredColumns(): Map<string, Set<string>> {
  const source = readdirSync(schema)
    .map((file) => readFileSync(new URL(file, schema), 'utf8'))
    .join('\n');
  const index = readFileSync(new URL('index.ts', schema), 'utf8');
  const interfaces = new Map(
    [...source.matchAll(/export interface (\w+) \{([^}]*)\}/g)].map(([, name, body]) => [name, columnsOf(body ?? '')]),
  );
  return new Map(
    [...index.matchAll(/^ {2}(\w+): \w+\.(\w+);/gm)].map(([, table, name]) => [
      table ?? '',
      interfaces.get(name) ?? new Set(),
    ]),
  );
}

function columnsOf(body: string): Set<string> {
  return new Set([...body.matchAll(/^ {2}(\w+): /gm)].map(([, column]) => column ?? ''));
}

it('declares exactly the tables and columns the migrations make', async () => {
  await using house = await openTeahouse();
  const { rows } = await sql<{ table_name: string; column_name: string }>`
    select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%' and not (select relispartition from pg_class where oid = c.table_name::regclass)`.execute(
    house.db,
  );
  const real = new Map<string, string[]>();
  for (const { table_name, column_name } of rows) real.set(table_name, [...(real.get(table_name) ?? []), column_name]);
  const declared = declaredColumns();
  const shape = (map: Map<string, Iterable<string>>) =>
    [...map].map(([table, columns]) => `${table}: ${[...columns].sort().join(' ')}`).sort();
  expect(shape(declared)).toEqual(shape(real));
});
