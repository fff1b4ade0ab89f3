export const engineKinds = ['memory', 'bergamot', 'endpoint', 'libretranslate', 'deepl'] as const;
export type EngineKind = (typeof engineKinds)[number];

/** What people made goes by these names where figures are counted. */
const human = new Set(['memory', 'phrasebook', 'author', 'member']);

/** Which kind an engine is, by the id or the name figures are told under; language models carry their own names. */
export function kindOfEngine(name: string): EngineKind {
  const known = name.toLowerCase();
  if (human.has(known)) return 'memory';
  return engineKinds.find((kind) => known === kind) ?? 'endpoint';
}
