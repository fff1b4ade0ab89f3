import { parseTextAddress, type TextAddress, type TextField, type TextPlace } from '@teahouse/contract';
import type { Queryable } from '../../platform/db/database.ts';
import type { SourceText } from './source-text.ts';
import {
  type CommentTextRow,
  type NoteTextRow,
  selectBios,
  selectBoardNames,
  selectCommentTexts,
  selectDecisionTexts,
  selectGlossRemarks,
  selectGlossSenses,
  selectNoteTexts,
  selectReportTexts,
} from './texts.sql.ts';

interface Wanted {
  address: TextAddress;
  place: TextPlace;
}

type Found = Omit<SourceText, 'address' | 'place'>;
type Load = (db: Queryable, wanted: readonly Wanted[]) => Promise<(place: TextPlace) => Found | undefined>;

/** Texts by address: one query for each table they stand in. What is deleted or empty is not there. */
export async function loadTexts(db: Queryable, addresses: readonly string[]): Promise<Map<string, SourceText>> {
  const wanted = addresses.flatMap((address) => {
    const place = parseTextAddress(address);
    return place ? [{ address: address as TextAddress, place }] : [];
  });
  const groups = [...Map.groupBy(wanted, ({ place }) => loaders[place.field])];
  const loaded = await Promise.all(groups.map(async ([load, group]) => [group, await load(db, group)] as const));
  return new Map(
    loaded.flatMap(([group, find]) =>
      group.flatMap(({ address, place }) => {
        const found = find(place);
        return found && found.text !== '' ? [[address, { ...found, address, place }] as const] : [];
      }),
    ),
  );
}

const plain = {
  priors: [],
  authorId: undefined,
  compliance: 'allowed',
  context: undefined,
  isNoteItself: false,
  isLocked: false,
  versions: new Map(),
} satisfies Partial<Found>;

const loadNotes: Load = async (db, wanted) => {
  const rows = await byId(selectNoteTexts(db, firstIds(wanted)));
  return ({ field, ids }) => {
    const row = rows.get(ids[0]);
    return row && noteText(row, field, ids[1]);
  };
};

function noteText(row: NoteTextRow, field: TextField, mediaId: string | undefined): Found {
  const shared = {
    ...plain,
    authorId: row.author_id,
    priors: [row.language],
    isLocked: row.translation_locked,
    context: row.title,
  };
  if (field === 'note.alt') return { ...shared, ...altIn(row.alts, mediaId) };
  const isTitle = field === 'note.title';
  return {
    ...shared,
    text: isTitle ? row.title : row.text,
    languages: isTitle ? row.title_languages : row.text_languages,
    isNoteItself: !isTitle || row.text === '',
    context: isTitle ? undefined : row.title,
    versions: versionsOf(row, isTitle ? 'title' : 'text'),
  };
}

/** A note that was rewritten in another language may have a version in its own: the note itself counts. */
function versionsOf(row: NoteTextRow, part: 'title' | 'text'): SourceText['versions'] {
  const others = row.versions.filter(({ language }) => language !== row.language);
  return new Map(
    others.map((version) => [version.language, { text: version[part], isOutdated: version.for_version < row.version }]),
  );
}

const loadComments: Load = async (db, wanted) => {
  const places = wanted.map(({ place: { ids } }) => ({ noteId: ids[0], commentId: ids[1] ?? '' }));
  const rows = await byId(selectCommentTexts(db, distinct(places)));
  return ({ field, ids }) => {
    const row = rows.get(ids[1] ?? '');
    return row && commentText(row, field, ids[2]);
  };
};

function commentText(row: CommentTextRow, field: TextField, mediaId: string | undefined): Found {
  const shared = {
    ...plain,
    authorId: row.author_id,
    compliance: row.compliance,
    priors: [row.note_language],
    context: row.note_title,
  };
  if (field === 'comment.alt') return { ...shared, ...altIn(row.alts, mediaId) };
  return { ...shared, text: row.text, languages: row.languages };
}

