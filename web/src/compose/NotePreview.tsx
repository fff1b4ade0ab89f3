import type { Me } from '@teahouse/contract';
import { detectLanguage } from '@teahouse/engine';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { HeartIcon, StackIcon } from '../ui/icons.tsx';
import { languageProps, MemberText } from '../ui/MemberText.tsx';
import { TextCoverArt } from '../ui/TextCoverArt.tsx';
import type { Composition } from './composition.ts';
import { usePictureUrl } from './use-picture-url.ts';

interface NotePreviewProps {
  composition: Composition;
  me: Me | null | undefined;
}

type View = 'card' | 'note';

/** How others will meet the note: as a card among others, and opened. */
export function NotePreview({ composition, me }: NotePreviewProps) {
  const { t } = useTranslation('compose');
  const [view, setView] = useState<View>('card');
  const language = composition.language ?? detectLanguage(`${composition.title}\n${composition.text}`).language;
  const title = composition.title.trim() || t('preview.untitled');
  const parts = { composition, me, language, title };
  return (
    <aside aria-label={t('preview.label')} className="w-[340px] shrink-0 pt-3">
      <div className="sticky top-[calc(var(--top-height)+12px)] flex flex-col gap-4">
        <SegmentedChoice
          label={t('preview.label')}
          options={(['card', 'note'] as const).map((id) => ({ id, label: t(`preview.${id}`) }))}
          chosen={view}
          onChoose={setView}
        />
        <div className="grid justify-center rounded-sheet bg-sunken p-6">
          {view === 'card' ? <CardView {...parts} /> : <NoteView {...parts} />}
        </div>
      </div>
    </aside>
  );
}

interface ViewProps extends NotePreviewProps {
  language: string;
  title: string;
}

function Cover({ composition, language, title }: ViewProps) {
  const url = usePictureUrl(composition.pictures[0], 720);
  const ratio = coverRatioOf(composition);
  return (
    <div className="relative overflow-hidden bg-line" style={{ aspectRatio: ratio }}>
      {composition.pictures.length === 0 ? (
        <TextCoverArt template={composition.textCover} text={title} language={language} isDecorative />
      ) : url ? (
        <img src={url} alt={composition.pictures[0]?.alt ?? ''} className="size-full object-cover" />
      ) : null}
      {composition.pictures.length > 1 ? (
        <span className="absolute end-2 top-2 grid size-6 place-items-center rounded-full bg-black/40 text-white">
          <StackIcon size={14} strokeWidth={2} />
        </span>
      ) : null}
    </div>
  );
}

function CardView(props: ViewProps) {
  const { composition, me, language, title } = props;
  const { t } = useTranslation('compose');
  return (
    <div className="w-56 overflow-hidden rounded-card bg-paper pb-2">
      <Cover {...props} />
      {composition.pictures.length > 0 ? (
        <p {...languageProps(language)} className="mx-2.5 mt-2 line-clamp-2 text-[0.875rem]/5 font-medium">
          {title}
        </p>
      ) : null}
      <div className="mx-2.5 mt-2 flex items-center gap-1.5 text-[0.75rem]/4 text-quiet">
        {me ? <Avatar member={me} size={20} /> : null}
        <span className="min-w-0 flex-1 truncate">{me?.name ?? t('preview.you')}</span>
        <HeartIcon size={16} /> 0
      </div>
    </div>
  );
}

function NoteView(props: ViewProps) {
  const { composition, language, title } = props;
  return (
    <div className="w-72 overflow-hidden rounded-card bg-paper pb-4">
      <Cover {...props} />
      <div className="flex max-h-72 flex-col gap-2 overflow-y-auto px-4 pt-3">
        <p {...languageProps(language)} className="text-title font-semibold">
          {title}
        </p>
        {composition.text ? <MemberText text={composition.text} language={language} /> : null}
        <p className="flex flex-wrap gap-x-2.5 text-jade">
          {composition.topics.map((topic) => (
            <span key={topic}>#{topic}</span>
          ))}
        </p>
      </div>
    </div>
  );
}

/** As on cards: neither slivers nor towers. */
function coverRatioOf({ pictures }: Composition): number {
  const media = pictures[0]?.media;
  return media ? Math.min(4 / 3, Math.max(3 / 4, media.width / media.height)) : 3 / 4;
}
