/** How a misled engine mixes what it was talked into with the translation. */
export const manners = ['instead', 'before', 'after'] as const;
export type Manner = (typeof manners)[number];

/** The whole translation pipeline with each remote engine's stub behind it, in turn. */
export interface PipelineUnderTest extends AsyncDisposable {
  /** Ids of the engines that can be asked. */
  engines: readonly string[];
  /** From now on every stub does as the attack wants, whatever it is asked; without an argument it translates honestly. */
  mislead(order?: { obeyed: string; manner: Manner }): void;
  /** What a reader would get with this engine alone. Nothing is remembered between calls. */
  translateText(text: string, from: string, to: string, engineName: string): Promise<ShownTranslation>;
}

export interface ShownTranslation {
  state: string;
  text?: string;
}

export async function openPipelineUnderTest(): Promise<PipelineUnderTest> {
  throw new Error(
    'The translation pipeline is not bound to its evaluation: complete drill/src/eval/pipeline-under-test.ts',
  );
}
