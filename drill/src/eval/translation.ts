import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Teahouse, TranslationEngine } from '@teahouse/server';
import { formatTable } from '../table.ts';
import { openEvaluatedHouse } from './evaluated-house.ts';
import { recordFigures } from './record-figures.ts';
import { type EngineName, engineNames, openEvaluatedEngine } from './translation-engines.ts';
import { faultsOf, figuresOf, type TranslatedOne, type TranslationFigures } from './translation-figures.ts';
import { readTranslationSet, type SetText, type TranslationSet } from './translation-set.ts';

const usage = `npm run eval -- translation --set <file.tsv>|flores:zh-en [--set …] [--pair zh-en] [--engine ${engineNames.join('|')}]
  --data    folder of the shared data (default ../shared/data)
  --house   data folder of a house: its models, and where --record writes (default data)
  --limit   only the first texts of each set
  --at-once texts asked for at the same time (default 4)
  --record  put the figures on the house's accuracy page
  --json    figures for programs, --misses the texts that stayed in the original`;

/** The pipeline may cost this much of what the engine alone reaches on clean text. */
const leastDelta = -0.3;

export interface Measured extends TranslationFigures {
  set: string;
  pair: string;
  engine: string;
}

/**
 * How well texts reach a reader in their language: a whole house with one engine (or none) translates a set, as members
 * would ask for it. True when the pipeline costs at most 0.3 chrF where the engine's own output is known, keeps every
 * span, and shows the note of every known term.
 */
export async function evaluate(given: readonly string[]): Promise<boolean> {
  const options = readOptions(given);
  if (!options) {
    console.error(usage);
    return false;
  }
  const { engines, name, weights } = openEvaluatedEngine(options.engine, options);
  const measured: Measured[] = [];
  const made: TranslatedOne[] = [];
  await using house = await openEvaluatedHouse(engines);
  for (const set of options.sets) {
    const one = await translateSet(house.teahouse, set, engines, options.atOnce);
    made.push(...one.made);
    measured.push({ set: set.name, pair: `${set.from}-${set.to}`, engine: name, ...one.figures });
  }
  if (options.records) await recordFigures(options.house, measured, weights);
  const load = loadavg().map((value) => Math.round(value * 100) / 100);
  console.log(options.json ? JSON.stringify({ load, weights, measured }, null, 2) : report(measured, load, weights));
  if (options.misses) console.log(missesOf(made));
  return measured.every(meetsTargets);
}

function readOptions(given: readonly string[]) {
  const { values } = parseArgs({
    args: [...given],
    options: {
      set: { type: 'string', multiple: true, default: [] },
      pair: { type: 'string' },
      engine: { type: 'string', default: 'replay' },
      data: { type: 'string', default: '../shared/data' },
      house: { type: 'string', default: 'data' },
      limit: { type: 'string' },
      'at-once': { type: 'string', default: '4' },
      record: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
    },
  });
  const { data, house, pair, json, misses } = values;
  const engine = engineNames.find((name) => name === values.engine);
  if (values.set.length === 0 || !engine) return undefined;
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  const sets = values.set.map((name) => {
    const set = readTranslationSet(name, { data, ...(pair !== undefined && { pair }) });
    return { ...set, texts: set.texts.slice(0, limit) };
  });
  return {
    engine: engine as EngineName,
    sets,
    data,
    house,
    json,
    misses,
    records: values.record,
    atOnce: Number(values['at-once']),
  };
}

async function translateSet(
  { features }: Teahouse,
  { from, to, texts }: TranslationSet,
  engines: readonly TranslationEngine[],
  atOnce: number,
): Promise<{ made: TranslatedOne[]; figures: TranslationFigures }> {
  const { translator, rules } = features.translation.parts;
  const { glossary } = features.glosses;
  const waiting = [...texts.entries()];
  const made: TranslatedOne[] = [];

  async function translateOne(asked: SetText): Promise<TranslatedOne> {
    const startedAt = performance.now();
    const told = await translator.translate({ text: asked.text, to, priors: [from], urgency: 'now', askedBy: 'eval' });
    const milliseconds = performance.now() - startedAt;
    const notes = glossary.findGlosses(asked.text, to);
    const isFlagged = told.text !== undefined && rules.check(told.text, to).length > 0;
    const isHeld = isFlagged && rules.check(asked.text, from).length === 0;
    if (isHeld) return { asked, state: 'held', notes, milliseconds };
    return { asked, state: told.state, ...(told.text !== undefined && { text: told.text }), notes, milliseconds };
  }

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) made[next[0]] = await translateOne(next[1]);
  }

  // An engine loads its model at the first text: that is measured elsewhere.
  const [first] = texts;
  if (engines.length > 0 && first) await translateOne({ text: `${first.text} ${first.text}` });
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  return { made, figures: figuresOf(made, performance.now() - startedAt) };
}

function meetsTargets({ delta_chrf = 0, spans_exact = 1, slang_success = 1 }: TranslationFigures): boolean {
  return delta_chrf >= leastDelta && spans_exact === 1 && slang_success === 1;
}

function report(measured: readonly Measured[], load: readonly number[], weights: string): string {
  const share = (value: number | undefined) => (value === undefined ? '–' : `${(value * 100).toFixed(1)} %`);
  const score = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2));
  const rows = measured.map((one) => [
    ...[
      one.set,
      one.pair,
      one.texts,
      score(one.raw_chrf),
      score(one.chrf),
      score(one.delta_chrf),
      score(one.delta_shown),
    ],
    ...[share(one.spans_exact), share(one.held), share(one.undecodable), share(one.kept)],
    ...[share(one.slang_success), share(one.slang_rendered), one.p50_ms, one.words_per_s],
    meetsTargets(one) ? 'met' : 'MISSED',
  ]);
  const heading = [
    'set',
    'pair',
    'texts',
    'raw chrF',
    'chrF',
    'Δ',
    'Δ whole',
    'spans_exact',
    'held',
    'undecodable',
    'kept',
  ];
  const names = measured.map(({ engine }) => engine);
  return [
    `${[...new Set(names)].join(', ')} (${weights === 'replayed' ? "a real model's stored outputs" : 'the engine itself'}); ${cpus().length} cores, load ${load.join(' ')}, Node ${process.version}`,
    '',
    formatTable([[...heading, 'slang_success', 'rendered', 'p50_ms', 'words_per_s', `Δ ≥ ${leastDelta}`], ...rows]),
    '',
    ...measured.map(({ set, pair, states }) => `${set} ${pair}: ${JSON.stringify(states)}`),
  ].join('\n');
}

function missesOf(made: readonly TranslatedOne[]): string {
  return made
    .map((one) => ({ one, faults: faultsOf(one) }))
    .filter(({ faults }) => faults.length > 0)
    .map(({ one, faults }) => `${faults.join(', ')}\t${one.asked.text}\t${one.text ?? ''}`)
    .join('\n');
}
