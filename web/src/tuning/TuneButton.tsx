import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/Button.tsx';
import { SettingsIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';

const TuningPanel = lazy(async () => ({ default: (await import('./TuningPanel.tsx')).TuningPanel }));

/** Language mix and usual feed, one tap from the feed itself. */
export function TuneButton() {
  const { t } = useTranslation('feed');
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const asMember = useAsMember();
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={t('tune')}
        onClick={() => asMember('notInterested', () => setOpen(true))}
        className={`${buttonClass('plain', 'small')} min-h-10 text-soft max-wide:px-2.5`}
      >
        <SettingsIcon size={20} />
        <span className="max-wide:sr-only">{t('tune')}</span>
      </button>
      {isOpen ? (
        <Suspense>
          <TuningPanel anchor={anchor} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
