import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Footnotes } from './Footnotes.tsx';
import { TranslationMark } from './TranslationMark.tsx';
import { TranslationState } from './TranslationState.tsx';
import { TranslationToggle } from './TranslationToggle.tsx';
import { TranslationTools } from './TranslationTools.tsx';
import type { ReadUnit } from './use-text-unit.ts';
import { namesOf } from './use-translation-line.ts';

interface TranslationBarProps {
  read: ReadUnit;
  /** One quiet line whose tools open on demand: under comments. */
  isCompact?: boolean;
}

/** Stands under a foreign text: the offer, the way back, where the translation comes from, and what can be said about it. */
export function TranslationBar({ read, isCompact = false }: TranslationBarProps) {
  const tools = useId();
  const [isOpen, setOpen] = useState(!isCompact);
  const [isAskedHere, setAskedHere] = useState(false);
  if (!read.isOffered) return null;
  const { main, shows, isReadable, isWaiting } = read;
  const isShown = isReadable && shows !== 'original';
  const disclosure = isCompact ? { isOpen, controls: tools, onToggle: () => setOpen(!isOpen) } : undefined;
  return (
    <div className="flex flex-col">
      {/* Twenty comments that arrive together are announced once, above them; a text asked for here, here. */}
      <div role={isAskedHere ? 'status' : undefined}>
        {isShown && isAskedHere ? <Arrived read={read} /> : null}
        {shows !== 'original' && !isReadable && !isWaiting ? <TranslationState read={read} /> : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-3">
        <TranslationToggle read={read} onAsk={() => setAskedHere(true)} />
        {isWaiting ? <span aria-hidden="true" className="translation-waiting" /> : null}
        {isShown && main?.view ? <TranslationMark view={main.view} disclosure={disclosure} /> : null}
        {isShown && isOpen ? <TranslationTools read={read} id={tools} isCompact={isCompact} /> : null}
      </div>
      <Footnotes read={read} />
    </div>
  );
}

function Arrived({ read: { main, to } }: { read: ReadUnit }) {
  const { t, i18n } = useTranslation('translation');
  const from = namesOf(main?.view?.from ?? [], i18n.language, to);
  return <span className="sr-only">{from ? t('arrived', { from }) : t('arrivedPlain')}</span>;
}
