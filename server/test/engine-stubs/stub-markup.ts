/** Markup with markers of one kind, read and written the way an engine with tag handling does. */
export function readMarkup(markup: string, marker: RegExp): string {
  return markup
    .replace(marker, '⟦$1⟧')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

export function writeMarkup(masked: string, wrap: (index: string) => string): string {
  return masked
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/⟦(\d+)⟧/gu, (_, index: string) => wrap(index));
}
