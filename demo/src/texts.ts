import type { Town, TownLanguage } from './town.ts';

/** A text of the town in its own language, with what people made of it in others. */
export interface TownText {
  language: TownLanguage;
  text: Partial<Record<TownLanguage, string>>;
}

/** Everything anybody wrote in the town, for a translation memory. */
export function townTexts({ members, notes }: Pick<Town, 'members' | 'notes'>): TownText[] {
  return [
    ...members.map(({ language, bio }) => ({ language, text: bio })),
    ...notes.flatMap(({ language, title, text, pictures, comments }) => [
      { language, text: title },
      { language, text },
      ...pictures.map(({ alt }) => ({ language, text: alt })),
      ...comments.flatMap((comment) => [comment, ...comment.replies]),
    ]),
  ];
}
