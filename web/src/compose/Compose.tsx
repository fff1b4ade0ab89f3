import { useSearch } from '@tanstack/react-router';
import { useMe } from '../data/session.ts';
import { ComposeScreen } from './ComposeScreen.tsx';
import { ComposeSkeleton } from './ComposeSkeleton.tsx';
import { useOpenDraft } from './use-open-draft.ts';

/** Publishing begins before signing in: only the last step asks for an account. */
export function Compose() {
  const me = useMe();
  const wish = useSearch({ from: '/publish' });
  if (me === undefined) return <ComposeSkeleton />;
  return <OpenedDraft key={`${me?.id} ${wish.draft ?? ''} ${wish.format ?? ''} ${wish.topic ?? ''}`} {...{ wish, me }} />;
}

function OpenedDraft({ wish, me }: Parameters<typeof useOpenDraft> extends [infer W, infer M] ? { wish: W; me: M } : never) {
  const draft = useOpenDraft(wish, me);
  return draft ? <ComposeScreen opened={draft} me={me} /> : <ComposeSkeleton />;
}
