import pg from 'pg';

export interface DatabaseFault {
  readonly fault: string;
  readonly cure: string;
}

/** The server behind DATABASE_URL cannot carry Teahouse; the message lists every reason with its cure. */
export class DatabaseUnsuitable extends Error {
  override readonly name = 'DatabaseUnsuitable';
  readonly faults: readonly DatabaseFault[];

  constructor(faults: readonly DatabaseFault[], options?: ErrorOptions) {
    super(
      ['DATABASE_URL cannot be used:', ...faults.map(({ fault, cure }) => `- ${fault} ${cure}`)].join('\n'),
      options,
    );
    this.faults = faults;
  }
}

export interface DatabaseFacts {
  readonly version: number;
  readonly encoding: string;
  readonly characterType: string;
  readonly knowsChineseLetters: boolean;
  readonly mayCreate: boolean;
  readonly isReplica: boolean;
  readonly synchronousCommit: string;
}

const oldestVersion = 150_000;
const connectTimeoutMs = 10_000;

/** Connects once and checks what the rest of Teahouse takes for granted. Throws {@link DatabaseUnsuitable}. */
export async function checkExternalDatabase(databaseUrl: string): Promise<DatabaseFacts> {
  const facts = await readFacts(databaseUrl);
  const faults = findFaults(facts);
  if (faults.length > 0) throw new DatabaseUnsuitable(faults);
  return facts;
}

export function findFaults(facts: DatabaseFacts): DatabaseFault[] {
  const faults: DatabaseFault[] = [];
  if (facts.version < oldestVersion) {
    const major = Math.floor(facts.version / 10_000);
    faults.push({ fault: `It is PostgreSQL ${major}.`, cure: 'Teahouse needs PostgreSQL 15 or newer.' });
  }
  if (facts.encoding !== 'UTF8') {
    faults.push({
      fault: `Its encoding is ${facts.encoding}, which cannot hold every language.`,
      cure: "Create the database with: create database teahouse encoding 'UTF8' locale 'C.UTF-8' template template0",
    });
  } else if (!facts.knowsChineseLetters) {
    faults.push({
      fault: `Its LC_CTYPE is ${facts.characterType}, under which Chinese characters are not letters: search by similarity finds none of them.`,
      cure: "Create the database with: create database teahouse encoding 'UTF8' locale 'C.UTF-8' template template0",
    });
  }
  if (facts.isReplica) {
    faults.push({ fault: 'It is a read-only replica.', cure: 'Point DATABASE_URL at the primary.' });
  }
  if (!facts.mayCreate) {
    faults.push({
      fault: 'Its user may not create schemas and tables.',
      cure: 'Run as its owner: grant create on database teahouse to <user>',
    });
  }
  if (facts.synchronousCommit === 'off') {
    faults.push({
      fault: 'It confirms writes before they are on disk (synchronous_commit = off).',
      cure: 'Run: alter database teahouse set synchronous_commit = on',
    });
  }
  return faults;
}

async function readFacts(databaseUrl: string): Promise<DatabaseFacts> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: connectTimeoutMs });
  // A connection lost later is reported by the query that needed it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await queryFacts(client);
  } catch (cause) {
    // The address carries a password; only the driver's own words are repeated.
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new DatabaseUnsuitable(
      [{ fault: `No answer from it: ${reason}.`, cure: 'Check address, user, password and that the server runs.' }],
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function queryFacts(client: pg.Client): Promise<DatabaseFacts> {
  const { rows } = await client.query<DatabaseFacts>(`
    select current_setting('server_version_num')::int as version,
           pg_encoding_to_char(encoding) as encoding,
           datctype as "characterType",
           datctype not in ('C', 'POSIX') as "knowsChineseLetters",
           has_database_privilege(datname, 'create') as "mayCreate",
           pg_is_in_recovery() as "isReplica",
           current_setting('synchronous_commit') as "synchronousCommit"
    from pg_database
    where datname = current_database()`);
  const [facts] = rows;
  if (!facts) throw new Error('the database does not describe itself');
  return facts;
}
