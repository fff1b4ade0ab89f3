import {
  countGraphemes,
  type GlossRequestView,
  type GlossView,
  type ReadableLanguage,
  type TextKind,
  textLimits,
} from '@teahouse/contract';
import type { GlossChange } from '../data/glossary.ts';
import { readableLanguage } from '../translation/reading.ts';

export interface RenderingDraft {
  language: ReadableLanguage;
  text: string;
  note: string;
}

/** A term as it is being written. */
export interface GlossDraft {
  term: string;
  language: ReadableLanguage;
  /** Other spellings in one field, between commas of any script. */
  variants: string;
  sense: string;
  renderings: readonly RenderingDraft[];
  isCoarse: boolean;
  isAmbiguous: boolean;
}

/** A new term, for somebody who reads `to`; what members asked about comes along. */
export function newDraft(to: ReadableLanguage, asked?: Pick<GlossRequestView, 'words' | 'language'>): GlossDraft {
  const language = (asked && readableLanguage(asked.language)) ?? (to === 'zh' ? 'en' : 'zh');
  return {
    term: asked?.words ?? '',
    language,
    variants: '',
    sense: '',
    renderings: [emptyRendering(language === to ? otherThan(to) : to)],
    isCoarse: false,
    isAmbiguous: false,
  };
}

export function draftOf(gloss: GlossView): GlossDraft {
  return {
    term: gloss.term,
    language: readableLanguage(gloss.language) ?? 'en',
    variants: gloss.variants.join(', '),
    sense: gloss.sense,
    renderings: Object.entries(gloss.renderings).flatMap(([tag, { text, note }]) => {
      const language = readableLanguage(tag);
      return language ? [{ language, text, note }] : [];
    }),
    isCoarse: gloss.isCoarse,
    isAmbiguous: gloss.isAmbiguous,
  };
}

/** As the house takes it; renderings without words are left out. */
export function glossOf(draft: GlossDraft): GlossChange {
  const { term, language, sense, isCoarse, isAmbiguous } = draft;
  const renderings = written(draft).map(({ language: to, text, note }) => [to, { text, note }]);
  return {
    ...{ term, language, sense, isCoarse, isAmbiguous },
    variants: variantsOf(draft.variants),
    renderings: Object.fromEntries(renderings),
  };
}

/** Whether the house would take it: everything needed is there and nothing is too long. */
export function isComplete(draft: GlossDraft): boolean {
  const renderings = written(draft);
  return (
    fits(draft.term, 'glossTerm') &&
    fits(draft.sense, 'glossNote') &&
    renderings.length > 0 &&
    renderings.every(({ text, note }) => fits(text, 'glossRendering') && isWithin(note, 'glossNote')) &&
    variantsOf(draft.variants).every((variant) => fits(variant, 'glossTerm'))
  );
}

export function emptyRendering(language: ReadableLanguage): RenderingDraft {
  return { language, text: '', note: '' };
}

const mostVariants = 12;

function variantsOf(text: string): string[] {
  const variants = text.split(/[,，、;；\n]/u).map((variant) => variant.trim());
  return [...new Set(variants)].filter(Boolean).slice(0, mostVariants);
}

function written({ renderings }: GlossDraft): RenderingDraft[] {
  return renderings.filter(({ text }) => text.trim() !== '');
}

function fits(text: string, kind: TextKind): boolean {
  return text.trim() !== '' && isWithin(text, kind);
}

function isWithin(text: string, kind: TextKind): boolean {
  return countGraphemes(text) <= textLimits[kind].graphemes;
}

function otherThan(language: ReadableLanguage): ReadableLanguage {
  return language === 'en' ? 'zh' : 'en';
}
