import type { TextAddress, TextPlace } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { DetectLanguage } from '../platform/language.ts';
import type { Readers } from '../readers.ts';
import type { HouseGlossary } from './house-glossary.ts';

/** A text of the house that a viewer may read. */
export interface ReadableText {
  text: string;
  languages: string[] | undefined;
  place: TextPlace;
}

/** What the glossary uses of the rest of the house. */
export interface GlossOthers extends Pick<Readers, 'cursors' | 'members' | 'relations'> {
  wordBank: { check(text: string): { terms: string[] } };
  detectLanguage: DetectLanguage;
  /** Of these texts those the viewer may read. */
  readTexts(addresses: readonly TextAddress[], viewer: Actor): Promise<Map<TextAddress, ReadableText>>;
}

export interface GlossParts extends GlossOthers {
  glossary: HouseGlossary;
}
