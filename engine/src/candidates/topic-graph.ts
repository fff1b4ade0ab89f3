import { type Columns, column } from '../memory/columns.ts';

const NEIGHBOURS = 6;
const LARGEST_WEIGHT = 0xffff;
/** Two topics that met once are an accident: four notes tell more. */
const LEAST_MEETINGS = 2;

/** 36 bytes a topic: about one byte a note. */
export const topicGraphColumns = {
  /** Topic row plus one; 0: free. */
  graphTopic: column('u32', 'topics', NEIGHBOURS),
  graphMeetings: column('u16', 'topics', NEIGHBOURS),
} as const;

/** Which topics stand together on notes: one hop away is where a reader may find something new. */
export interface TopicGraph {
  /** The topics of a new note, rows plus one; 0 for none. */
  observe(topics: ArrayLike<number>, start: number, count: number): void;
  /** Topics one hop away, the ones met most often first as the list grows. @returns how many were written to `out` */
  neighbours(topic: number, out: Uint32Array): number;
}

export function openTopicGraph({ graphTopic, graphMeetings }: Columns<typeof topicGraphColumns>): TopicGraph {
  const topics = graphTopic.length / NEIGHBOURS;

  /** A full list wears down its weakest, which gives way at nothing (Misra and Gries 1982), as item transitions do. */
  function meet(topic: number, other: number): void {
    if (topic >= topics) return;
    let weakest = topic * NEIGHBOURS;
    for (let at = topic * NEIGHBOURS; at < (topic + 1) * NEIGHBOURS; at += 1) {
      if (graphTopic[at] === other + 1) {
        graphMeetings[at] = Math.min(LARGEST_WEIGHT, (graphMeetings[at] ?? 0) + 1);
        return;
      }
      if ((graphMeetings[at] ?? 0) < (graphMeetings[weakest] ?? 0)) weakest = at;
    }
    const left = (graphMeetings[weakest] ?? 0) - 1;
    if (left < 0) graphTopic[weakest] = other + 1;
    graphMeetings[weakest] = Math.abs(left);
  }

  return {
    observe(list, start, count) {
      for (let one = start; one < start + count; one += 1) {
        const topic = list[one] ?? 0;
        if (topic === 0) continue;
        for (let two = start; two < start + count; two += 1) {
          const other = list[two] ?? 0;
          if (other !== 0 && other !== topic) meet(topic - 1, other - 1);
        }
      }
    },
    neighbours(topic, out) {
      if (!(topic >= 0 && topic < topics)) return 0;
      let count = 0;
      for (let at = topic * NEIGHBOURS; at < (topic + 1) * NEIGHBOURS && count < out.length; at += 1) {
        const other = graphTopic[at] ?? 0;
        if (other !== 0 && (graphMeetings[at] ?? 0) >= LEAST_MEETINGS) out[count++] = other - 1;
      }
      return count;
    },
  };
}
