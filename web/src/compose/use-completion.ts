import { useDeferredValue } from 'react';
import { useMemberCompletion } from '../data/members.ts';
import { useTopicCompletion } from '../data/topics.ts';
import type { OpenToken } from './completion.ts';

export interface CompletionOption {
  id: string;
  /** What is written when it is chosen. */
  name: string;
  member?: { name: string; avatarHue: number; avatarUrl?: string | undefined };
  /** Notes that carry the topic. */
  noteCount?: number;
}

const shown = 6;

/** What a token that is being written could become. */
export function useCompletion(token: OpenToken | undefined): readonly CompletionOption[] {
  const query = useDeferredValue(token?.query ?? '');
  const topics = useTopicCompletion(query, token?.kind === 'topic');
  const members = useMemberCompletion(query, token?.kind === 'mention');
  if (token?.kind === 'topic') {
    return (topics.data ?? []).slice(0, shown).map(({ id, name, noteCount }) => ({ id, name, noteCount }));
  }
  if (token?.kind !== 'mention' || query === '') return [];
  return (members.data ?? []).slice(0, shown).map((member) => ({ id: member.id, name: member.handle, member }));
}
