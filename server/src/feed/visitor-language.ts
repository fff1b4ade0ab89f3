/** Language a browser asks for first, without region or script; `und` when it says nothing. */
export function visitorLanguage(acceptLanguage: string): string {
  return /^\s*([a-z]{2,3})(?![a-z])/i.exec(acceptLanguage)?.[1]?.toLowerCase() ?? 'und';
}
