import type { Me } from '@teahouse/contract';
import { lazy, type ReactNode, Suspense } from 'react';
import { SignInGate } from '../account/SignInGate.tsx';
import { useMe } from '../data/session.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { DataSection } from './DataSection.tsx';
import { InterestsSection } from './InterestsSection.tsx';
import { LanguagesSection } from './LanguagesSection.tsx';
import { PrivacySection } from './PrivacySection.tsx';
import { ProfileSection } from './ProfileSection.tsx';
import { SecuritySection } from './SecuritySection.tsx';
import type { Section } from './sections.ts';

const FeedSection = lazy(async () => ({ default: (await import('../your-feed/FeedSection.tsx')).FeedSection }));

const bodies: Record<
  Exclude<Section, 'appearance' | 'about' | 'languages' | 'feed'>,
  (props: { me: Me }) => ReactNode
> = {
  profile: ProfileSection,
  interests: InterestsSection,
  privacy: PrivacySection,
  security: SecuritySection,
  data: DataSection,
};

export function SectionBody({ section }: { section: Section }) {
  const me = useMe();
  if (section === 'appearance') return <AppearanceSection />;
  if (section === 'about') return <AboutSection />;
  if (me === undefined) return <Skeleton className="h-72 w-full" />;
  if (section === 'languages') return <LanguagesSection me={me} />;
  if (me === null) return <SignInGate />;
  if (section === 'feed') {
    return (
      <Suspense fallback={<Skeleton className="h-72 w-full" />}>
        <FeedSection />
      </Suspense>
    );
  }
  const Body = bodies[section];
  return <Body me={me} />;
}
