import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useState } from 'react';
import { useMe } from '../data/session.ts';

const InvitationSheet = lazy(async () => ({ default: (await import('./InvitationSheet.tsx')).InvitationSheet }));

export type InvitationReason =
  | 'like'
  | 'collect'
  | 'comment'
  | 'follow'
  | 'publish'
  | 'report'
  | 'notInterested'
  | 'following'
  | 'member';

/** Runs the action for a member; invites a visitor instead, saying what for. */
export type AsMember = (reason: InvitationReason, action: () => void, name?: string) => void;

type Invite = (reason: InvitationReason, name?: string) => void;

const InviteContext = createContext<Invite>(() => undefined);

export function useInvite(): Invite {
  return use(InviteContext);
}

export function useAsMember(): AsMember {
  const invite = useInvite();
  const me = useMe();
  return useCallback((reason, action, name) => (me === null ? invite(reason, name) : action()), [invite, me]);
}

export function InvitationProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<{ reason: InvitationReason; name: string | undefined }>();
  const invite = useCallback<Invite>((reason, name) => setOpen({ reason, name }), []);
  return (
    <InviteContext value={invite}>
      {children}
      {open ? (
        <Suspense>
          <InvitationSheet reason={open.reason} name={open.name} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </InviteContext>
  );
}
