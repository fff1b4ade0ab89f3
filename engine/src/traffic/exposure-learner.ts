import { hash32 } from '../hash.ts';
import { likeness } from '../members/interests.ts';
import { INTERESTS } from '../members/member-columns.ts';
import type { Members } from '../members/open-members.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { createScoredNotes } from '../scoring/exposure.ts';
import type { Pending } from '../scoring/pending.ts';
import { importanceOf } from '../scoring/scorer.ts';
import { type ImpressionFact, surfaces } from './facts.ts';
import { fillFeatures, readsLanguage, scoredViewer } from './fill-features.ts';

const LAST_SLOT = 254;

/** Turns impressions and what came of them into lessons for the scorer. */
export interface ExposureLearner {
  shown(member: number, row: number, fact: ImpressionFact, at: number): void;
  did(viewer: string, note: string, head: number, at: number): void;
  undid(viewer: string, note: string, head: number): void;
  /** Impressions that are old enough are learnt from. */
  settle(at: number): void;
}

export interface LearnerParts {
  store: NoteStore;
  members: Members;
  pending: Pending;
}

export function createExposureLearner({ store, members, pending }: LearnerParts): ExposureLearner {
  const { columns } = store;
  const notes = createScoredNotes(1);

  /** Likeness to the nearest interest, as of pages (candidates/light-scores.ts). */
  function similarityOf(member: number, note: number): number {
    let nearest = Number.NEGATIVE_INFINITY;
    for (let at = member * INTERESTS; at < (member + 1) * INTERESTS; at += 1) {
      if ((members.columns.memberInterestStrength[at] ?? 0) <= 0) continue;
      nearest = Math.max(nearest, likeness(members.columns.memberInterests, at, columns.noteVector, note));
    }
    return Number.isFinite(nearest) ? nearest : 0;
  }

  return {
    shown(member, row, fact, at) {
      const seconds = Math.floor(at / 1000);
      fillFeatures(notes, 0, store, row, {
        seconds,
        similarity: similarityOf(member, row),
        closeness: 0,
        isRead: readsLanguage(members, member, store.languageOf(columns.noteLanguage[row] ?? 0)),
        isFollowed: fact.reason === 'follows-author',
      });
      // A place draws looks of its own: pages are scored before places are given, lessons know them (scoring/exposure.ts).
      notes.slot[0] = fact.slot >= 0 ? Math.min(LAST_SLOT, fact.slot) + 1 : 0;
      const viewer = scoredViewer(members, member, fact.viewer, surfaces.indexOf(fact.surface));
      pending.impression(nameOf(fact.viewer), viewer, notes, 0, importanceOf(fact.propensity), seconds);
    },
    did: (viewer, note, head, at) => pending.act(nameOf(viewer), hash32(note), head, Math.floor(at / 1000)),
    undid: (viewer, note, head) => pending.undo(nameOf(viewer), hash32(note), head),
    settle: (at) => pending.advance(Math.floor(at / 1000)),
  };
}

function nameOf(viewer: string): number {
  return hash32(viewer) || 1;
}
