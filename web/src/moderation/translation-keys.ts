const decisions = { r: 'release', w: 'withhold', c: 'correct' } as const;

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Where somebody writes, a letter is a letter. */
  isWriting: boolean;
}

/** What a single key means while a review has the focus. */
export function decisionOfKey({ key, ctrlKey, metaKey, altKey, isWriting }: Press) {
  if (isWriting || ctrlKey || metaKey || altKey) return undefined;
  return decisions[key.toLowerCase() as keyof typeof decisions];
}
