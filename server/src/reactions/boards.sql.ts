import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';

export interface BoardRow {
  id: string;
  member_id: string;
  name: string;
  is_open: boolean;
  is_default: boolean;
  updated_at: Date;
  notes: number;
  /** A few more than are shown, newest first: some may be hidden from the reader. */
  newest: string[];
}

const newestRead = 6;

const boardColumns = sql`board.id, board.member_id, board.name, board.is_open, board.is_default, board.updated_at,
  (select count(*) from collect where collect.board_id = board.id) as notes,
  array(select note_id from collect where collect.board_id = board.id order by at desc, note_id desc limit ${newestRead}) as newest`;

/** The default board first, then the last changed. */
export async function selectBoards(db: Queryable, memberId: string): Promise<BoardRow[]> {
  const { rows } = await sql<BoardRow>`
    select ${boardColumns} from board where member_id = ${memberId} order by is_default desc, updated_at desc, id desc`.execute(
    db,
  );
  return rows;
}

export async function selectBoard(db: Queryable, boardId: string): Promise<BoardRow | undefined> {
  const { rows } = await sql<BoardRow>`select ${boardColumns} from board where id = ${boardId}`.execute(db);
  return rows[0];
}

export interface NewBoard {
  id: string;
  memberId: string;
  name: string;
  isOpen: boolean;
  at: Date;
}

/** Boards of one member are made one after the other, so that the bound holds. */
export async function lockBoards(tx: Tx, memberId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`board ${memberId}`}, 0))`.execute(tx);
}

export async function countBoards(tx: Tx, memberId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('board')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertBoard(tx: Tx, { id, memberId, name, isOpen, at }: NewBoard): Promise<void> {
  await tx
    .insertInto('board')
    .values({ id, member_id: memberId, name, is_open: isOpen, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Sign-up makes the default board; one that is missing is made when it is first needed. Its name is shown translated. */
export async function insertDefaultBoard(db: Queryable, memberId: string, id: string, at: Date): Promise<void> {
  await db
    .insertInto('board')
    .values({ id, member_id: memberId, name: 'Collected', is_default: true, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function updateBoardRow(
  db: Queryable,
  memberId: string,
  id: string,
  change: { name?: string | undefined; is_open?: boolean | undefined; updated_at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('board')
    .set(change)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function deleteBoardRow(tx: Tx, memberId: string, id: string): Promise<unknown> {
  return tx.deleteFrom('board').where('member_id', '=', memberId).where('id', '=', id).execute();
}

/** For a change: nobody collects into the board meanwhile. */
export function selectOwnBoardForUpdate(tx: Tx, memberId: string, id: string) {
  return tx
    .selectFrom('board')
    .select(['id', 'is_default'])
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
