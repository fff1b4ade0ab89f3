import type { Control } from '@teahouse/engine';
import type { Queryable } from '../../platform/db/database.ts';
import { selectSaidSpared, selectSaidTopics, selectSaidWishes } from './said-controls.sql.ts';
import { spareControls } from './spared-subjects.ts';

export interface SaidControl {
  viewer: string;
  at: number;
  control: Control;
}

/** After so long what was spared has come back to all but a hundredth: half-lives are of a week (engine). */
const daysSpared = 45;

/** What members said of their feeds and did not take back, for an engine that knows nothing; of very much the newest. */
export async function readSaidControls(db: Queryable, now: number, most: number): Promise<SaidControl[]> {
  const [wishes, topics, spared] = await Promise.all([
    selectSaidWishes(db, most),
    selectSaidTopics(db, most),
    selectSaidSpared(db, new Date(now - daysSpared * 86_400_000), most),
  ]);
  return [
    ...wishes.flatMap(({ member_id, updated_at, ...row }) => said(member_id, updated_at, wishControls(row))),
    ...topics.flatMap(({ member_id, concept, intensity, at }) =>
      said(member_id, at, [{ kind: 'topic-intensity', topic: concept, intensity }]),
    ),
    ...spared.flatMap(({ member_id, concepts, ...row }) => said(member_id, row.at, spareControls(row, concepts))),
  ];
}

function said(viewer: string, at: Date, controls: Control[]): SaidControl[] {
  return controls.map((control) => ({ viewer, at: at.getTime(), control }));
}

type Wishes = Pick<Awaited<ReturnType<typeof selectSaidWishes>>[number], 'foreign_share' | 'newcomers' | 'exploration'>;

function wishControls({ foreign_share, newcomers, exploration }: Wishes): Control[] {
  return [
    ...(foreign_share === null ? [] : [{ kind: 'language-mix' as const, foreign: foreign_share }]),
    ...(newcomers === 'usual' ? [] : [{ kind: 'newcomers' as const, intensity: newcomers }]),
    ...(exploration === 'usual' ? [] : [{ kind: 'exploration' as const, intensity: exploration }]),
  ];
}
