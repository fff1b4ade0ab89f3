import type { TranslationState, TranslationView } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { createAsker, type TranslationLine, type WantedText } from './translation-asker.ts';

describe('asking for translations', () => {
  test('wishes of one frame are one request, each text once', async () => {
    const house = visit({ stream: async ({ texts }, _, onView) => void texts.map((of) => onView(view(of))) });
    house.want('a');
    house.want('a');
    house.want('b');
    await house.frame();
    expect(house.asked).toEqual(['stream now a b']);
    expect(house.states()).toEqual({ a: 'ok', b: 'ok' });
  });

  test('what is on the screen and what soon will be are asked apart; many texts in several requests', async () => {
    const house = visit({ stream: async () => undefined });
    house.want('below', 'next');
    house.want('here');
    await house.frame();
    expect(house.asked).toEqual(['stream next below', 'stream now here']);
    for (let index = 0; index < 61; index += 1) house.want(`t${index}`);
    await house.frame();
    expect(house.asked.slice(2).map((line) => line.split(' ').length - 2)).toEqual([60, 1]);
  });

  test('a text that comes onto the screen is asked for again, in haste', async () => {
    const house = visit({ stream: (_, signal) => untilLeft(signal) });
    house.want('a', 'next');
    await house.frame();
    house.want('a');
    await house.frame();
    expect(house.asked).toEqual(['stream next a', 'stream now a']);
  });

  test('the last reader who leaves hangs up, not the first', async () => {
    const left: boolean[] = [];
    const house = visit({ stream: (_, signal) => untilLeft(signal).finally(() => left.push(true)) });
    const [leaveA, leaveB] = [house.want('a'), house.want('b')];
    await house.frame();
    leaveA();
    await house.frame();
    expect(left).toEqual([]);
    leaveB();
    await house.frame();
    expect(left).toEqual([true]);
    expect(house.states()).toEqual({});
  });

  test('a wish renewed in the same frame keeps its line', async () => {
    const left: boolean[] = [];
    const house = visit({ stream: (_, signal) => untilLeft(signal).finally(() => left.push(true)) });
    const leave = house.want('a');
    await house.frame();
    leave();
    house.want('a');
    await house.frame();
    expect([house.asked.length, left.length]).toEqual([1, 0]);
  });

  test('a broken stream asks only for what is missing, without streaming first', async () => {
    const house = visit({
      stream: async (_, __, onView) => {
        onView(view('a'));
        onView(view('b', 'pending'));
        throw new Error('cut');
      },
      request: async ({ texts }) => texts.map((of) => view(of)),
    });
    for (const text of ['a', 'b', 'c']) house.want(text);
    await house.frame();
    expect(house.asked).toEqual(['stream now a b c', 'request now b c']);
    expect(house.states()).toEqual({ a: 'ok', b: 'ok', c: 'ok' });
  });

  test('a house that never answers is given up, and says so', async () => {
    const house = visit({
      stream: () => Promise.reject(new Error('cut')),
      request: async () => [view('a', 'pending')],
    });
    house.want('a');
    await house.frame();
    expect(house.asked.length).toBe(4);
    expect(house.states()).toEqual({ a: 'failed' });
  });

  test('a text the house does not know has failed; after forgetting it is asked anew', async () => {
    const house = visit({ stream: async () => undefined });
    const leave = house.want('a');
    await house.frame();
    expect(house.states()).toEqual({ a: 'failed' });
    leave();
    house.shelf.clear();
    house.want('a');
    await house.frame();
    expect(house.asked.length).toBe(2);
  });

  test('the better text replaces the quick one; a broken line leaves the quick one standing', async () => {
    const better = visit({
      stream: async (_, __, onView) => {
        onView({ ...view('a'), text: 'quick', isImproving: true });
        onView({ ...view('a'), text: 'better' });
      },
    });
    better.want('a');
    await better.frame();
    expect(better.shelf.get('en a 好')).toMatchObject({ text: 'better', isImproving: false });

    const broken = visit({
      stream: async (_, __, onView) => {
        onView({ ...view('a'), text: 'quick', isImproving: true });
        throw new Error('cut');
      },
      request: async () => [view('a', 'pending')],
    });
    broken.want('a');
    await broken.frame();
    expect(broken.shelf.get('en a 好')).toMatchObject({ text: 'quick', isImproving: false, state: 'ok' });
  });
});

type Line = Partial<TranslationLine>;

/** An asker at a house whose answers are given; frames and pauses pass at once. */
function visit({ stream, request }: Line) {
  const asked: string[] = [];
  const shelf = new Map<string, TranslationView>();
  const frames: (() => void)[] = [];
  const keyOf = ({ address, source }: WantedText, to: string) => `${to} ${address} ${source}`;
  const asker = createAsker({
    line: {
      stream: (ask, ...others) => {
        asked.push(['stream', ask.urgency, ...ask.texts].join(' '));
        return stream?.(ask, ...others) ?? Promise.resolve();
      },
      request: (ask, ...others) => {
        asked.push(['request', ask.urgency, ...ask.texts].join(' '));
        return request?.(ask, ...others) ?? Promise.resolve([]);
      },
    },
    shelf: {
      find: (text, to) => shelf.get(keyOf(text, to)),
      keep: (text, to, kept) => void shelf.set(keyOf(text, to), kept),
    },
    afterFrame: (run) => void frames.push(run),
    pauseAfter: (failures) => (failures < 4 ? 1 : undefined),
    pause: async () => undefined,
  });
  return {
    asked,
    shelf,
    want: (address: string, urgency: 'now' | 'next' = 'now') => asker.want({ address, source: '好' }, 'en', urgency),
    async frame() {
      for (const run of frames.splice(0)) run();
      await new Promise((resolve) => setImmediate(resolve));
    },
    states: () => Object.fromEntries([...shelf.values()].map(({ of, state }) => [of, state])),
  };
}

function untilLeft(signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

function view(of: string, state: TranslationState = 'ok'): TranslationView {
  return {
    of,
    to: 'en',
    state,
    ...(state === 'ok' ? { text: 'good' } : {}),
    from: ['zh'],
    isImproving: false,
    isOutdated: false,
    glosses: [],
    words: [],
    feedback: { good: 0, wrong: 0 },
  };
}
