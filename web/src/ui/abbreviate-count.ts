/** 12 345 → "12K" or "1.2万": short enough for a card, in the reader's own way of counting. Never rounds up to more than there is. */
export function abbreviateCount(count: number, language: string): string {
  return formatter(language).format(count);
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string): Intl.NumberFormat {
  const known = formatters.get(language);
  if (known) return known;
  const made = new Intl.NumberFormat(language, {
    notation: 'compact',
    // Two digits at least (1.2K, 12K), but never fewer than the whole number has (412, 123K).
    maximumFractionDigits: 0,
    maximumSignificantDigits: 2,
    roundingPriority: 'morePrecision',
    roundingMode: 'trunc',
    useGrouping: false,
  });
  formatters.set(language, made);
  return made;
}
