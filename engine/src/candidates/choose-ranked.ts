import { type CandidateList, type CandidateSource, candidateSources, MOST_CANDIDATES } from './candidate-list.ts';

/** Candidates that the scorer looks at (docs: engine, "Candidates"). */
export const MOST_RANKED = 600;

/**
 * What each source keeps of the ranked, whatever the light score says: reserves are what the design names, of the others so much
 * that a page could be filled with what the viewer asked for by name, and a few of what they would else never meet.
 */
const guaranteed: Readonly<Partial<Record<CandidateSource, number>>> = {
  transition: 60,
  follow: 60,
  topic: 60,
  search: 80,
  'co-liker': 20,
  country: 20,
  trending: 20,
  serendipity: 20,
  'language-reserve': 60,
  'native-reserve': 60,
  category: 40,
  newest: 20,
  'wished-topic': 30,
};

const amounts = Uint16Array.from(candidateSources, (source) => guaranteed[source] ?? 0);
const LANGUAGE_RESERVE_BIT = candidateSources.indexOf('language-reserve');
const LANGUAGE_CODES = 256;
/** Steps of the light score: finer than what it can tell apart. */
const STEPS = 2_048;

/** The chosen places of a candidate list, best light score first. */
export interface RankedPlaces {
  readonly places: Uint16Array;
  count: number;
}

export interface ChooseOptions {
  noteLanguage: Uint8Array;
  /** Codes of the languages of which a reserve is kept, each for itself. */
  languages: readonly number[];
  /** Asked once for each place that would be chosen. */
  accepts(place: number): boolean;
}

/** Chooses the candidates worth scoring: the best by light score, and of each source its share. Scratch of one thread. */
export function createRankedChooser(): (list: CandidateList, options: ChooseOptions, out: RankedPlaces) => void {
  const order = new Uint16Array(MOST_CANDIDATES);
  const counts = new Uint32Array(STEPS + 1);
  const steps = new Uint16Array(MOST_CANDIDATES);
  const chosen = new Uint8Array(MOST_CANDIDATES);
  const left = new Uint16Array(candidateSources.length);
  const leftOfLanguage = new Uint16Array(LANGUAGE_CODES);
  let guarantees = 0;

  /** Counting sort: thirteen thousand candidates in one pass, equal ones in the order they were gathered. */
  function sort(list: CandidateList): void {
    const { light, count } = list;
    counts.fill(0);
    for (let place = 0; place < count; place += 1) {
      const part = ((light[place] as number) + 1) / 2;
      const step = part > 0 ? STEPS - 1 - Math.min(STEPS - 1, Math.floor(part * STEPS)) : STEPS - 1;
      steps[place] = step;
      counts[step + 1] = (counts[step + 1] as number) + 1;
    }
    for (let step = 0; step < STEPS; step += 1)
      counts[step + 1] = (counts[step + 1] as number) + (counts[step] as number);
    for (let place = 0; place < count; place += 1) {
      const step = steps[place] as number;
      const at = counts[step] as number;
      counts[step] = at + 1;
      order[at] = place;
    }
  }

  function startGuarantees(list: CandidateList, { languages }: ChooseOptions): void {
    left.set(amounts);
    leftOfLanguage.fill(0);
    for (const language of languages) leftOfLanguage[language] = amounts[LANGUAGE_RESERVE_BIT] as number;
    left[LANGUAGE_RESERVE_BIT] = (amounts[LANGUAGE_RESERVE_BIT] as number) * languages.length;
    let present = 0;
    for (let place = 0; place < list.count; place += 1) present |= list.sources[place] as number;
    guarantees = 0;
    for (const [bit, amount] of left.entries()) if ((present & (1 << bit)) !== 0) guarantees += amount;
  }

  /** Bits of the sources whose share this candidate would fill. */
  function dueSources(list: CandidateList, place: number, noteLanguage: Uint8Array): number {
    let due = 0;
    for (let rest = list.sources[place] as number; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      if (left[bit] === 0) continue;
      if (bit === LANGUAGE_RESERVE_BIT && leftOfLanguage[noteLanguage[list.rows[place] as number] as number] === 0)
        continue;
      due |= 1 << bit;
    }
    return due;
  }

  function take(due: number, language: number): void {
    for (let rest = due; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      left[bit] = (left[bit] as number) - 1;
      guarantees -= 1;
      if (bit === LANGUAGE_RESERVE_BIT) leftOfLanguage[language] = (leftOfLanguage[language] as number) - 1;
    }
  }

  return (list, options, out) => {
    sort(list);
    startGuarantees(list, options);
    out.count = 0;
    // Room is kept for what is due as long as it may still come; towards the end all that is due gets in.
    for (let index = 0; index < list.count && out.count < MOST_RANKED; index += 1) {
      const place = order[index] as number;
      const due = dueSources(list, place, options.noteLanguage);
      if (due === 0 && out.count + guarantees >= MOST_RANKED) continue;
      if (!options.accepts(place)) continue;
      out.places[out.count] = place;
      out.count += 1;
      take(due, options.noteLanguage[list.rows[place] as number] as number);
    }
    fillUp(list, options, out);
  };

  /** What was kept for sources that gave less goes to the next best. */
  function fillUp(list: CandidateList, options: ChooseOptions, out: RankedPlaces): void {
    chosen.fill(0, 0, list.count);
    for (let index = 0; index < out.count; index += 1) chosen[out.places[index] as number] = 1;
    for (let index = 0; index < list.count && out.count < MOST_RANKED; index += 1) {
      const place = order[index] as number;
      if (chosen[place] === 1 || !options.accepts(place)) continue;
      out.places[out.count] = place;
      out.count += 1;
    }
  }
}
