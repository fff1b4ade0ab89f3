import type { Interest, ReadableLanguage, Role } from '@teahouse/contract';

interface CastMember {
  handle: string;
  name: string;
  languagesRead: ReadableLanguage[];
  interests: Interest[];
  interfaceLanguage: 'en' | 'zh';
  role: Role;
  joinedDaysAgo: number;
}

/** A fixed company: tests read as stories about them. */
export const cast = {
  /** Shanghai home cook, native. */
  linwan: {
    handle: 'linwan',
    name: '林晚',
    languagesRead: ['zh', 'en'],
    interests: ['food', 'cats'],
    interfaceLanguage: 'zh',
    role: 'member',
    joinedDaysAgo: 1450,
  },
  /** Overseas member of three years' standing: native, although she lives in London. */
  priya: {
    handle: 'priya',
    name: 'Priya N.',
    languagesRead: ['en', 'zh'],
    interests: ['travel', 'food'],
    interfaceLanguage: 'en',
    role: 'member',
    joinedDaysAgo: 1100,
  },
  /** Newcomer of 14 January. */
  mia: {
    handle: 'mia',
    name: 'Mia Torres',
    languagesRead: ['en', 'es'],
    interests: ['cats', 'study'],
    interfaceLanguage: 'en',
    role: 'member',
    joinedDaysAgo: 0,
  },
  /** Newcomer of 14 January. */
  jake: {
    handle: 'jake',
    name: 'Jake from Ohio',
    languagesRead: ['en'],
    interests: ['food'],
    interfaceLanguage: 'en',
    role: 'member',
    joinedDaysAgo: 0,
  },
  /** Keeps the peace. */
  zhou: {
    handle: 'laozhou',
    name: '老周',
    languagesRead: ['zh'],
    interests: ['home'],
    interfaceLanguage: 'zh',
    role: 'moderator',
    joinedDaysAgo: 1600,
  },
  /** A second moderator: appeals go to another person. */
  hana: {
    handle: 'hana',
    name: 'はな',
    languagesRead: ['ja', 'en'],
    interests: ['crafts'],
    interfaceLanguage: 'en',
    role: 'moderator',
    joinedDaysAgo: 900,
  },
  /** Runs the house. */
  wei: {
    handle: 'wei',
    name: '魏掌柜',
    languagesRead: ['zh', 'en'],
    interests: ['home'],
    interfaceLanguage: 'zh',
    role: 'operator',
    joinedDaysAgo: 1700,
  },
} as const satisfies Record<string, CastMember>;

export type CastName = keyof typeof cast;
