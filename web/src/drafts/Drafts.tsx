import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { type BrowserDraft, dropFromBrowser, listInBrowser } from '../compose/browser-drafts.ts';
import { dropFiles } from '../compose/picture-files.ts';
import { type ServerDraft, useDeleteDraft, useServerDrafts } from '../data/drafts.ts';
import { useMe } from '../data/session.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { DraftRow } from './DraftRow.tsx';

/** What was begun and not finished: in this browser, and in the house. */
export function Drafts() {
  const { t } = useTranslation('compose');
  const me = useMe();
  const kept = useServerDrafts(Boolean(me));
  const [, setRound] = useState(0);
  const deletion = useDeleteDraft();
  const onError = useProblemToast();
  const here = listInBrowser(me?.id).filter((draft) => !isKept(draft, kept.data));
  const dropHere = (draft: BrowserDraft) => {
    dropFromBrowser(draft.id);
    void dropFiles(draft.composition.pictures.map((picture) => picture.key));
    setRound((round) => round + 1);
  };
  const dropKept = (draft: ServerDraft) => {
    dropFromBrowser(draft.id);
    deletion.mutate(draft.id, { onError });
  };
  const isLoading = me === undefined || (Boolean(me) && kept.isPending);
  const isEmpty = !isLoading && !kept.error && here.length === 0 && (kept.data ?? []).length === 0;
  return (
    <>
      <ScreenHeader title={t('drafts')}>
        <Link to="/publish" className={buttonClass('primary', 'small')}>
          {t('shelf.begin')}
        </Link>
      </ScreenHeader>
      <div className="mx-auto flex max-w-2xl flex-col gap-8 px-4 pt-4 pb-16">
        {isEmpty ? <EmptyState scene="letter" title={t('shelf.emptyTitle')} body={t('shelf.emptyBody')} /> : null}
        {here.length > 0 ? (
          <Shelf title={t('shelf.here')}>
            {here.map((draft) => (
              <DraftRow
                key={draft.id}
                id={draft.id}
                at={draft.updatedAt}
                {...rowOfBrowser(draft)}
                onDrop={() => dropHere(draft)}
              />
            ))}
          </Shelf>
        ) : null}
        {isLoading ? <Skeleton className="h-20 w-full !rounded-card" /> : null}
        {kept.error ? <FailedState error={kept.error} onRetry={() => void kept.refetch()} /> : null}
        {kept.data && kept.data.length > 0 ? (
          <Shelf title={t('shelf.house')}>
            {kept.data.map((draft) => (
              <DraftRow
                key={draft.id}
                id={draft.id}
                at={draft.updatedAt}
                content={draft}
                pictureCount={draft.pictures.length}
                mediaId={draft.pictures[0]?.mediaId}
                onDrop={() => dropKept(draft)}
              />
            ))}
          </Shelf>
        ) : null}
        {me === null ? (
          <p className="text-center text-small text-quiet">
            <Link to="/sign-in" search={{ next: '/drafts' }} className="underline underline-offset-2 hover:text-ink">
              {t('shelf.signIn')}
            </Link>
          </p>
        ) : null}
      </div>
    </>
  );
}

function Shelf({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="pb-1 text-small font-medium text-quiet">{title}</h2>
      <ul className="flex flex-col">{children}</ul>
    </section>
  );
}

function rowOfBrowser({ composition }: BrowserDraft) {
  return { content: composition, pictureCount: composition.pictures.length, picture: composition.pictures[0] };
}

/** A browser copy of a draft that the house keeps is shown once. */
function isKept({ serverId }: BrowserDraft, kept: readonly ServerDraft[] | undefined): boolean {
  return serverId !== undefined && (kept ?? []).some((draft) => draft.id === serverId);
}
