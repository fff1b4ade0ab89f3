import type { Clock } from '../../platform/clock.ts';
import type { EngineFailure, EngineFailureKind } from '../engines/port.ts';

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Leave to make one call; exactly one of its ends is told how it went. */
export interface Pass {
  succeed(): void;
  fail(failure: EngineFailure): void;
  /** The call was not made, or its end says nothing about the engine. */
  leave(): void;
}

/** Keeps callers away from an engine that fails, and lets one of them look whether it is back. */
export interface Breaker {
  readonly state: BreakerState;
  /** Milliseconds since the epoch; only while open. */
  readonly retryAt: number | undefined;
  /** Kind of the failure that opened it last; only while not closed. */
  readonly shutBy: EngineFailureKind | undefined;
  /** True when a call would be refused now. */
  isShut(): boolean;
  enter(): Pass | undefined;
}

const consecutiveFailures = 5;
const callsRemembered = 20;
const failingShare = 0.5;
const firstPauseMilliseconds = 5_000;
const longestPauseMilliseconds = 60_000;
const quotaPauseMilliseconds = 15 * 60_000;
/** No engine may send us away for longer, whatever its header says. */
const longestRetryAfterMilliseconds = 60 * 60_000;

export function createBreaker(clock: Clock): Breaker {
  let recent: boolean[] = [];
  let openUntil: number | undefined;
  let pause = firstPauseMilliseconds;
  let isProbing = false;
  let shutBy: EngineFailureKind | undefined;

  function state(): BreakerState {
    if (openUntil === undefined) return 'closed';
    return clock.now() < openUntil ? 'open' : 'half-open';
  }

  function shut(milliseconds: number, kind: EngineFailureKind): void {
    shutBy = kind;
    // Calls that were under way end after the first that failed: none of them shortens a pause.
    openUntil = Math.max(openUntil ?? 0, clock.now() + milliseconds);
    recent = [];
  }

  function remember(isFailure: boolean): void {
    recent = [...recent.slice(1 - callsRemembered), isFailure];
  }

  function isTooMuch(): boolean {
    const inARow = recent.length - 1 - recent.lastIndexOf(false);
    const share = recent.filter(Boolean).length / callsRemembered;
    return inARow >= consecutiveFailures || share >= failingShare;
  }

  function fail(failure: EngineFailure, isProbe: boolean): void {
    remember(true);
    const asked = askedPause(failure);
    if (asked !== undefined) shut(asked, failure.kind);
    else if (isProbe) {
      pause = Math.min(pause * 2, longestPauseMilliseconds);
      shut(pause, failure.kind);
    } else if (isTooMuch()) shut(pause, failure.kind);
  }

  return {
    get state() {
      return state();
    },
    get retryAt() {
      return state() === 'open' ? openUntil : undefined;
    },
    get shutBy() {
      return openUntil === undefined ? undefined : shutBy;
    },
    isShut: () => state() === 'open' || (state() === 'half-open' && isProbing),
    enter() {
      const now = state();
      if (now === 'open' || (now === 'half-open' && isProbing)) return undefined;
      const isProbe = now === 'half-open';
      if (isProbe) isProbing = true;
      const once = (end: () => void) => () => {
        if (isProbe) isProbing = false;
        end();
      };
      return {
        succeed: once(() => {
          remember(false);
          if (!isProbe) return;
          openUntil = undefined;
          pause = firstPauseMilliseconds;
        }),
        fail: (failure) => once(() => fail(failure, isProbe))(),
        leave: once(() => {}),
      };
    },
  };
}

/** How long the engine itself, or the kind of its refusal, tells us to stay away. */
function askedPause({ kind, retryAfterMilliseconds }: EngineFailure): number | undefined {
  if (retryAfterMilliseconds !== undefined) return Math.min(retryAfterMilliseconds, longestRetryAfterMilliseconds);
  if (kind === 'quota') return quotaPauseMilliseconds;
  return kind === 'rate-limited' ? firstPauseMilliseconds : undefined;
}
