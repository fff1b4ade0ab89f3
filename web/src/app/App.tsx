import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useLiveStream } from '../data/live.ts';
import { InvitationProvider } from '../ui/invitation.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { Frame } from './Frame.tsx';
import { loadNoteDialog, useOpenNote } from './note-dialog.ts';

const NoteDialog = lazy(async () => ({ default: (await loadNoteDialog()).NoteDialog }));

/** Root of every screen. A note opened over a feed is a search parameter of the screen below it. */
export function App() {
  useLiveStream();
  const openNote = useOpenNote();
  return (
    <ToastProvider>
      <InvitationProvider>
        <Frame>
          <Suspense>
            <Outlet />
          </Suspense>
        </Frame>
        {openNote ? (
          <Suspense>
            <NoteDialog noteId={openNote} />
          </Suspense>
        ) : null}
      </InvitationProvider>
    </ToastProvider>
  );
}
