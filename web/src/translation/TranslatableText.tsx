import { MemberText } from '../ui/MemberText.tsx';
import { Sides } from './Sides.tsx';
import { TranslationBar } from './TranslationBar.tsx';
import { useMarkedTerms } from './use-marked-terms.tsx';
import type { ReadUnit } from './use-text-unit.ts';

interface TranslatableTextProps {
  read: ReadUnit;
  mentions?: readonly { handle: string; name: string }[];
  className?: string;
  isCompact?: boolean;
}

/** A text in the language its reader wants it in, with everything that belongs to that below. */
export function TranslatableText({ read, mentions = [], className = '', isCompact = false }: TranslatableTextProps) {
  return (
    <div className="flex flex-col gap-0.5">
      <ReadText read={read} mentions={mentions} className={className} />
      <TranslationBar read={read} isCompact={isCompact} />
    </div>
  );
}

interface ReadTextProps {
  read: ReadUnit;
  mentions: readonly { handle: string; name: string }[];
  className?: string;
  /** The title above it, as it is shown. */
  before?: string;
}

/** The text of a unit: as written, translated in its place, or both. */
export function ReadText({ read, mentions, className = '', before = '' }: ReadTextProps) {
  const { unit, text: view, shows, to } = read;
  const marked = useMarkedTerms(read);
  if (!unit.text) return null;
  const translated = shows === 'original' ? undefined : view?.text;
  if (translated === undefined || !view) {
    const { source, language } = unit.text;
    return (
      <MemberText
        text={source}
        language={language}
        mentions={mentions}
        className={className}
        drawer={marked(false, before)}
      />
    );
  }
  if (shows === 'sides') return <Sides words={unit.text} view={view} />;
  return (
    <MemberText
      text={translated}
      language={to}
      mentions={mentions}
      className={className}
      drawer={marked(true, before)}
    />
  );
}
