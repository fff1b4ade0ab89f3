import { noteFormats } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import type { Composition } from './composition.ts';
import type { ChangeComposition } from './use-browser-draft.ts';

interface FormatPickerProps {
  composition: Composition;
  change: ChangeComposition;
}

/** The shapes notes took in January 2025, each with a way to begin. */
export function FormatPicker({ composition: { format, text }, change }: FormatPickerProps) {
  const { t } = useTranslation(['compose', 'common']);
  const starter = format === 'free' ? '' : t(`format.${format}.starter`);
  return (
    <section aria-label={t('format.legend')} className="border-t border-line py-3">
      <div className="no-scrollbar -mx-4 flex gap-2 overflow-x-auto px-4 wide:mx-0 wide:flex-wrap wide:px-0">
        {noteFormats.map((id) => (
          <Chip key={id} isOn={id === format} onClick={() => change({ format: id })} className="shrink-0">
            {t(`common:format.${id}`)}
          </Chip>
        ))}
      </div>
      {format === 'free' ? null : (
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-sunken px-4 py-3">
          <p className="min-w-52 flex-1 text-small text-soft">{t(`format.${format}.prompt`)}</p>
          {text.includes(starter) ? null : (
            <Button
              look="outline"
              size="small"
              onClick={() => change(({ text: before }) => ({ text: before ? `${before}\n\n${starter}` : starter }))}
            >
              {t('format.useStarter')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
