import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import type { ReadUnit } from './use-text-unit.ts';

interface TranslationToggleProps {
  read: ReadUnit;
  /** The reader asked for it by this very button. */
  onAsk: () => void;
}

/** What pressing does next; also the name of its label. */
type Step = 'translate' | 'translating' | 'original' | 'retry' | 'hide';

/** One button from the offer to the way back, so that the focus stays where it was. */
export function TranslationToggle({ read, onAsk }: TranslationToggleProps) {
  const { t } = useTranslation('translation');
  const step = stepOf(read);
  const isAhead = step === 'translate' || step === 'translating';
  const press = () => {
    if (step !== 'translate' && step !== 'retry') return read.show('original');
    onAsk();
    if (mayComeLater(read)) read.retry();
    else read.show('translated');
  };
  return (
    <button
      type="button"
      aria-busy={step === 'translating' || undefined}
      onClick={press}
      className={classNames(
        'pressable inline-flex min-h-8 items-center gap-1.5 text-small font-medium whitespace-nowrap',
        isAhead ? 'text-jade' : 'text-soft hover:text-ink',
      )}
    >
      {isAhead ? (
        <span aria-hidden="true" className="translated-mark">
          译
        </span>
      ) : null}
      {t(step)}
    </button>
  );
}

function stepOf(read: ReadUnit): Step {
  if (read.shows === 'original') return 'translate';
  if (read.isReadable) return 'original';
  if (read.isWaiting) return 'translating';
  return mayComeLater(read) ? 'retry' : 'hide';
}

/** States that another try may change. */
function mayComeLater({ main }: ReadUnit): boolean {
  const state = main?.view?.state;
  return state === 'failed' || state === 'budget' || state === 'engine-off';
}
