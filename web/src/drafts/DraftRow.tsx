import { Link } from '@tanstack/react-router';
import type { TextCover } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import type { ComposedPicture } from '../compose/composition.ts';
import { usePictureUrl } from '../compose/use-picture-url.ts';
import { useMyPicture } from '../data/drafts.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TrashIcon } from '../ui/icons.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { TextCoverArt } from '../ui/TextCoverArt.tsx';

interface DraftRowProps {
  id: string;
  at: string;
  content: { title: string; text: string; textCover?: TextCover | undefined };
  pictureCount: number;
  /** First picture of a browser draft. */
  picture?: ComposedPicture | undefined;
  /** First picture of a draft in the house. */
  mediaId?: string | undefined;
  onDrop: () => void;
}

export function DraftRow({ id, at, content, pictureCount, picture, mediaId, onDrop }: DraftRowProps) {
  const { t } = useTranslation('compose');
  const media = useMyPicture(mediaId).data;
  const shown = picture ?? (media ? { key: media.id, alt: '', media } : undefined);
  const url = usePictureUrl(shown, 360);
  const title = content.title.trim() || content.text.trim().split('\n')[0] || t('shelf.untitled');
  return (
    <li className="flex items-center gap-2 border-b border-line last:border-0">
      <Link
        to="/publish"
        search={{ draft: id }}
        className="flex min-w-0 flex-1 items-center gap-4 rounded-card py-3 hover:bg-sunken"
      >
        <span className="h-20 w-15 shrink-0 overflow-hidden rounded-xl bg-sunken">
          {url ? (
            <img src={url} alt="" className="size-full object-cover" />
          ) : (
            <TextCoverArt template={content.textCover ?? 'paper'} text={title} language="und" isDecorative />
          )}
        </span>
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span dir="auto" className="line-clamp-2 font-medium">
            {title}
          </span>
          {content.title.trim() !== '' && content.text.trim() !== '' ? (
            <span dir="auto" className="truncate text-small text-soft">
              {content.text.trim()}
            </span>
          ) : null}
          <span className="flex gap-2 text-small text-quiet">
            <RelativeTime at={at} />
            {pictureCount > 0 ? <span>{t('shelf.pictures', { count: pictureCount })}</span> : null}
          </span>
        </span>
      </Link>
      <IconButton icon={TrashIcon} label={t('shelf.delete', { title })} onClick={onDrop} />
    </li>
  );
}
