import type { ReactNode, SVGProps } from 'react';

type IconProps = SVGProps<SVGSVGElement> & { size?: number };
export type Icon = (props: IconProps) => ReactNode;

/** One grid, one stroke: 24 × 24, 1.7 wide, round ends. Icons are decoration; their control carries the name. */
function stroked(...paths: string[]): Icon {
  return (props) => <Drawing paths={paths} fill="none" stroke="currentColor" {...props} />;
}

function filled(path: string): Icon {
  return (props) => <Drawing paths={[path]} fill="currentColor" {...props} />;
}

function Drawing({ paths, size = 22, ...rest }: IconProps & { paths: readonly string[] }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

const heart =
  'M12 20.2C7.4 16.6 3.5 13.3 3.5 9.1A4.6 4.6 0 0 1 8.1 4.4c1.6 0 3 .8 3.9 2.1a4.7 4.7 0 0 1 3.9-2.1 4.6 4.6 0 0 1 4.6 4.7c0 4.2-3.9 7.5-8.5 11.1z';
const star = 'm12 3.6 2.5 5.3 5.8.8-4.2 4 1 5.8-5.1-2.8-5.1 2.8 1-5.8-4.2-4 5.8-.8z';
const bookmark = 'M6.5 4h11a.9.9 0 0 1 .9.9v15.3L12 15.8l-6.4 4.4V4.9a.9.9 0 0 1 .9-.9z';
const house = 'M4 10.4 12 4l8 6.4v8.7a.9.9 0 0 1-.9.9H4.9a.9.9 0 0 1-.9-.9z';

export const HomeIcon = stroked(house, 'M9.5 20v-5.6h5V20');
export const HomeFilledIcon = filled(
  'M12 3 3 10.2v9A1.8 1.8 0 0 0 4.8 21h4.4v-6.2h5.6V21h4.4a1.8 1.8 0 0 0 1.8-1.8v-9z',
);
export const SearchIcon = stroked('M10.8 17.6a6.8 6.8 0 1 0 0-13.6 6.8 6.8 0 0 0 0 13.6z', 'm15.8 15.8 4.4 4.4');
export const PlusIcon = stroked('M12 5v14', 'M5 12h14');
export const BellIcon = stroked(
  'M6 10.2a6 6 0 0 1 12 0c0 4.8 2 6.3 2 6.3H4s2-1.5 2-6.3z',
  'M10 19.7a2.2 2.2 0 0 0 4 0',
);
export const PersonIcon = stroked(
  'M12 11.7a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  'M4.5 20.3c.6-3.7 3.7-5.6 7.5-5.6s6.9 1.9 7.5 5.6',
);
export const HeartIcon = stroked(heart);
export const HeartFilledIcon = filled(heart);
export const StarIcon = stroked(star);
export const StarFilledIcon = filled(star);
export const BookmarkIcon = stroked(bookmark);
export const BookmarkFilledIcon = filled(bookmark);
export const CommentIcon = stroked(
  'M12 4.2c-4.9 0-8.5 3.2-8.5 7.3 0 2.3 1.1 4.2 2.9 5.5l-.5 3.3 3.5-1.9c.8.2 1.7.3 2.6.3 4.9 0 8.5-3.1 8.5-7.2S16.9 4.2 12 4.2z',
);
export const ShareIcon = stroked(
  'M12 15V4',
  'm7.8 7.8 4.2-4.2 4.2 4.2',
  'M5 12.5v6.6a.9.9 0 0 0 .9.9h12.2a.9.9 0 0 0 .9-.9v-6.6',
);
export const MoreIcon = stroked('M5.5 12h.01', 'M12 12h.01', 'M18.5 12h.01');
export const CloseIcon = stroked('m6 6 12 12', 'M18 6 6 18');
export const BackIcon = stroked('M14.5 5.5 8 12l6.5 6.5');
export const ForwardIcon = stroked('M9.5 5.5 16 12l-6.5 6.5');
export const DownIcon = stroked('m5.5 9.5 6.5 6.5 6.5-6.5');
export const SunIcon = stroked(
  'M12 16.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4z',
  'M12 2.5v2',
  'M12 19.5v2',
  'm5.3 5.3 1.4 1.4',
  'm17.3 17.3 1.4 1.4',
  'M2.5 12h2',
  'M19.5 12h2',
  'm5.3 18.7 1.4-1.4',
  'm17.3 6.7 1.4-1.4',
);
export const MoonIcon = stroked('M20 14.2A8.3 8.3 0 0 1 9.8 4 8.3 8.3 0 1 0 20 14.2z');
export const AutoThemeIcon = stroked(
  'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z',
  'M12 3.5v17',
  'M15 5v14',
  'M18 7.5v9',
);
export const GlobeIcon = stroked(
  'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z',
  'M3.5 12h17',
  'M12 3.5c2.3 2.3 3.5 5.2 3.5 8.5s-1.2 6.2-3.5 8.5c-2.3-2.3-3.5-5.2-3.5-8.5s1.2-6.2 3.5-8.5z',
);
export const CheckIcon = stroked('m5 12.5 4.5 4.5L19 7.5');
export const PinIcon = stroked('M9 4h6l-.8 6 3 3.5H6.8l3-3.5z', 'M12 13.5V20');
export const TrashIcon = stroked(
  'M4.5 6.5h15',
  'M9.5 6.3V4.2h5v2.1',
  'm6.5 6.7.8 12.4a.9.9 0 0 0 .9.9h7.6a.9.9 0 0 0 .9-.9l.8-12.4',
);
export const FlagIcon = stroked('M6 20.5V4', 'M6 4.8c4-2.3 7.5 2.1 12 0v8.7c-4.5 2.1-8-2.3-12 0');
export const ChevronDownIcon = stroked('M6.5 9.5l5.5 5.5 5.5-5.5');
export const EyeIcon = stroked(
  'M2.5 12c.8-2 4.3-6.3 9.5-6.3s8.7 4.3 9.5 6.3c-.8 2-4.3 6.3-9.5 6.3S3.3 14 2.5 12z',
  'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
);
export const EyeOffIcon = stroked(
  'M4 4l16 16',
  'M9.7 6c.7-.2 1.5-.3 2.3-.3 5.2 0 8.7 4.3 9.5 6.3a12 12 0 0 1-2.9 3.9',
  'M6.3 7.8A12.3 12.3 0 0 0 2.5 12c.8 2 4.3 6.3 9.5 6.3 1.5 0 2.9-.4 4.1-.9',
  'M9.9 10a3 3 0 0 0 4.2 4.1',
);
export const SettingsIcon = stroked(
  'M4 7.5h9',
  'M17.5 7.5H20',
  'M15.2 9.7a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  'M4 16.5h2.5',
  'M11 16.5h9',
  'M8.8 18.7a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
);
export const LinkIcon = stroked(
  'M10 14.2a3.7 3.7 0 0 0 5.3 0l3.3-3.3a3.7 3.7 0 0 0-5.3-5.3l-1 1',
  'M14 9.8a3.7 3.7 0 0 0-5.3 0l-3.3 3.3a3.7 3.7 0 0 0 5.3 5.3l1-1',
);
export const PictureIcon = stroked(
  'M4.9 4.5h14.2a.9.9 0 0 1 .9.9v13.2a.9.9 0 0 1-.9.9H4.9a.9.9 0 0 1-.9-.9V5.4a.9.9 0 0 1 .9-.9z',
  'm4.3 17 4.7-4.7 3.5 3.5 3-3 4.2 4.2',
  'M9 9.2h.01',
);
export const StackIcon = stroked(
  'M8.9 8.5h10.2a.9.9 0 0 1 .9.9v9.2a.9.9 0 0 1-.9.9H8.9a.9.9 0 0 1-.9-.9V9.4a.9.9 0 0 1 .9-.9z',
  'M4.5 15.5v-10a.9.9 0 0 1 .9-.9h10.2',
);
export const DownloadIcon = stroked('M12 4v11', 'm7.8 11 4.2 4.2 4.2-4.2', 'M5 19.5h14');
export const EditIcon = stroked(
  'm5 19 .7-3.6L16 5.1a1.5 1.5 0 0 1 2.1 0l.8.8a1.5 1.5 0 0 1 0 2.1L8.6 18.3z',
  'm14 7.2 2.8 2.8',
);
export const LockIcon = stroked(
  'M6.9 10.5h10.2a.9.9 0 0 1 .9.9v7.7a.9.9 0 0 1-.9.9H6.9a.9.9 0 0 1-.9-.9v-7.7a.9.9 0 0 1 .9-.9z',
  'M8.5 10.5V7.8a3.5 3.5 0 0 1 7 0v2.7',
);
export const LogoutIcon = stroked(
  'M14 4.5H6.9a.9.9 0 0 0-.9.9v13.2a.9.9 0 0 0 .9.9H14',
  'M11 12h9',
  'm16.8 8.8 3.2 3.2-3.2 3.2',
);
export const ShieldIcon = stroked('M12 3.5 5 6v5.5c0 4.3 2.9 7.3 7 9 4.1-1.7 7-4.7 7-9V6z');
export const SendIcon = stroked('M12 19V5.5', 'm6 11.3 6-6 6 6');
export const ReplyIcon = stroked('M9.5 6 4 11.5 9.5 17', 'M4.3 11.5H14a6 6 0 0 1 6 6v.5');
export const InfoIcon = stroked('M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z', 'M12 11.2v5', 'M12 8h.01');
export const RefreshIcon = stroked('M19.5 12a7.5 7.5 0 1 1-2.2-5.3', 'M19.7 3.5v4h-4');
export const KeyIcon = stroked('M8 19a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z', 'm11.3 11.3 7.7-7.7', 'm15.5 7.1 2.9 2.9');
export const DeviceIcon = stroked(
  'M5.4 5h13.2a.9.9 0 0 1 .9.9v9.2a.9.9 0 0 1-.9.9H5.4a.9.9 0 0 1-.9-.9V5.9a.9.9 0 0 1 .9-.9z',
  'M2.5 19.5h19',
);
export const CameraIcon = stroked(
  'M4.4 8h3.2l1.5-2.4h5.8L16.4 8h3.2a.9.9 0 0 1 .9.9v9.2a.9.9 0 0 1-.9.9H4.4a.9.9 0 0 1-.9-.9V8.9a.9.9 0 0 1 .9-.9z',
  'M12 16.3a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
);
export const SproutIcon = stroked(
  'M12 20v-8',
  'M12 13.5c0-3.700-2.5-6-7-6 0 4 2.5 6 7 6z',
  'M12 11.5c0-4 2.5-6.5 7-6.5 0 4.300-2.5 6.5-7 6.5z',
);
export const ScaleIcon = stroked(
  'M12 4v16',
  'M7.5 20h9',
  'M5 7.5h14',
  'M5 7.5 2.5 13.5a2.7 2.7 0 0 0 5 0z',
  'm19 7.5-2.5 6a2.7 2.7 0 0 0 5 0z',
);
export const ThumbUpIcon = stroked(
  'M7.5 10.5v9H5a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z',
  'M7.5 10.5 11.4 4a2 2 0 0 1 2 2v3.6h4.7a1.7 1.7 0 0 1 1.7 2l-1.1 6.4a1.8 1.8 0 0 1-1.8 1.5H7.5',
);
export const ThumbDownIcon = stroked(
  'M16.5 13.5v-9H19a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1z',
  'M16.5 13.5 12.6 20a2 2 0 0 1-2-2v-3.6H5.9a1.7 1.7 0 0 1-1.7-2l1.1-6.4a1.8 1.8 0 0 1 1.8-1.5h9.4',
);
