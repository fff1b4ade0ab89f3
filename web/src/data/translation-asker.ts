import type { TranslationView } from '@teahouse/contract';

/** A text as it reads now: a translation of what stood there before is none. */
export interface WantedText {
  address: string;
  source: string;
}

export type Urgency = 'now' | 'next';

interface Request {
  to: string;
  texts: string[];
  urgency: Urgency;
}

/** How the house is asked. */
export interface TranslationLine {
  /** Each text when it is ready; settles when the house has said all, rejects when it broke off before. */
  stream(request: Request, signal: AbortSignal, onView: (view: TranslationView) => void): Promise<void>;
  request(request: Request, signal: AbortSignal): Promise<TranslationView[]>;
}

/** Where translations are kept. */
export interface TranslationShelf {
  find(text: WantedText, to: string): TranslationView | undefined;
  keep(text: WantedText, to: string, view: TranslationView): void;
}

interface AskerParts {
  line: TranslationLine;
  shelf: TranslationShelf;
  /** Runs what the wishes of one frame have come to. */
  afterFrame: (run: () => void) => void;
  /** How long to wait after a failure; undefined to give up. */
  pauseAfter: (failures: number, error: unknown) => number | undefined;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface Asker {
  /** Asks for a text as long as somebody wants it; answers with what takes the wish back. */
  want(text: WantedText, to: string, urgency: Urgency): () => void;
}

interface Want {
  text: WantedText;
  to: string;
  urgency: Urgency;
  wishes: number;
  batch?: Batch | undefined;
}

interface Batch {
  wants: Set<Want>;
  left: AbortController;
}

/** As many as the contract takes in one request. */
const largestBatch = 60;

/**
 * Gathers the wishes of one frame into one request, hangs up when nobody waits any more, and after a broken answer asks for
 * what is missing only: by stream, then in one answer, and so on.
 */
export function createAsker({ line, shelf, afterFrame, pauseAfter, pause }: AskerParts): Asker {
  const wants = new Map<string, Want>();
  const waiting = new Set<Want>();
  let isScheduled = false;

  return {
    want(text, to, urgency) {
      const want = wantFor(text, to, urgency);
      want.wishes += 1;
      const isHurried = urgency === 'now' && want.urgency === 'next';
      if (isHurried) want.urgency = 'now';
      if (isHurried || !want.batch) waiting.add(want);
      schedule();
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        want.wishes -= 1;
        schedule();
      };
    },
  };

  function wantFor(text: WantedText, to: string, urgency: Urgency): Want {
    const key = keyOf(text, to);
    const want = wants.get(key) ?? { text, to, urgency, wishes: 0 };
    wants.set(key, want);
    return want;
  }

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    afterFrame(() => {
      isScheduled = false;
      dropUnwanted();
      for (const batch of batchesOf(waiting)) void serve(batch);
      waiting.clear();
    });
  }

  function dropUnwanted(): void {
    for (const [key, want] of wants) {
      if (want.wishes > 0) continue;
      wants.delete(key);
      waiting.delete(want);
      leave(want);
    }
  }

  async function serve(batch: Batch): Promise<void> {
    const { signal } = batch.left;
    for (let failures = 0; missing(batch).length > 0; ) {
      const error = await attempt(batch, failures % 2 === 0).then(
        () => undefined,
        (reason: unknown) => reason ?? new Error('The house did not answer'),
      );
      if (signal.aborted) return;
      if (error === undefined && failures % 2 === 0) break;
      failures += 1;
      const milliseconds = pauseAfter(failures, error);
      if (milliseconds === undefined) break;
      if (missing(batch).length > 0) await pause(milliseconds, signal);
      if (signal.aborted) return;
    }
    giveUp(batch);
  }

  async function attempt(batch: Batch, isStreamed: boolean): Promise<void> {
    const asked = new Map(missing(batch).map((want) => [want.text.address, want]));
    const [first] = asked.values();
    if (!first) return;
    const request = { to: first.to, texts: [...asked.keys()], urgency: first.urgency };
    const keep = (view: TranslationView) => {
      const want = asked.get(view.of);
      if (want) keepView(want, view);
    };
    if (isStreamed) await line.stream(request, batch.left.signal, keep);
    else for (const view of await line.request(request, batch.left.signal)) keep(view);
  }

  /** What can be read already is not taken away by the news that something better is pending. */
  function keepView({ text, to }: Want, view: TranslationView): void {
    const known = shelf.find(text, to);
    const isStepBack = known?.text !== undefined && (view.state === 'pending' || view.state === 'failed');
    if (!isStepBack) shelf.keep(text, to, view);
  }

  function missing(batch: Batch): Want[] {
    return [...batch.wants].filter(({ text, to }) => !isSettled(shelf.find(text, to)));
  }

  /** Nothing stays "on its way" for ever: what can be read is final, the rest has failed and may be tried again. */
  function giveUp(batch: Batch): void {
    for (const want of missing(batch)) {
      const known = shelf.find(want.text, want.to);
      const isReadable = known?.text !== undefined;
      shelf.keep(want.text, want.to, isReadable ? { ...known, isImproving: false } : failedView(want));
    }
    for (const want of batch.wants) leave(want);
  }
}

/** Whether there is nothing more to wait for. */
export function isSettled(view: TranslationView | undefined): boolean {
  return view !== undefined && view.state !== 'pending' && !view.isImproving;
}

/** A text that was edited is another wish: the answer to the old one must not be laid under the new words. */
function keyOf({ address, source }: WantedText, to: string): string {
  return `${to} ${address} ${source}`;
}

function batchesOf(waiting: ReadonlySet<Want>): Batch[] {
  const groups = Map.groupBy(waiting, ({ to, urgency }) => `${urgency} ${to}`);
  return [...groups.values()].flatMap((group) => {
    const batches = Math.ceil(group.length / largestBatch);
    return Array.from({ length: batches }, (_, index) =>
      newBatch(group.slice(index * largestBatch, (index + 1) * largestBatch)),
    );
  });
}

function newBatch(wants: readonly Want[]): Batch {
  const batch: Batch = { wants: new Set(wants), left: new AbortController() };
  for (const want of wants) {
    leave(want);
    want.batch = batch;
  }
  return batch;
}

/** The last one to leave hangs up. */
function leave(want: Want): void {
  const { batch } = want;
  want.batch = undefined;
  if (batch?.wants.delete(want) && batch.wants.size === 0) batch.left.abort();
}

function failedView({ text, to }: Want): TranslationView {
  return {
    of: text.address,
    to,
    state: 'failed',
    from: [],
    isImproving: false,
    isOutdated: false,
    glosses: [],
    words: [],
    feedback: { good: 0, wrong: 0 },
  };
}
