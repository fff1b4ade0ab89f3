import { lazy, Suspense } from 'react';
import { MemberText } from '../ui/MemberText.tsx';

const TranslatableFound = lazy(async () => ({
  default: (await import('./TranslatableFound.tsx')).TranslatableFound,
}));

interface FoundTextProps {
  address: string;
  text: string;
  className?: string;
}

/** A text whose language the house does not name. It is read at once; what finds its language, and the offer, follow. */
export function FoundText(props: FoundTextProps) {
  return (
    <Suspense fallback={<MemberText text={props.text} language="und" className={props.className ?? ''} />}>
      <TranslatableFound {...props} />
    </Suspense>
  );
}
