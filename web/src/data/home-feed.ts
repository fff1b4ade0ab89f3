import type { FeedControlsView } from '@teahouse/contract';

type Home = FeedControlsView['wishes']['home'];

const storageKey = 'teahouse.home';

/** The feed that opens first. It has to be known before the house can be asked, so this browser keeps it, too. */
export function homeFeed(): 'forYou' | 'following' | 'newest' {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === 'following' || kept === 'newest' ? kept : 'forYou';
  } catch {
    return 'forYou';
  }
}

export function rememberHome(home: Home): void {
  try {
    if (home === 'discover') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, home);
  } catch {
    // Storage may be forbidden; the house then opens with Discover.
  }
}
