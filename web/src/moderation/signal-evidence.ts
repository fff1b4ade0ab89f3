import type english from '../locales/en/signals.json';

export type EvidenceName = keyof (typeof english)['evidence'];

const names: readonly EvidenceName[] = [
  'notes-off-topic',
  'authors-from-elsewhere',
  'first-time-users',
  'category-entropy',
  'usual-category-entropy',
  'joined-together',
  'devoted',
  'others-joined-then',
  'minutes',
  'top-share',
  'usual-top-share',
  'authors',
  'impressions',
  'usual-share',
  'impressions-per-hour',
];

/** The figure's name where this client has words for it; a newer house may know more. */
export function evidenceName(name: string): EvidenceName | undefined {
  return names.find((known) => known === name);
}

/** Figures between nothing and all are said in percent. */
export function isShare(name: string): boolean {
  return name.endsWith('share');
}
