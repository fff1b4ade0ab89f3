import type { NoteView } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyNoteLink, noteUrl } from '../cards/copy-note-link.ts';
import { useCountShare } from '../data/reactions.ts';
import { useMe } from '../data/session.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { DownloadIcon, LinkIcon, ShareIcon } from '../ui/icons.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

interface ShareSheetProps {
  note: NoteView;
  onClose: () => void;
}

/** The note as a picture to pass on, and its link. */
export function ShareSheet({ note, onClose }: ShareSheetProps) {
  const { t } = useTranslation('note');
  const card = `/share/notes/${note.id}.png`;
  const isMember = Boolean(useMe());
  const countShare = useCountShare(note.id);
  const toast = useToast();
  const onError = useProblemToast();
  const count = () => isMember && countShare.mutate();
  const copy = () =>
    copyNoteLink(note.id).then(() => {
      toast(t('shareSheet.copied'));
      count();
      onClose();
    }, onError);
  /** Refusing the system's sheet is no mistake. */
  const passOn = () => navigator.share({ title: note.title, url: noteUrl(note.id) }).then(count, () => undefined);
  return (
    <Sheet title={t('shareSheet.title')} isOpen onClose={onClose}>
      <ShareCard source={card} alt={t('shareSheet.card', { title: note.title })} />
      <div className="flex flex-col gap-2.5 pt-4">
        <Button look="primary" size="large" onClick={() => void copy()}>
          <LinkIcon size={20} />
          {t('shareSheet.copy')}
        </Button>
        <a href={card} download={`teahouse-${note.id}.png`} onClick={count} className={buttonClass('outline', 'large')}>
          <DownloadIcon size={20} />
          {t('shareSheet.download')}
        </a>
        {'share' in navigator ? (
          <Button look="outline" size="large" onClick={() => void passOn()}>
            <ShareIcon size={20} />
            {t('shareSheet.more')}
          </Button>
        ) : null}
      </div>
    </Sheet>
  );
}

function ShareCard({ source, alt }: { source: string; alt: string }) {
  const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading');
  if (state === 'failed') return null;
  return (
    <div className="overflow-hidden rounded-card border border-line">
      <img
        src={source}
        alt={alt}
        width={1200}
        height={630}
        onLoad={() => setState('loaded')}
        onError={() => setState('failed')}
        className={classNames('h-auto w-full', state === 'loading' && 'skeleton aspect-[1200/630]')}
      />
    </div>
  );
}
