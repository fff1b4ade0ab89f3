import type { Random } from '../random.ts';
import type { ReasonCode, TrafficKind } from './facts.ts';

/** A page that somebody asks for. What members told the engine by facts is not repeated here. */
export interface PageRequest {
  viewer: string;
  now: number;
  random: Random;
  size: number;
  /** Languages the viewer reads; empty when unknown. */
  languages: readonly string[];
  country?: string | undefined;
  followedAuthors: readonly string[];
  /** Blocked or muted, and the viewer themself. */
  hiddenAuthors: readonly string[];
  /** `hash32` of the notes that this walk through discovery has shown, oldest first. */
  shown: readonly number[];
  category?: string | undefined;
  /** False: nothing of the viewer's behaviour is used. */
  isPersonal: boolean;
  /** Notes that must not stand on this page, by id. */
  except?: readonly string[] | undefined;
}

export interface Reason {
  code: ReasonCode;
  /** Id of the topic, author or note that the reason speaks of. */
  subject?: string | undefined;
}

export interface PageSlot {
  note: string;
  traffic: TrafficKind;
  /** At most three, the strongest first. */
  reasons: readonly Reason[];
  pool: number;
  propensity: number;
  score: number;
  promotion?: string | undefined;
}

export interface EnginePage {
  slots: readonly PageSlot[];
  hasMore: boolean;
  /** Constraints that had to give way, in slot order. */
  relaxed: readonly { slot: number; constraints: readonly string[] }[];
}
