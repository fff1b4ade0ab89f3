/** A statistical guess. `language` is an ISO 639 code, confidences lie in 0–1 and compare within one guess. */
export type LanguageGuess = {
  language: string;
  confidence: number;
  alternatives?: readonly { language: string; confidence: number }[];
};

export type DetectionHelp = {
  /** Statistical detector for scripts that many languages share. */
  guess?: (text: string) => LanguageGuess | undefined;
  /** Languages expected here, likeliest first: the author's, the parent text's. */
  priors?: readonly string[];
  /** Language of a word known to the glossary (lower case): yyds is Chinese though spelt in Latin letters. */
  wordLanguage?: (word: string) => string | undefined;
};
