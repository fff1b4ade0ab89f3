import type { DetectedLanguage } from '@teahouse/engine';

/** Every language found in a text, main one first; empty without letters. */
export function languagesOf({ language, dominant, segments = [] }: DetectedLanguage): string[] {
  if (language === 'zxx') return [];
  if (language !== 'mul') return [language];
  return [...new Set([...(dominant ? [dominant] : []), ...segments.map((segment) => segment.language)])];
}
