import { topicKey } from '@teahouse/engine';
import type { TranslationMemory } from '../translation/index.ts';
import type { Rendering, UsedTopic } from './proposals.sql.ts';
import { wordsOf } from './topic-language.ts';

export interface TranslatedPair {
  topicId: string;
  otherId: string;
  /** Languages in which both read the same. */
  count: number;
}

/** A wording that more topics than this come to says little about any of them. */
const mostAlike = 6;
/** Those of the shipped phrasebook: two names may meet in a language that neither is in. */
const meetingLanguages = ['zh', 'en', 'ja', 'ko', 'es'];

/** Topics in different languages that read the same in one, as people translated them: in the memory or in the glossary. */
export async function findTranslatedPairs(
  { memory }: { memory: Pick<TranslationMemory, 'findExact'> },
  topics: readonly UsedTopic[],
  renderings: readonly Rendering[],
): Promise<TranslatedPair[]> {
  const readings = [
    ...topics.flatMap(asWritten),
    ...(await remembered(memory, topics)),
    ...glossed(renderings, topics),
  ];
  const alike = Map.groupBy(readings, ({ language, wording }) => `${language} ${topicKey(wording)}`);
  const pairs = new Map<string, TranslatedPair>();
  for (const same of alike.values())
    for (const [topicId, otherId] of pairsAmong([...new Set(same.map(({ topic }) => topic))])) {
      const known = pairs.get(`${topicId} ${otherId}`);
      pairs.set(`${topicId} ${otherId}`, { topicId, otherId, count: (known?.count ?? 0) + 1 });
    }
  return [...pairs.values()];
}

/** How a topic reads in a language. */
interface Reading {
  topic: UsedTopic;
  language: string;
  wording: string;
}

function asWritten(topic: UsedTopic): Reading[] {
  const languages = topic.language === 'und' ? meetingLanguages : [topic.language];
  return languages.map((language) => ({ topic, language, wording: topic.name }));
}

async function remembered(
  memory: Pick<TranslationMemory, 'findExact'>,
  topics: readonly UsedTopic[],
): Promise<Reading[]> {
  const questions = topics.flatMap((topic) =>
    meetingLanguages
      .filter((to) => topic.language !== 'und' && to !== topic.language)
      .map((to) => ({ topic, text: wordsOf(topic.name), from: topic.language, to })),
  );
  const answers = await memory.findExact(questions);
  return questions.flatMap(({ topic, to }, index) => {
    const wording = answers[index];
    return wording === undefined ? [] : [{ topic, language: to, wording }];
  });
}

function glossed(renderings: readonly Rendering[], topics: readonly UsedTopic[]): Reading[] {
  const byKey = new Map(topics.map((topic) => [topic.key, topic]));
  return renderings.flatMap(({ term, variants, text, rendered_language: language }) =>
    [term, ...variants].flatMap((spelling) => {
      const topic = byKey.get(topicKey(spelling));
      return topic ? [{ topic, language, wording: text }] : [];
    }),
  );
}

function pairsAmong(topics: readonly UsedTopic[]): [string, string][] {
  if (topics.length > mostAlike) return [];
  const sorted = topics.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.flatMap((topic, index) =>
    sorted
      .slice(index + 1)
      .filter((other) => topic.owner_id !== other.owner_id && topic.language !== other.language)
      .map((other): [string, string] => [topic.id, other.id]),
  );
}
