import type { Columns } from '../memory/columns.ts';
import { TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import { type Act, type Control, heads, type MemberFact, memberGroups } from '../traffic/facts.ts';
import { BEFORE_RESTORING, DAY_SECONDS, openInterestDays, type RememberedNotes } from './interest-days.ts';
import { openInterests } from './interests.ts';
import { languageMark } from './language-mark.ts';
import { memberColumns, NAMED_CATEGORIES, READ_LANGUAGES, SPARED_THINGS, TOPIC_INTENSITIES } from './member-columns.ts';
import { type MemberControls, openMemberControls } from './member-controls.ts';
import { forgetLearnt, openMemberTable } from './member-table.ts';
import { type OwnedRows, openOwnedRows } from './owned-rows.ts';
import { openRecentNotes, type RecentNotes } from './recent-notes.ts';
import { openSearchIntents, type SearchIntents } from './search-intents.ts';
import { openSeenNotes, type SeenNotes } from './seen-notes.ts';
import { openTastes, type TasteNotes, type Tastes } from './tastes.ts';

/** Codes of the note store's dictionaries; 0 for what no note has yet. */
export interface MemberCodes {
  category(name: string): number;
  country(code: string): number;
}

/** What the engine knows of those who read. */
export interface Members {
  readonly columns: Columns<typeof memberColumns>;
  readonly count: number;
  readonly seen: SeenNotes;
  readonly tastes: Tastes;
  readonly recent: RecentNotes;
  readonly controls: MemberControls;
  readonly intents: SearchIntents;
  /** @returns row, or -1; safe beside a writer */
  find(viewer: string): number;
  /** The viewer's row, its decaying numbers brought to that time. */
  touch(viewer: string, seconds: number): number;
  join(fact: MemberFact, seconds: number, codes: MemberCodes): number;
  /** What a viewer did with a note shapes interests, tastes and the ring. */
  engage(member: number, note: number, act: Act): void;
  control(member: number, control: Control, seconds: number): void;
  /** What was made of the member before is stale. */
  change(member: number): void;
  remove(viewer: string): void;
  /** After a move into a larger memory. */
  rebuild(): void;
}

/**
 * How much an act says of an interest, against a like (research §4.3 weighs acts for a page; here opening counts less and
 * staying counts more, since eight of ten acts are openings). Unsaid acts say nothing.
 */
const interestOf: Readonly<Partial<Record<Act, number>>> = {
  open: 0.3,
  long: 0.7,
  like: 1,
  collect: 1.5,
  comment: 1,
  share: 1.5,
  follow: 1.5,
};
/** What is hidden or reported takes half of what was learnt of its interest. */
const WEAKENED = 0.5;

export interface MemberNotes extends RememberedNotes, TasteNotes {
  /** Grows when a row gets another note. */
  generationOf(note: number): number;
}

export function openMembers(columns: Columns<typeof memberColumns>, notes: MemberNotes): Members {
  const controlRows = openControlRows(columns);
  const dayRows = openDayRows(columns);
  const table = openMemberTable(columns, (member) => {
    controlRows.leave(member);
    dayRows.leave(member);
  });
  const interests = openInterests(columns, notes);
  const tastes = openTastes(columns, notes, TOPICS_PER_NOTE);
  const recent = openRecentNotes(columns, (note) => notes.generationOf(note));
  const controls = openMemberControls(columns, controlRows);
  const intents = openSearchIntents(columns, controlRows);
  const days = openInterestDays(columns, dayRows, notes, interests);

  function touch(viewer: string, seconds: number): number {
    const member = table.touch(viewer, seconds);
    const day = Math.floor((columns.memberTasteAt[member] ?? 0) / DAY_SECONDS);
    if (columns.memberGroup[member] !== 0 && Math.floor(seconds / DAY_SECONDS) > day) days.keep(member, day);
    tastes.decay(member, seconds);
    return member;
  }

  function restore(member: number, day: string): void {
    const number =
      day === 'before' ? BEFORE_RESTORING : Math.floor(Date.parse(`${day}T00:00:00Z`) / (DAY_SECONDS * 1000));
    if (!Number.isFinite(number)) return;
    const restored: { note: number; strength: number }[] = [];
    if (!days.restore(member, number, (note, strength) => restored.push({ note, strength }))) return;
    tastes.forgetTopics(member);
    for (const { note, strength } of restored) tastes.learnTopics(member, note, strength);
  }

  /** Last of a change: who read the number before it has read nothing newer. */
  function change(member: number): void {
    columns.memberVersion[member] = (columns.memberVersion[member] ?? 0) + 1;
  }

  return {
    columns,
    change,
    get count() {
      return table.count;
    },
    seen: openSeenNotes(columns),
    tastes,
    recent,
    controls,
    intents,
    find: table.find,
    touch,
    join(fact, seconds, codes) {
      const member = touch(fact.member, seconds);
      columns.memberGroup[member] = Math.max(0, memberGroups.indexOf(fact.group)) + 1;
      columns.memberJoined[member] = Math.max(0, Math.min(0xffff_ffff, Math.floor(fact.joinedAt / 1000) || 0));
      columns.memberCountry[member] = fact.country === undefined ? 0 : codes.country(fact.country);
      writeCodes(columns.memberReads, member, READ_LANGUAGES, fact.languages, languageMark);
      writeCodes(columns.memberCategories, member, NAMED_CATEGORIES, fact.interests, codes.category);
      change(member);
      return member;
    },
    engage(member, note, act) {
      const weight = interestOf[act];
      if (weight !== undefined) {
        interests.learn(member, note, weight);
        tastes.learn(member, note, weight);
        recent.add(member, note, heads.indexOf(act as (typeof heads)[number]));
      } else if (act === 'hide' || act === 'report') {
        interests.weaken(member, note, WEAKENED);
        tastes.weaken(member, note, WEAKENED);
      }
      change(member);
    },
    control(member, control, seconds) {
      if (control.kind === 'restore') restore(member, control.day);
      else if (control.kind === 'forget-search') intents.forget(member);
      else if (control.kind === 'reset') {
        forgetLearnt(columns, member);
        controlRows.leave(member);
        dayRows.leave(member);
      } else controls.apply(member, control, seconds);
      change(member);
    },
    remove: table.remove,
    rebuild: table.rebuild,
  };
}

function writeCodes(
  codes: Uint8Array | Uint16Array,
  member: number,
  most: number,
  names: readonly string[],
  codeOf: (name: string) => number,
): void {
  for (let index = 0; index < most; index += 1) {
    const name = names[index];
    codes[member * most + index] = name === undefined ? 0 : codeOf(name);
  }
}

/** A row whose member has said something of their feed is worth more than one that only holds a search. */
function openControlRows(columns: Columns<typeof memberColumns>): OwnedRows {
  const { memberControlRow, controlOwner, memberState, memberActive, controlSpareKind, controlTopic } = columns;
  const saidWorth = 2 ** 32;
  function hasWord(row: number): boolean {
    if (columns.controlForeign[row] !== 0) return true;
    if (columns.controlIntensity[row * 2] !== 0 || columns.controlIntensity[row * 2 + 1] !== 0) return true;
    return holdsAny(controlSpareKind, row, SPARED_THINGS) || holdsAny(controlTopic, row, TOPIC_INTENSITIES);
  }
  return openOwnedRows(
    { rows: memberControlRow, owners: controlOwner, state: memberState, hand: 2 },
    (row, member) => (memberActive[member] ?? 0) + (hasWord(row) ? saidWorth : 0),
    (row) => clearRow(columns, 'memberControls', row),
  );
}

function openDayRows(columns: Columns<typeof memberColumns>): OwnedRows {
  return openOwnedRows(
    { rows: columns.memberDayRow, owners: columns.dayOwner, state: columns.memberState, hand: 3 },
    (_row, member) => columns.memberActive[member] ?? 0,
    (row) => clearRow(columns, 'memberDays', row),
  );
}

function clearRow(columns: Columns<typeof memberColumns>, table: string, row: number): void {
  for (const [name, { rows, per }] of Object.entries(memberColumns)) {
    if (rows === table) columns[name as keyof typeof memberColumns].fill(0, row * per, (row + 1) * per);
  }
}

function holdsAny(values: Uint8Array | Uint32Array, row: number, per: number): boolean {
  for (let at = row * per; at < (row + 1) * per; at += 1) if (values[at] !== 0) return true;
  return false;
}
