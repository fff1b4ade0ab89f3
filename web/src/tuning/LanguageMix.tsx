import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeWishes, type Wishes } from '../data/feed-controls.ts';
import { classNames } from '../ui/class-names.ts';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { mixWords } from './mix-words.ts';

/** Where the handle rests while the house decides. */
const restingPlace = 20;
const previewCards = 10;

interface LanguageMixProps {
  wishes: Pick<Wishes, 'foreignShare'>;
  /** The title stands above already. */
  isBare?: boolean;
  /** The feed has been laid anew. */
  onChange?: () => void;
}

/** How much of the feed may come from beyond one's own languages, with a preview in words and in ten small cards. */
export function LanguageMix({ wishes, isBare = false, onChange }: LanguageMixProps) {
  const { t } = useTranslation('controls');
  const id = useId();
  const slider = useRef<HTMLInputElement>(null);
  const onError = useProblemToast();
  const change = useChangeWishes();
  const [held, setHeld] = useState<number>();
  const wished = wishes.foreignShare === null ? undefined : Math.round(wishes.foreignShare * 100);
  const percent = held ?? wished;
  const words = percent === undefined ? t('mix.house') : t(`mix.words.${mixWords(percent / 100)}`);
  const save = (foreignShare: number | null) => void change.mutateAsync({ foreignShare }).then(onChange, onError);
  const release = () => held !== undefined && held !== wished && save(held / 100);
  const leaveToHouse = () => {
    save(null);
    slider.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wished now takes over from the hand
  useEffect(() => setHeld(undefined), [wished]);
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className={classNames(isBare && 'sr-only')}>
        <h2 id={id} className="text-title font-semibold">
          {t('mix.title')}
        </h2>
      </div>
      <p className="text-soft" aria-hidden="true">
        {words}
      </p>
      <PreviewCards percent={percent} />
      <input
        ref={slider}
        type="range"
        min={0}
        max={100}
        step={5}
        value={percent ?? restingPlace}
        aria-label={t('mix.label')}
        aria-valuetext={words}
        onChange={(event) => setHeld(Number(event.target.value))}
        onPointerUp={release}
        onKeyUp={release}
        onBlur={release}
        className={classNames('mix-slider', percent === undefined && 'mix-slider-resting')}
      />
      <div className="flex min-h-9 items-center justify-between gap-2 text-small text-quiet">
        <span aria-hidden="true">{t('mix.own')}</span>
        {percent === undefined ? null : (
          <button
            type="button"
            onClick={leaveToHouse}
            className="font-medium text-jade underline-offset-2 hover:underline"
          >
            {t('mix.houseButton')}
          </button>
        )}
        <span aria-hidden="true">{t('mix.elsewhere')}</span>
      </div>
    </section>
  );
}

function PreviewCards({ percent }: { percent: number | undefined }) {
  const foreign = Math.round(((percent ?? 0) / 100) * previewCards);
  return (
    <div aria-hidden="true" className="flex gap-1.5">
      {Array.from({ length: previewCards }, (_, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
          key={place}
          className={classNames(
            'h-8 flex-1 rounded-md transition-colors',
            percent === undefined ? 'bg-sunken' : place >= previewCards - foreign ? 'bg-jade' : 'bg-line-strong',
          )}
        />
      ))}
    </div>
  );
}
