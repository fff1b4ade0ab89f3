import { Problem, type StreamFrame } from '@teahouse/contract';
import type { FastifyReply } from 'fastify';
import { type EventStream, openEventStream } from '../http/sse.ts';
import type { Log } from '../platform/log.ts';
import type { TouchedLine } from './notifications.sql.ts';
import type { NotificationReader } from './read-notifications.ts';
import type { Unread } from './unread.ts';

/** Open browser tabs that are told at once. */
export interface LiveStreams {
  open(memberId: string, cookie: string | undefined, reply: FastifyReply): Promise<undefined>;
  /** Sends written lines to those who are looking; never waits. */
  push(touched: readonly TouchedLine[]): void;
  sendUnread(memberId: string, count: number): void;
  /** Ends streams of ended sessions and catches up with what other processes delivered. */
  check(): Promise<void>;
  stop(): void;
}

interface Tab {
  stream: EventStream;
  cookie: string | undefined;
  unread: number;
}

interface Parts {
  unread: Unread;
  reader: NotificationReader;
  isSignedIn: (cookie: string | undefined) => Promise<boolean>;
  log: Log;
}

const tabsPerMember = 10;
const tabsPerProcess = 10_000;
const checkMilliseconds = 3_000;

export function createLiveStreams({ unread, reader, isSignedIn, log }: Parts): LiveStreams {
  const tabs = new Map<string, Set<Tab>>();
  let tabCount = 0;
  let timer: NodeJS.Timeout | undefined;

  function add(memberId: string, tab: Tab, greeting: StreamFrame): void {
    const own = tabs.get(memberId) ?? new Set();
    tabs.set(memberId, own.add(tab));
    tabCount += 1;
    timer ??= setInterval(() => void check(), checkMilliseconds);
    tab.stream.onClose(() => {
      own.delete(tab);
      tabCount -= 1;
      if (own.size === 0 && tabs.get(memberId) === own) tabs.delete(memberId);
      if (tabCount > 0) return;
      clearInterval(timer);
      timer = undefined;
    });
    tab.stream.send(greeting);
  }

  function send(memberId: string, frame: StreamFrame): void {
    for (const tab of tabs.get(memberId) ?? []) {
      if ('unread' in frame) tab.unread = frame.unread;
      tab.stream.send(frame);
    }
  }

  async function sendLines(lines: readonly TouchedLine[]): Promise<void> {
    const memberIds = [...new Set(lines.map((line) => line.member_id))];
    const [views, counts] = await Promise.all([reader.viewsOf(lines), unread.ofMany(memberIds)]);
    for (const { memberId, view } of views)
      send(memberId, { kind: 'notification', unread: counts.get(memberId) ?? 0, notification: view });
  }

  async function check(): Promise<void> {
    try {
      const all = [...tabs].flatMap(([memberId, own]) => [...own].map((tab) => ({ memberId, tab })));
      const counts = await unread.ofMany([...tabs.keys()]);
      const signedIn = await Promise.all(all.map(({ tab }) => isSignedIn(tab.cookie)));
      for (const [index, { memberId, tab }] of all.entries()) {
        if (!signedIn[index]) endTab(tab);
        else if (tab.unread !== counts.get(memberId))
          send(memberId, { kind: 'unread', unread: counts.get(memberId) ?? 0 });
      }
    } catch (error) {
      log.warn({ err: error }, 'live streams could not be checked');
    }
  }

  return {
    async open(memberId, cookie, reply) {
      const count = await unread.of(memberId);
      requireRoom(tabs.get(memberId)?.size ?? 0, tabCount);
      add(memberId, { stream: openEventStream(reply), cookie, unread: count }, { kind: 'hello', unread: count });
    },
    push(touched) {
      const looking = touched.filter((line) => tabs.has(line.member_id));
      if (looking.length === 0) return;
      sendLines(looking).catch((error) => log.warn({ err: error }, 'live notifications could not be sent'));
    },
    sendUnread: (memberId, count) => send(memberId, { kind: 'unread', unread: count }),
    check,
    stop() {
      for (const own of tabs.values()) for (const tab of own) tab.stream.close();
    },
  };
}

function requireRoom(own: number, all: number): void {
  if (own >= tabsPerMember)
    throw new Problem('rate-limited', `At most ${tabsPerMember} live streams at a time.`, { retryAfterSeconds: 30 });
  if (all >= tabsPerProcess) throw new Problem('overloaded');
}

function endTab(tab: Tab): void {
  const farewell: StreamFrame = { kind: 'signed-out' };
  tab.stream.send(farewell);
  tab.stream.close();
}
