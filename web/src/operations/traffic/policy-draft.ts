import type { Policy } from '../../data/exposure.ts';
import type { PolicyDraft } from '../../data/traffic-operations.ts';
import type { PolicyGroup, PolicyValue } from '../../exposure/use-policy-words.ts';

export interface FigureChange {
  group: PolicyGroup;
  key: string;
  from: PolicyValue;
  to: PolicyValue;
}

/** What can be changed of the policy in force: all but its number. */
export function draftOf({ version: _, ...draft }: Policy): PolicyDraft {
  return draft;
}

export function withFigure(draft: PolicyDraft, group: PolicyGroup, key: string, value: PolicyValue): PolicyDraft {
  return { ...draft, [group]: { ...draft[group], [key]: value } };
}

/** Figures that differ, in the order of the policy. */
export function changesBetween(before: PolicyDraft, after: PolicyDraft): FigureChange[] {
  return (Object.keys(after) as PolicyGroup[]).flatMap((group) => {
    const old: Record<string, PolicyValue> = before[group];
    return Object.entries<PolicyValue>(after[group]).flatMap(([key, to]) => {
      const from = old[key];
      return from === undefined || String(from) === String(to) ? [] : [{ group, key, from, to }];
    });
  });
}
