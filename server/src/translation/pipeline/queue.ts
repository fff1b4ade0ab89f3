import type { QueueState, Urgency } from '../translator.ts';
import type { EngineLine } from './router.ts';

export interface QueueItem {
  line: EngineLine;
  /** Items of one lane may share a call: same pair, same context. */
  lane: string;
  urgency: Urgency;
  askedBy: string;
}

export interface Queue<I extends QueueItem> {
  add(item: I): void;
  /** After its urgency has grown. */
  promote(item: I): void;
  /** @returns false when it waits no more */
  drop(item: I): boolean;
  state(): QueueState;
  /** Refuses everything that waits and everything to come. */
  stop(): void;
}

export interface QueueOptions<I> {
  /** Never rejects. */
  run: (batch: I[]) => Promise<void>;
  /** The house has no room for it. */
  refuse: (item: I) => void;
  /** Work the house can do without at the moment; never asked for `now`. */
  sheds?: ((urgency: Urgency) => boolean) | undefined;
  mostWaiting?: number;
  gatherMilliseconds?: number;
}

interface Place {
  since: number;
  /** Start tag of fair queueing (Demers, Keshav & Shenker 1989): the third sentence of one asker stands behind the first of all others. */
  turn: number;
  asker: string;
}

const ranks: Record<Urgency, number> = { now: 0, next: 1, later: 2 };
const defaultMostWaiting = 2_000;
/** Sentences that come together travel together; a reader does not feel it. */
const defaultGatherMilliseconds = 8;

export function isMoreUrgent(a: Urgency, b: Urgency): boolean {
  return ranks[a] < ranks[b];
}

/** Decides which sentences go to an engine next, and which together. */
export function createQueue<I extends QueueItem>(options: QueueOptions<I>): Queue<I> {
  const { run, refuse, sheds = () => false } = options;
  const { mostWaiting = defaultMostWaiting, gatherMilliseconds = defaultGatherMilliseconds } = options;
  const waiting = new Map<I, Place>();
  const callsOf = new Map<EngineLine, number>();
  const gathering = new Map<EngineLine, NodeJS.Timeout>();
  const turns = createTurns();
  let running = 0;
  let dropped = 0;
  let isStopped = false;

  function isRefused(item: I): boolean {
    return isStopped || (item.urgency !== 'now' && sheds(item.urgency));
  }

  function giveUp(item: I): void {
    remove(item);
    dropped += 1;
    refuse(item);
  }

  function remove(item: I): boolean {
    const place = waiting.get(item);
    if (place) turns.left(place.asker);
    return waiting.delete(item);
  }

  /** The oldest of the least urgent makes room, unless the newcomer itself is the least. */
  function makeRoomFor(item: I): boolean {
    if (waiting.size < mostWaiting) return true;
    const least = findLeast();
    if (!least) return false;
    const isLess = least.urgency === 'later' || isMoreUrgent(item.urgency, least.urgency);
    const leaving = isLess ? least : findLastBehind(item);
    if (leaving) giveUp(leaving);
    return leaving !== undefined;
  }

  /** Whoever asks for very much fills the queue with what is far from its turn: the last of it goes, nobody else's first. */
  function findLastBehind(item: I): I | undefined {
    let last: I | undefined;
    let turn = turns.peek(item);
    for (const [other, place] of waiting) {
      if (other.urgency !== item.urgency || place.turn <= turn) continue;
      last = other;
      turn = place.turn;
    }
    return last;
  }

  function findLeast(): I | undefined {
    let least: I | undefined;
    for (const item of waiting.keys()) if (!least || isMoreUrgent(least.urgency, item.urgency)) least = item;
    return least;
  }

  function gather(line: EngineLine): void {
    if (gathering.has(line)) return;
    const timer = setTimeout(() => {
      gathering.delete(line);
      pump(line);
    }, gatherMilliseconds);
    gathering.set(line, timer);
  }

  function pump(line: EngineLine): void {
    for (const item of [...waiting.keys()]) if (item.line === line && isRefused(item)) giveUp(item);
    while ((callsOf.get(line) ?? 0) < line.slots) {
      const batch = takeBatch(line);
      if (batch.length === 0) return;
      void start(line, batch);
    }
  }

  function takeBatch(line: EngineLine): I[] {
    const candidates = [...waiting].filter(([item]) => item.line === line).sort(inTurn);
    const first = candidates[0]?.[0];
    if (!first) return [];
    const batch = candidates
      .filter(([item]) => item.lane === first.lane && item.urgency === first.urgency)
      .slice(0, Math.max(1, line.engine.capabilities().batchMax));
    for (const [item, place] of batch) {
      remove(item);
      turns.reached(item.urgency, place.turn);
    }
    return batch.map(([item]) => item);
  }

  async function start(line: EngineLine, batch: I[]): Promise<void> {
    callsOf.set(line, (callsOf.get(line) ?? 0) + 1);
    running += batch.length;
    await run(batch);
    running -= batch.length;
    callsOf.set(line, (callsOf.get(line) ?? 1) - 1);
    pump(line);
  }

  return {
    add(item) {
      if (isRefused(item) || !makeRoomFor(item)) {
        giveUp(item);
        return;
      }
      waiting.set(item, { since: performance.now(), ...turns.next(item) });
      gather(item.line);
    },
    promote(item) {
      const place = waiting.get(item);
      if (!place) return;
      turns.left(place.asker);
      Object.assign(place, turns.next(item));
    },
    drop(item) {
      const waited = remove(item);
      if (waited) dropped += 1;
      return waited;
    },
    state() {
      const [oldest] = waiting.values();
      const oldestMilliseconds = oldest ? Math.round(performance.now() - oldest.since) : 0;
      return { waiting: waiting.size, running, oldestMilliseconds, dropped };
    },
    stop() {
      isStopped = true;
      for (const timer of gathering.values()) clearTimeout(timer);
      gathering.clear();
      for (const item of [...waiting.keys()]) giveUp(item);
    },
  };
}

function inTurn([a, placeOfA]: [QueueItem, Place], [b, placeOfB]: [QueueItem, Place]): number {
  return ranks[a.urgency] - ranks[b.urgency] || placeOfA.turn - placeOfB.turn || placeOfA.since - placeOfB.since;
}

/** Whose turn it is, for each urgency on its own: what is prefetched for somebody costs them no turn on their screen. */
function createTurns() {
  const clocks: Record<Urgency, number> = { now: 0, next: 0, later: 0 };
  /** Of those who have something waiting, and only of them. */
  const askers = new Map<string, { last: number; waiting: number }>();
  const nameOf = ({ urgency, askedBy }: QueueItem) => `${urgency} ${askedBy}`;

  function peek(item: QueueItem): number {
    return Math.max(clocks[item.urgency], askers.get(nameOf(item))?.last ?? 0) + 1;
  }

  return {
    peek,
    next(item: QueueItem): Pick<Place, 'turn' | 'asker'> {
      const [asker, turn] = [nameOf(item), peek(item)];
      askers.set(asker, { last: turn, waiting: (askers.get(asker)?.waiting ?? 0) + 1 });
      return { asker, turn };
    },
    left(asker: string): void {
      const known = askers.get(asker);
      if (known && known.waiting > 1) known.waiting -= 1;
      else askers.delete(asker);
    },
    reached(urgency: Urgency, turn: number): void {
      clocks[urgency] = Math.max(clocks[urgency], turn - 1);
    },
  };
}
