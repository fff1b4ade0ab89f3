import type { Control, Fact } from '@teahouse/engine';
import { spareControls, sparedTopics } from '../../feed/index.ts';
import type { Queryable } from '../../platform/db/database.ts';
import {
  selectTopicWishes,
  selectUnwanted,
  selectWishes,
  type TopicWishRow,
  type UnwantedRow,
  type WishRow,
} from './wishes.sql.ts';

const mostWishes = 100_000;

/** What members said of their own feeds, as their settings hold it. */
export async function readWishes(db: Queryable, since: Date): Promise<Fact[]> {
  const [wishes, topics, unwanted] = await Promise.all([
    selectWishes(db, mostWishes),
    selectTopicWishes(db, mostWishes),
    selectUnwanted(db, since, mostWishes),
  ]);
  return [
    ...wishes.flatMap((row) => controlFacts(row, wishControls(row))),
    ...topics.flatMap((row) => controlFacts(row, topicControls(row))),
    ...unwanted.flatMap((row) => controlFacts(row, unwantedControls(row))),
  ];
}

function controlFacts({ member_id, at }: { member_id: string; at: Date }, controls: readonly Control[]): Fact[] {
  return controls.map((control) => ({ kind: 'control', at: at.getTime(), viewer: member_id, control }));
}

function wishControls({ foreign_share, newcomers, exploration }: WishRow): Control[] {
  return [
    ...(foreign_share === null ? [] : [{ kind: 'language-mix' as const, foreign: foreign_share }]),
    { kind: 'newcomers', intensity: newcomers },
    { kind: 'exploration', intensity: exploration },
  ];
}

function topicControls({ concept, intensity }: TopicWishRow): Control[] {
  return [{ kind: 'topic-intensity', topic: concept, intensity }];
}

function unwantedControls(row: UnwantedRow): Control[] {
  return spareControls(
    row,
    sparedTopics(row).flatMap((id) => row.concepts[id] ?? []),
  );
}
