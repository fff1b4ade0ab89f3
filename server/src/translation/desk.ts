import { type GlossNote, type TextAddress, type TranslationView, textFields } from '@teahouse/contract';
import type { MemberReader } from '../members/index.ts';
import { createBreather } from '../platform/breather.ts';
import type { Deps } from '../platform/deps.ts';
import { logInjection } from './injections/log-injection.ts';
import type { TranslationPipeline } from './pipeline/create-translator.ts';
import type { ReadingCounter } from './readers/reading-counter.ts';
import { type KeepParts, keepTranslation } from './store/keep-translation.ts';
import { sourceHash } from './store/source-hash.ts';
import { keyOf } from './store/translation-store.ts';
import type { TranslationRow } from './store/translations.sql.ts';
import type { SourceText } from './texts/source-text.ts';
import type { TextReader, TextViewer } from './texts/text-reader.ts';
import { authorsView, type Dressing, madeView, plainView, storedView } from './translation-view.ts';
import type { TextToTranslate, TranslatedText, Urgency } from './translator.ts';
import { selectVerdicts } from './verdicts/verdicts.sql.ts';

export interface Reading {
  viewer: TextViewer;
  /** Member or visitor id, or the address of who has none: whose turn it is, and who has read what in translation. */
  viewerKey: string;
  viewerIsKnown: boolean;
  to: string;
  texts: readonly TextAddress[];
  urgency: Urgency;
}

/** A text as it can be shown now, and how to wait for what is still being made. */
export interface Asked {
  view: TranslationView;
  /** Absent when there is nothing to wait for. Rejects only when the signal aborts. */
  coming?: (signal: AbortSignal, onQuick: (quick: TranslationView) => void) => Promise<TranslationView>;
  /** Instead of waiting: has it made for whoever asks next, once, however many ask and leave. */
  makeOn?: () => void;
}

export interface DeskParts extends KeepParts {
  /** What is being stored at the moment: a thousand readers who wait for one text store it once. */
  keeping: Map<string, Promise<'shown' | 'held'>>;
  /** What is being made for whoever asks next. */
  makingOn: Set<string>;
  texts: TextReader;
  translator: Pick<TranslationPipeline, 'findSettled' | 'translate' | 'tell'>;
  members: Pick<MemberReader, 'summaries'>;
  readers: ReadingCounter;
  /** Ids of engines by the names readers see. */
  engineIds: ReadonlyMap<string, string>;
  /** Footnotes of a text for readers of a language; from memory. */
  findGlosses: (text: string, to: string) => GlossNote[];
  /** Single words that are known when no engine serves a pair. */
  helpWithWords: (text: string, from: string, to: string) => { word: string; rendering: string }[];
}

/** Where readers ask for texts in their language: what is written by people or stored is handed out, the rest is made. */
export interface Desk {
  ask(reading: Reading): Promise<Asked[]>;
}

/** A text that came out in part is tried again after this time. */
const partialMilliseconds = 600_000;

export function createDesk(deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events' | 'log'>, parts: DeskParts): Desk {
  return {
    async ask(reading) {
      const sources = await parts.texts.read(reading.texts, reading.viewer);
      const rows = await parts.store.find([...sources.values()].map((source) => keyFor(source, reading.to)));
      const dress = await dressingFor(deps, parts, reading, rows);
      const open: { source: SourceText; place: number }[] = [];
      const asked: (Asked | undefined)[] = [];
      const breathe = createBreather();
      for (const [place, address] of reading.texts.entries()) {
        const source = sources.get(address);
        if (!source) continue;
        const view = atHand(deps, parts, source, reading.to, rows.get(keyOf(keyFor(source, reading.to))), dress);
        if (view) asked[place] = { view };
        else open.push({ source, place });
        await breathe();
      }
      await fillIn(deps, parts, reading, dress, open, asked);
      const found = asked.flatMap((one) => one ?? []);
      for (const { view } of found) countReading(parts, reading, sources.get(view.of as TextAddress), view);
      return found;
    },
  };
}

