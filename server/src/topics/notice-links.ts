import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import type { DetectLanguage } from '../platform/language.ts';
import type { TranslationMemory } from '../translation/index.ts';
import { findTranslatedPairs } from './find-translated-pairs.ts';
import {
  selectRenderings,
  selectTogether,
  selectUnreadTopics,
  selectUsedTopics,
  updateLanguages,
} from './proposals.sql.ts';
import { languageOfTopic } from './topic-language.ts';
import { type NewLink, putNoticedLinks } from './topic-links.sql.ts';

/** Fewer notes, or a smaller part of the rarer spelling's, may be chance. */
const leastTogether = 3;
const shareTogether = 0.3;
const mostTogether = 500;
const topicsCompared = 2_000;
const renderingsCompared = 50_000;
const readBatch = 500;

/** Looks for spellings that may be one topic and puts the question to the moderators. Joins nothing by itself. */
export async function noticeLinks(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  parts: { memory: Pick<TranslationMemory, 'findExact'>; detectLanguage: DetectLanguage },
): Promise<void> {
  await readLanguages(deps, parts);
  const [topics, renderings, together] = await Promise.all([
    selectUsedTopics(deps.db, topicsCompared),
    selectRenderings(deps.db, renderingsCompared),
    selectTogether(deps.db, { least: leastTogether, share: shareTogether, limit: mostTogether }),
  ]);
  const translated = await findTranslatedPairs(parts, topics, renderings);
  const noticed: NewLink[] = [
    ...translated.map((pair) => ({ ...pair, id: deps.ids.next(), evidence: 'translation' as const })),
    ...together.map(({ topic_id, other_id, notes }) => {
      return { id: deps.ids.next(), topicId: topic_id, otherId: other_id, evidence: 'together' as const, count: notes };
    }),
  ];
  await putNoticedLinks(deps.db, noticed, dateOf(deps.clock));
}

/** Names that said nothing by themselves are in the language of the notes that carry them. */
async function readLanguages(
  { db }: Pick<Deps, 'db'>,
  { detectLanguage }: { detectLanguage: DetectLanguage },
): Promise<void> {
  for (let last: string | undefined; ; ) {
    const topics = await selectUnreadTopics(db, last, readBatch);
    const read = topics.map(({ id, name, likely }) => ({
      id,
      language: languageOfTopic(detectLanguage, name, likely),
    }));
    await updateLanguages(
      db,
      read.filter(({ language }) => language !== 'und'),
    );
    if (topics.length < readBatch) return;
    last = topics.at(-1)?.id;
  }
}
