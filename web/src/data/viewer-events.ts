import { beaconSize, type eventKinds, routes } from '@teahouse/contract';
import { call } from './client.ts';

interface ViewerEvent {
  kind: (typeof eventKinds)[number];
  token: string;
  milliseconds?: number;
}

const flushAfterMilliseconds = 4000;

const waiting: ViewerEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
/** A slot counts once; cards come back while scrolling. */
const impressed = new Set<string>();
/** Token of the slot through which a note was last seen, for opens and dwell times. */
const tokens = new Map<string, string>();

export function recordImpression(noteId: string, token: string): void {
  tokens.set(noteId, token);
  if (impressed.has(token)) return;
  impressed.add(token);
  enqueue({ kind: 'impression', token });
}

/** The slot through which a note was last seen. */
export function slotOf(noteId: string): string | undefined {
  return tokens.get(noteId);
}

export function recordOpen(noteId: string): void {
  const token = tokens.get(noteId);
  if (token) enqueue({ kind: 'open', token });
}

export function recordDwell(noteId: string, milliseconds: number): void {
  const token = tokens.get(noteId);
  if (token) enqueue({ kind: 'dwell', token, milliseconds: Math.min(3_600_000, Math.round(milliseconds)) });
}

/** Counts a note as opened, however the reader got there. */
export function recordView(noteId: string): void {
  void call(routes.feed.view, { params: { noteId }, keepalive: true }).catch(() => undefined);
}

function enqueue(event: ViewerEvent): void {
  waiting.push(event);
  if (waiting.length >= beaconSize) flush();
  else timer ??= setTimeout(flush, flushAfterMilliseconds);
}

/** A lost beacon is not worth a message to the reader. */
function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  if (waiting.length === 0) return;
  const events = waiting.splice(0, beaconSize);
  void call(routes.feed.events, { body: { events }, keepalive: true }).catch(() => undefined);
}

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
}
