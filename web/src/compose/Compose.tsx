import { useSearch } from '@tanstack/react-router';
import { useSession } from '../data/session.ts';
import { ComposeScreen } from './ComposeScreen.tsx';
import { ComposeSkeleton } from './ComposeSkeleton.tsx';
import { useOpenDraft } from './use-open-draft.ts';

/** Writing needs neither an account nor a network: only the last step asks for both. */
export function Compose() {
  const session = useSession();
  const wish = useSearch({ from: '/publish' });
  const isUnreachable = session.failureCount > 0 || session.fetchStatus === 'paused';
  if (session.isPending && !isUnreachable) return <ComposeSkeleton />;
  const me = session.data?.me;
  return (
    <OpenedDraft key={`${me?.id} ${wish.draft ?? ''} ${wish.format ?? ''} ${wish.topic ?? ''}`} {...{ wish, me }} />
  );
}

function OpenedDraft({
  wish,
  me,
}: {
  wish: Parameters<typeof useOpenDraft>[0];
  me: Parameters<typeof useOpenDraft>[1];
}) {
  const draft = useOpenDraft(wish, me);
  return draft ? <ComposeScreen opened={draft} me={me} /> : <ComposeSkeleton />;
}
