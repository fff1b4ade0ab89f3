/** The focus lies nowhere, or on what is about to go. */
export function isFocusLost(going: Element | null): boolean {
  return document.activeElement === document.body || (going?.contains(document.activeElement) ?? false);
}
