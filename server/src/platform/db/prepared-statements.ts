import type { PoolClient } from 'pg';

/** The same text this often is worth a plan of its own on every connection. */
const recursAfter = 5;
const mostStatements = 500;
const mostTextsWatched = 5_000;

/** Names for statements that recur; undefined for the rest, such as lists of ids of every length. */
export type StatementNames = (text: string) => string | undefined;

export function createStatementNames(): StatementNames {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= mostStatements) return name;
    const times = (seen.get(text) ?? 0) + 1;
    if (seen.size >= mostTextsWatched) seen.clear();
    seen.set(text, times);
    if (times < recursAfter) return undefined;
    seen.delete(text);
    names.set(text, `s${names.size}`);
    return names.get(text);
  };
}

/**
 * Lets PostgreSQL keep the plans of recurring statements with parameters: planning the longer ones costs more than running
 * them. A connection forgets its statements when it ends; nothing else knows their names.
 */
export function prepareRecurring(client: PoolClient, nameOf: StatementNames): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown;
  const prepared = (text: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest);
  };
  client.query = prepared as typeof client.query;
}
