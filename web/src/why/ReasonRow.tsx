import { Link } from '@tanstack/react-router';
import type { ReasonCode } from '@teahouse/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Why } from '../data/why.ts';
import { topicLabel } from '../translation/topic-label.ts';
import { languageName } from '../ui/badges.tsx';
import {
  BookmarkIcon,
  EyeIcon,
  GlobeIcon,
  HeartIcon,
  HomeIcon,
  type Icon,
  InfoIcon,
  PersonIcon,
  RefreshIcon,
  SearchIcon,
  SproutIcon,
  StarIcon,
} from '../ui/icons.tsx';
import { languageProps } from '../ui/MemberText.tsx';

type Reason = Why['reasons'][number];

const icons: Record<ReasonCode, Icon> = {
  'first-audience': SproutIcon,
  'follows-author': PersonIcon,
  'like-collected': BookmarkIcon,
  'like-opened': EyeIcon,
  topic: StarIcon,
  search: SearchIcon,
  'co-likers': HeartIcon,
  nearby: HomeIcon,
  trending: StarIcon,
  'new-topic': SproutIcon,
  'other-language': GlobeIcon,
  promoted: InfoIcon,
  popular: HeartIcon,
  newest: RefreshIcon,
  found: SearchIcon,
  'wished-topic': StarIcon,
};

/** One reason in plain words, with what it is about. */
export function ReasonRow({ reason, onLeave }: { reason: Reason; onLeave: () => void }) {
  const { t, i18n } = useTranslation('why');
  const Glyph = icons[reason.code];
  const isForeign = reason.code === 'other-language' && reason.language !== undefined;
  const language = isForeign ? languageName(reason.language ?? '', i18n.language) : undefined;
  return (
    <li className="flex gap-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-sunken text-soft">
        <Glyph size={19} />
      </span>
      <div className="min-w-0 flex-1 pt-1.5">
        <p>{language ? t('foreign', { language }) : t(`reason.${reason.code}`)}</p>
        <Subject reason={reason} onLeave={onLeave} />
      </div>
    </li>
  );
}

const linkClass = 'block truncate font-medium text-jade underline-offset-2 hover:underline';

function Subject({ reason, onLeave }: { reason: Reason; onLeave: () => void }): ReactNode {
  const { i18n } = useTranslation();
  const { topic, author, note, words } = reason;
  if (note) {
    return (
      <Link to="/notes/$noteId" params={{ noteId: note.id }} onClick={onLeave} className={linkClass}>
        <span {...languageProps(note.language)}>{note.title}</span>
      </Link>
    );
  }
  if (words) {
    return (
      <Link to="/search" search={{ q: words }} onClick={onLeave} className={linkClass}>
        <span dir="auto">{words}</span>
      </Link>
    );
  }
  if (topic) {
    return (
      <Link to="/topics/$name" params={{ name: topic.name }} search={{}} onClick={onLeave} className={linkClass}>
        <span dir="auto">#{topicLabel(topic, i18n.language) ?? topic.name}</span>
      </Link>
    );
  }
  return author ? (
    <Link to="/members/$handle" params={{ handle: author.handle }} search={{}} onClick={onLeave} className={linkClass}>
      <span dir="auto">{author.name}</span>
    </Link>
  ) : null;
}
