import type { GlossView } from '@teahouse/contract';

export interface Rendering {
  language: string;
  text: string;
  note: string;
}

type Explained = Pick<GlossView, 'language' | 'sense' | 'renderings'>;

/**
 * What a reader is told about a term: its sense where they read its language, else the rendering in theirs, else one that
 * most readers can make something of.
 */
export function renderingFor({ language, sense, renderings }: Explained, to: string): Rendering {
  if (language === to) return { language, text: sense, note: '' };
  const found = [to, 'en', 'zh', ...Object.keys(renderings)].find((candidate) => renderings[candidate]);
  const rendering = found ? renderings[found] : undefined;
  return found && rendering ? { language: found, ...rendering } : { language, text: sense, note: '' };
}

/** Every rendering, the reader's own language first. */
export function renderingsInOrder({ renderings }: Pick<GlossView, 'renderings'>, to: string): Rendering[] {
  return Object.entries(renderings)
    .map(([language, rendering]) => ({ language, ...rendering }))
    .sort((one, other) => Number(other.language === to) - Number(one.language === to));
}
