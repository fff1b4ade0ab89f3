import type { Interest } from '@teahouse/contract';

const drawings: Record<Interest, readonly string[]> = {
  food: ['M3.5 11.5h17a8.5 8.5 0 0 1-5 7.7v1.3h-7v-1.3a8.5 8.5 0 0 1-5-7.7z', 'M13 8.5 20 3M10 8.5 16.5 3'],
  cats: [
    'M6.5 9.5 5.5 4l4 2.5h5l4-2.5-1 5.5c1.2 1.6 1.5 3.4 1 5-.8 3-3.6 4.5-6.5 4.5S6.3 17.5 5.5 14.5c-.5-1.6-.2-3.4 1-5z',
    'M9.5 12.5v.5M14.5 12.5v.5M11 15.5l1 .8 1-.8',
  ],
  travel: ['M20.5 3.5 3.5 10.5l6 3 3 6.5z', 'm9.5 13.5 4-4'],
  outfits: ['M12 8.5V7.3a2 2 0 1 0-2-2', 'm12 8.5 8.5 6.3c1 .8.5 2.2-.7 2.2H4.2c-1.2 0-1.7-1.4-.7-2.2z'],
  crafts: [
    'M19 5 9 15',
    'm15.5 8.5-6-4.5M6.5 20a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z',
    'M17.5 20a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM5 5l10 10',
  ],
  home: ['M8.5 4h7l3 8h-13z', 'M12 12v7.5M8 19.5h8M15.5 12v3'],
  study: ['m5 19 .8-4L16.5 4.3l3.2 3.2L9 18.2z', 'm14.3 6.5 3.2 3.2'],
  fitness: ['M6 7v10M3.5 9v6M18 7v10M20.5 9v6M6 12h12'],
  photography: [
    'M4.5 8h3L9 5.5h6L16.5 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1z',
    'M12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6z',
  ],
  music: [
    'M9 17.5V5.5l10-2v12',
    'M6.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM16.5 18a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  ],
  plants: ['M12 20.5v-9', 'M12 13.5C12 9 9 6.5 4 6.5c0 4.5 3 7 8 7zM12 11c0-4 3-6.8 8-6.8 0 4.5-3 6.8-8 6.8z'],
  books: [
    'M12 6.5C9.5 4.8 6.8 4.3 3.5 4.5v13.5c3.3-.2 6 .3 8.5 2 2.5-1.7 5.2-2.2 8.5-2V4.5c-3.3-.2-6 .3-8.5 2z',
    'M12 6.5V20',
  ],
  'language-exchange': ['M3.5 5.5h10v7.5h-5l-3 2.7V13h-2z', 'M16 9.5h4.5V17h-2v2.7l-3-2.7H11v-1.5'],
  budgeting: ['M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z', 'm9 8 3 4 3-4M12 12v5M9.5 13h5M9.5 15.2h5'],
  outdoors: ['m2.5 19 6.5-11 4 6.5 2.5-3.5 6 8z', 'M17.5 7a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z'],
};

export function InterestIcon({ interest, size = 26 }: { interest: Interest; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[interest].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
