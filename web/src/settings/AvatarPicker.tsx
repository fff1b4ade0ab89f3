import type { Me } from '@teahouse/contract';
import { type ChangeEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptedPictures } from '../data/uploads.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { CameraIcon } from '../ui/icons.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useAvatarUpload } from './use-avatar-upload.ts';

export function AvatarPicker({ me }: { me: Me }) {
  const { t } = useTranslation('settings');
  const input = useRef<HTMLInputElement>(null);
  const problemText = useProblemText();
  const { progress, choose, remove } = useAvatarUpload();
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can then be picked again.
    event.target.value = '';
    if (file) choose.mutate(file);
  };
  const isBusy = choose.isPending || remove.isPending;
  const failure = choose.error ?? remove.error;
  return (
    <div className="flex items-center gap-4">
      <Avatar member={me} size={80} />
      <div className="flex flex-col items-start gap-1.5">
        <div className="flex flex-wrap gap-2">
          <Button size="small" isBusy={isBusy} onClick={() => input.current?.click()}>
            <CameraIcon size={18} />
            {t('profile.changePicture')}
          </Button>
          {me.avatar ? (
            <Button look="plain" size="small" disabled={isBusy} onClick={() => remove.mutate()}>
              {t('profile.removePicture')}
            </Button>
          ) : null}
        </div>
        <input
          ref={input}
          type="file"
          accept={acceptedPictures}
          aria-label={t('profile.changePicture')}
          className="sr-only"
          tabIndex={-1}
          onChange={pick}
        />
        <p role="status" className="tabular min-h-4.5 text-small text-quiet">
          {progress ? (
            progress.isProcessing ? (
              t('profile.processing')
            ) : (
              t('profile.uploading', { percent: Math.round(progress.sent * 100) })
            )
          ) : failure ? (
            <span className="text-accent-fill">{problemText(failure)}</span>
          ) : null}
        </p>
      </div>
    </div>
  );
}
