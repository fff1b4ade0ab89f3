/**
 * `npm run eval -- <what>`: how well the house reads and translates, measured on labelled texts.
 *
 * Each evaluation exports `evaluate(arguments)`, prints a table (or JSON with `--json`) and exits 1 when it misses its target.
 */
const evaluations: Record<string, () => Promise<{ evaluate: (given: readonly string[]) => Promise<boolean> }>> = {
  detect: () => import('./detect.ts'),
  spans: () => import('./spans.ts'),
  translation: () => import('./translation.ts'),
  attacks: () => import('./attacks.ts'),
  latency: () => import('./latency.ts'),
  'single-flight': () => import('./single-flight.ts'),
  search: () => import('./search.ts'),
  'worst-texts': () => import('./worst-texts.ts'),
};

const [name = '', ...given] = process.argv.slice(2);
const load = evaluations[name];
if (load) {
  const { evaluate } = await load();
  process.exitCode = (await evaluate(given)) ? 0 : 1;
} else {
  console.error(`Usage: npm run eval -- ${Object.keys(evaluations).join('|')} [--json]`);
  process.exitCode = 2;
}