const loadBios: Load = async (db, wanted) => {
  const rows = await byId(selectBios(db, firstIds(wanted)));
  return ({ ids }) => {
    const row = rows.get(ids[0]);
    return (
      row && { ...plain, text: row.bio, languages: row.bio_languages, priors: row.languages_read, authorId: row.id }
    );
  };
};

const loadBoards: Load = async (db, wanted) => {
  const rows = await byId(selectBoardNames(db, firstIds(wanted)));
  return ({ ids }) => {
    const row = rows.get(ids[0]);
    return row && { ...plain, text: row.name, languages: undefined, authorId: row.member_id, isOpenBoard: row.is_open };
  };
};

const loadSenses: Load = async (db, wanted) => {
  const rows = await byId(selectGlossSenses(db, firstIds(wanted)));
  return ({ ids }) => {
    const row = rows.get(ids[0]);
    return row && { ...plain, text: row.sense, languages: [row.language], ...glossOf(row) };
  };
};

const loadRemarks: Load = async (db, wanted) => {
  const places = wanted.map(({ place: { ids } }) => ({ glossId: ids[0], remarkId: ids[1] ?? '' }));
  const rows = await byId(selectGlossRemarks(db, places));
  return ({ ids }) => {
    const row = rows.get(ids[1] ?? '');
    if (row?.gloss_id !== ids[0]) return undefined;
    const { text, language, member_id } = row;
    return { ...plain, text, languages: [language], ...glossOf(row), authorId: member_id };
  };
};

/** Whose term it is, and whether it was declined: then it is theirs and the moderators' alone. */
function glossOf({ state, author_id }: { state: string; author_id: string | null }) {
  return { authorId: author_id ?? undefined, declinedTermOf: state === 'declined' ? author_id : undefined };
}

const loadDecisions: Load = async (db, wanted) => {
  const rows = await byId(selectDecisionTexts(db, firstIds(wanted)));
  const column = { 'appeal.text': 'text', 'appeal.answer': 'answer' } as const;
  return ({ field, ids }) => {
    const row = rows.get(ids[0]);
    const text = field === 'statement.explanation' ? row?.explanation : row?.[column[field as keyof typeof column]];
    return row && { ...plain, text: text ?? '', languages: undefined, authorId: row.author_id };
  };
};

const loadReports: Load = async (db, wanted) => {
  const rows = await byId(selectReportTexts(db, firstIds(wanted)));
  return ({ field, ids }) => {
    const row = rows.get(ids[0]);
    const text = field === 'report.subject' ? row?.subject.trim() : row?.detail;
    return row && { ...plain, text: text ?? '', languages: undefined, authorId: row.reporter_id ?? undefined };
  };
};

/** The translation path of every field: a field without one is a type error. */
const loaders: Record<TextField, Load> = {
  'note.title': loadNotes,
  'note.text': loadNotes,
  'note.alt': loadNotes,
  'comment.text': loadComments,
  'comment.alt': loadComments,
  'member.bio': loadBios,
  'board.name': loadBoards,
  'gloss.sense': loadSenses,
  'gloss.remark': loadRemarks,
  'statement.explanation': loadDecisions,
  'appeal.text': loadDecisions,
  'appeal.answer': loadDecisions,
  'report.detail': loadReports,
  'report.subject': loadReports,
};

function altIn(alts: readonly { id: string; alt: string }[], mediaId: string | undefined) {
  return { text: alts.find(({ id }) => id === mediaId)?.alt ?? '', languages: undefined };
}

function firstIds(wanted: readonly Wanted[]): string[] {
  return [...new Set(wanted.map(({ place }) => place.ids[0]))];
}

function distinct<T extends { commentId: string }>(places: readonly T[]): T[] {
  return [...new Map(places.map((place) => [place.commentId, place])).values()];
}

async function byId<R extends { id: string }>(rows: Promise<R[]>): Promise<Map<string, R>> {
  return new Map((await rows).map((row) => [row.id, row]));
}