/** What needs no engine: the author's own words, a stored translation, or nothing to translate. */
function atHand(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events' | 'log'>,
  parts: DeskParts,
  source: SourceText,
  to: string,
  row: TranslationRow | undefined,
  dress: Dressing,
): TranslationView | undefined {
  const version = source.versions.get(to);
  if (version && version.text !== '') return authorsView(source, to, version, dress);
  if (source.languages?.length === 0) return plainView(source, to, 'no-letters', dress);
  if (source.languages?.every((language) => language === to)) return plainView(source, to, 'same-language', dress);
  if (source.isLocked && row?.origin !== 'member') return plainView(source, to, 'locked', dress);
  if (!row || row.source_hash !== sourceHash(source.text)) return undefined;
  if (row.standing === 'held' || row.standing === 'withheld') return plainView(source, to, 'held', dress);
  const isUnchecked = row.standing === 'shown' && row.rules_version !== parts.rules.version;
  if (isUnchecked && parts.rules.check(row.text, to).length > 0)
    // What a machine made is judged by the new rules when it is made again; a person's words wait for them to be read.
    return row.origin === 'member' ? plainView(source, to, 'held', dress) : undefined;
  if (row.state === 'partial' && deps.clock.now() - row.made_at.getTime() > partialMilliseconds) return undefined;
  parts.translator.tell({
    outcome: 'cached',
    from: row.source_languages[0] ?? 'und',
    to,
    engine: parts.engineIds.get(row.engine ?? '') ?? row.origin,
  });
  return storedView(source, row, dress);
}

async function fillIn(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events' | 'log'>,
  parts: DeskParts,
  reading: Reading,
  dress: Dressing,
  open: readonly { source: SourceText; place: number }[],
  asked: (Asked | undefined)[],
): Promise<void> {
  if (open.length === 0) return;
  const jobs = open.map(({ source }) => jobFor(source, reading));
  const known = await parts.translator.findSettled(jobs);
  await Promise.all(
    open.map(async ({ source, place }, index) => {
      const made = known[index];
      const job = jobs[index] as TextToTranslate;
      const finish = (text: TranslatedText) => finished(deps, parts, source, reading.to, text, dress);
      const finishLater = (text: TranslatedText) => ifStillThere(parts, reading, source, text, finish, dress);
      asked[place] = made
        ? { view: await finish(made) }
        : waitFor(deps, parts, reading, source, job, finishLater, dress);
    }),
  );
}

function waitFor(
  deps: Pick<Deps, 'log'>,
  parts: DeskParts,
  reading: Reading,
  source: SourceText,
  job: TextToTranslate,
  finish: (made: TranslatedText) => Promise<TranslationView>,
  dress: Dressing,
): Asked {
  return {
    view: plainView(source, reading.to, 'pending', dress),
    makeOn: () => makeOnce(deps, parts, source, job, finish),
    async coming(signal, onQuick) {
      let shown: Promise<void> | undefined;
      const showQuick = async (made: TranslatedText) => onQuick({ ...(await finish(made)), isImproving: true });
      const quick = (made: TranslatedText) => {
        shown = showQuick(made).catch(() => {});
      };
      const made = await parts.translator.translate(job, { signal, onQuick: quick });
      // The quick text is stored first, or it would take the better one's place.
      await shown;
      const view = await finish(made);
      countReading(parts, reading, source, view);
      return view;
    },
  };
}

/** A thousand pages that came and went leave one that waits, which stores what is made. */
function makeOnce(
  { log }: Pick<Deps, 'log'>,
  { makingOn, translator }: DeskParts,
  source: SourceText,
  job: TextToTranslate,
  finish: (made: TranslatedText) => Promise<TranslationView>,
): void {
  const key = JSON.stringify([keyOf(keyFor(source, job.to)), source.text, job.urgency]);
  if (makingOn.has(key)) return;
  makingOn.add(key);
  translator
    .translate(job)
    .then(finish)
    .catch((error) => log.warn({ err: error, of: source.address }, 'translation failed'))
    .finally(() => makingOn.delete(key));
}

