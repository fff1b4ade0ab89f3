import type { Tastes } from './feed/index.ts';
import type { Relations } from './follows/index.ts';
import type { Cursors } from './http/cursor.ts';
import type { MemberReader } from './members/index.ts';
import type { NoteReader } from './notes/index.ts';

/** The in-memory readers that features share, passed beside `deps`. */
export interface Readers {
  cursors: Cursors;
  relations: Relations;
  members: MemberReader;
  notes: NoteReader;
  tastes: Tastes;
}
