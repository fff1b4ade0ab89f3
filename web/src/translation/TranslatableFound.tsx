import { useMemo } from 'react';
import { foundWords } from './found-words.ts';
import { TranslatableText } from './TranslatableText.tsx';
import { plainUnit } from './text-unit.ts';
import { useTextUnit } from './use-text-unit.ts';

interface TranslatableFoundProps {
  address: string;
  text: string;
  className?: string;
}

export function TranslatableFound({ address, text, className = '' }: TranslatableFoundProps) {
  const unit = useMemo(() => plainUnit(foundWords(address, text)), [address, text]);
  return <TranslatableText read={useTextUnit(unit)} className={className} isCompact />;
}