/** Engines take their time: what was withdrawn, rewritten or locked meanwhile is not kept, nor shown to who may not read it now. */
async function ifStillThere(
  parts: DeskParts,
  { viewer, to }: Reading,
  source: SourceText,
  made: TranslatedText,
  finish: (made: TranslatedText) => Promise<TranslationView>,
  dress: Dressing,
): Promise<TranslationView> {
  const now = (await parts.texts.read([source.address], viewer)).get(source.address);
  if (now?.isLocked) return plainView(source, to, 'locked', dress);
  if (now?.text !== source.text) return plainView(source, to, 'failed', dress);
  return finish(made);
}

/** Stored, checked by the rules of its language, and dressed for the reader. Private texts are neither kept nor moderated. */
async function finished(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events' | 'log'>,
  parts: DeskParts,
  source: SourceText,
  to: string,
  made: TranslatedText,
  dress: Dressing,
): Promise<TranslationView> {
  if (made.injection && !isPrivate(source)) await logInjection(deps, source, to, made.injection);
  if (made.state === 'engine-off') {
    const words = parts.helpWithWords(source.text, source.languages?.[0] ?? 'und', to);
    return { ...plainView(source, to, words.length > 0 ? 'word-help' : 'engine-off', dress), words };
  }
  if (made.text === undefined) return plainView(source, to, made.state, dress);
  if (isPrivate(source)) return madeView(source, to, made, deps.clock.now(), dress);
  const standing = await keepOnce(deps, parts, source, to, made);
  return standing === 'held'
    ? plainView(source, to, 'held', dress)
    : madeView(source, to, made, deps.clock.now(), dress);
}

function keepOnce(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events' | 'log'>,
  parts: DeskParts,
  source: SourceText,
  to: string,
  made: TranslatedText,
): Promise<'shown' | 'held'> {
  const key = JSON.stringify([keyOf(keyFor(source, to)), source.text, made.text]);
  const present = parts.keeping.get(key);
  if (present) return present;
  const kept = keepTranslation(deps, parts, source, to, made).finally(() => parts.keeping.delete(key));
  parts.keeping.set(key, kept);
  return kept;
}

function jobFor(source: SourceText, { to, urgency, viewerKey }: Reading): TextToTranslate {
  return {
    text: source.text,
    to,
    priors: [...(source.languages ?? []), ...source.priors],
    context: source.context,
    space: isPrivate(source) ? source.place.ids[0] : undefined,
    urgency,
    askedBy: viewerKey,
  };
}

function isPrivate({ place }: SourceText): boolean {
  return textFields[place.field].audience === 'private';
}

function keyFor({ address, place }: SourceText, language: string) {
  return { homeId: place.ids[0], address, language };
}

async function dressingFor(
  { db }: Pick<Deps, 'db'>,
  parts: DeskParts,
  { viewer, to }: Reading,
  rows: ReadonlyMap<string, TranslationRow>,
): Promise<Dressing> {
  const judged = viewer ? [...rows.values()].filter((row) => row.good + row.wrong > 0) : [];
  const writers = [...rows.values()].flatMap((row) => row.by_member ?? []);
  const [verdicts, people] = await Promise.all([
    viewer && judged.length > 0 ? selectVerdicts(db, viewer.memberId, judged) : [],
    writers.length > 0 ? parts.members.summaries(writers) : new Map(),
  ]);
  const mine = new Map(verdicts.map((row) => [row.address, row.verdict]));
  return {
    glosses: (source) => parts.findGlosses(source.text, to),
    mine: (address) => mine.get(address),
    person: (id) => {
      const view = people.get(id)?.view;
      return view && { handle: view.handle, name: view.name };
    },
  };
}

/** Authors do not count among the readers of their notes. */
function countReading(
  { readers }: DeskParts,
  { urgency, viewerIsKnown, viewerKey, to }: Reading,
  source: SourceText | undefined,
  { state }: TranslationView,
): void {
  if (!source?.isNoteItself || source.authorId === viewerKey) return;
  const isRead = urgency === 'now' && viewerIsKnown && (state === 'ok' || state === 'partial');
  if (isRead) readers.count(source.place.ids[0], viewerKey, to);
}
