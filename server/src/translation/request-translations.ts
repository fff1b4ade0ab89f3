import type { BodyOf, ResponseOf, TranslationFrame, TranslationView, translationRoutes } from '@teahouse/contract';
import type { Actor, Input } from '../http/context.ts';
import { addressKey } from '../platform/address-key.ts';
import type { Deps } from '../platform/deps.ts';
import type { Asked, Desk, Reading } from './desk.ts';
import type { OpenStreams } from './open-streams.ts';

interface FrameStream {
  send(frame: TranslationFrame): void;
  onClose(listener: () => void): void;
  drained(): Promise<void>;
  close(): void;
}

type RequestRoute = typeof translationRoutes.request;
type StreamRoute = typeof translationRoutes.stream;

/** What is known at once; what is made within the wait, too. What is still pending is made on, for whoever asks next. */
export async function requestTranslations(
  { log }: Pick<Deps, 'log'>,
  desk: Desk,
  input: Input<RequestRoute>,
): Promise<ResponseOf<RequestRoute>> {
  const asked = await desk.ask(readingOf(input));
  const wait = input.body.waitMilliseconds;
  if (wait === 0) {
    for (const { makeOn } of asked) makeOn?.();
    return { items: asked.map(({ view }) => view) };
  }
  const never = new AbortController().signal;
  const items = await Promise.all(
    asked.map(({ view, coming }) => {
      if (!coming) return view;
      const made = coming(never, () => {}).catch((error) => {
        log.warn({ err: error, of: view.of }, 'translation failed');
        return view;
      });
      return Promise.race([made, laterOf(view, wait)]);
    }),
  );
  return { items };
}

/** The same, each text when it is ready. Readers who leave no longer wait, and what only they waited for is not made. */
export async function streamTranslations(
  { log }: Pick<Deps, 'log'>,
  { desk, streams }: { desk: Desk; streams: OpenStreams },
  input: Input<StreamRoute>,
  openStream: () => FrameStream,
): Promise<undefined> {
  const reading = readingOf(input);
  const asked = await desk.ask(reading);
  // Opened only now: until here a refusal is an ordinary answer.
  const stream = openStream();
  const left = new AbortController();
  const leave = () => left.abort();
  stream.onClose(leave);
  stream.onClose(
    streams.add(reading.viewerKey, () => {
      leave();
      stream.close();
    }),
  );
  await sendAll(asked, stream, left.signal, (error, view) => {
    if (left.signal.aborted) return;
    log.warn({ err: error, of: view.of }, 'translation failed');
    stream.send({ kind: 'translation', translation: { ...view, state: 'failed' } });
  });
  if (left.signal.aborted) return;
  stream.send({ kind: 'done' });
  stream.close();
}

/** What is still to come is under way while the reader takes what is there: a page of long texts is more than a line holds. */
async function sendAll(
  asked: readonly Asked[],
  stream: FrameStream,
  signal: AbortSignal,
  giveUp: (error: unknown, view: TranslationView) => void,
): Promise<void> {
  const send = (translation: TranslationView) => {
    if (!signal.aborted) stream.send({ kind: 'translation', translation });
  };
  for (const { view, coming } of asked) if (coming) send(view);
  const made = asked.map(({ view, coming }) => coming?.(signal, send).then(send, (error) => giveUp(error, view)));
  for (const { view, coming } of asked) {
    if (coming) continue;
    send(view);
    await stream.drained();
  }
  await Promise.all(made);
}

function readingOf({
  body,
  actor,
  request,
}: {
  body: Pick<BodyOf<RequestRoute>, 'to' | 'texts' | 'urgency'>;
  actor: Actor | undefined;
  request: Input<RequestRoute>['request'];
}): Reading {
  return {
    viewer: actor,
    // Someone whose id is new with every request would be another one every time.
    viewerKey: request.viewerIsKnown ? request.viewerKey : `address ${addressKey(request.address ?? '')}`,
    viewerIsKnown: request.viewerIsKnown,
    to: body.to,
    texts: [...new Set(body.texts)],
    urgency: body.urgency,
  };
}

function laterOf(view: TranslationView, milliseconds: number): Promise<TranslationView> {
  return new Promise((resolve) => setTimeout(() => resolve(view), milliseconds).unref());
}
