import type { QueryClient } from '@tanstack/react-query';
import { type BodyInput, Problem, routes, type TranslationFrame } from '@teahouse/contract';
import { call, open, Unreachable } from './client.ts';
import {
  type Asker,
  createAsker,
  type TranslationLine,
  type TranslationShelf,
  type WantedText,
} from './translation-asker.ts';
import { createFrameParser } from './translation-frames.ts';
import { type KeptTranslation, translationKeys } from './translations.ts';

const frameMilliseconds = 16;
/** The house says something at least every 25 seconds; after this long without a word the line is dead. */
const deadLineMilliseconds = 40_000;
/** How long the house may hold an answer that is not streamed. */
const waitMilliseconds = 3000;
const pausesMilliseconds = [500, 1500, 4000, 10_000];
const longestPauseSeconds = 20;

export interface HouseAsker extends Asker {
  /** Asks at leisure, and in haste once the element is on the screen. */
  wantOnSight(element: Element, text: WantedText, to: string): () => void;
}

/** Asks this house and keeps what it says in the query cache. */
export function openAsker(client: QueryClient): HouseAsker {
  const asker = createAsker({
    line: houseLine,
    shelf: shelfIn(client),
    afterFrame: (run) => void setTimeout(run, frameMilliseconds),
    pauseAfter,
    pause,
  });
  return { ...asker, wantOnSight: (element, text, to) => wantOnSight(asker, element, text, to) };
}

function wantOnSight(asker: Asker, element: Element, text: WantedText, to: string): () => void {
  let release: (() => void) | undefined;
  const observer = new IntersectionObserver((entries) => {
    const isSeen = entries.some(({ isIntersecting }) => isIntersecting);
    if (release && !isSeen) return;
    const releaseLast = release;
    release = asker.want(text, to, isSeen ? 'now' : 'next');
    releaseLast?.();
    if (isSeen) observer.disconnect();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    release?.();
  };
}

type RequestBody = BodyInput<typeof routes.translations.request>;

const houseLine: TranslationLine = {
  async stream(request, signal, onView) {
    const route = routes.translations.stream;
    const { body } = await open(route, { body: request as Omit<RequestBody, 'waitMilliseconds'>, signal });
    if (!body) throw new Unreachable('no stream');
    for await (const frame of framesOf(body)) {
      if (frame.kind === 'done') return;
      onView(frame.translation);
    }
    throw new Unreachable('the stream ended early');
  },
  async request(request, signal) {
    const body = { ...(request as RequestBody), waitMilliseconds };
    return (await call(routes.translations.request, { body, signal })).items;
  },
};

async function* framesOf(body: ReadableStream<BufferSource>): AsyncGenerator<TranslationFrame> {
  const parse = createFrameParser();
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read());
      if (done) return;
      yield* parse(value);
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function inTime<T>(reading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreachable('the stream fell silent')), deadLineMilliseconds);
    reading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function shelfIn(client: QueryClient): TranslationShelf {
  return {
    find({ address, source }, to) {
      const kept = client.getQueryData<KeptTranslation>(translationKeys.one(address, to));
      return kept?.source === source ? kept.view : undefined;
    },
    keep: ({ address, source }, to, view) =>
      client.setQueryData<KeptTranslation>(translationKeys.one(address, to), { source, view }),
  };
}

/** What the house refuses for good is not asked again; what it puts off is asked when it says. */
function pauseAfter(failures: number, error: unknown): number | undefined {
  const milliseconds = pausesMilliseconds[failures - 1];
  if (!(error instanceof Problem)) return milliseconds;
  const { retryAfterSeconds: seconds } = error;
  if (seconds !== undefined) return seconds <= longestPauseSeconds ? seconds * 1000 : undefined;
  return error.status >= 500 || error.status === 429 || failures === 1 ? milliseconds : undefined;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
