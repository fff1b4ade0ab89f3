import {
  DeviceIcon,
  DownloadIcon,
  GlobeIcon,
  type Icon,
  InfoIcon,
  LockIcon,
  PersonIcon,
  SettingsIcon,
  StarIcon,
  SunIcon,
} from '../ui/icons.tsx';

export const sections = [
  'profile',
  'languages',
  'interests',
  'feed',
  'appearance',
  'privacy',
  'security',
  'data',
  'about',
] as const;
export type Section = (typeof sections)[number];

export const sectionIcons: Record<Section, Icon> = {
  profile: PersonIcon,
  languages: GlobeIcon,
  interests: StarIcon,
  feed: SettingsIcon,
  appearance: SunIcon,
  privacy: LockIcon,
  security: DeviceIcon,
  data: DownloadIcon,
  about: InfoIcon,
};

/** A visitor has a theme and languages too. */
export const openToVisitors: ReadonlySet<Section> = new Set(['languages', 'appearance', 'about']);

export function sectionOf(text: string): Section | undefined {
  return sections.find((section) => section === text);
}
