import { Link } from '@tanstack/react-router';
import { Problem } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useKeepDraft } from '../data/drafts.ts';
import { useMe } from '../data/session.ts';
import { Button } from '../ui/Button.tsx';
import { useInvite } from '../ui/invitation.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import type { BrowserDraft } from './browser-drafts.ts';
import { draftBody, isEmpty, type Shortcoming } from './composition.ts';
import { ShortcomingText } from './ShortcomingText.tsx';
import type { PublishState } from './use-publish.ts';

interface PublishBarProps {
  draft: BrowserDraft;
  update: (change: (before: BrowserDraft) => Partial<BrowserDraft>) => void;
  publish: () => void;
  state: PublishState;
  error: unknown;
  shortcoming: Shortcoming | undefined;
  isVisitor: boolean;
}

/** Stays at the foot of the screen: keep for later, or publish. Visitors are invited at this last step only. */
export function PublishBar({ draft, update, publish, state, error, shortcoming, isVisitor }: PublishBarProps) {
  const { t } = useTranslation('compose');
  const invite = useInvite();
  const toast = useToast();
  const onError = useProblemToast();
  const keeping = useKeepDraft();
  const asMember = (action: () => void) => () => (isVisitor ? invite('publish') : action());
  const keep = () =>
    keeping.mutate(
      { draftId: draft.serverId, body: draftBody(draft.composition) },
      {
        onError: (problem) => {
          if (problem instanceof Problem && problem.code === 'not-found') update(() => ({ serverId: undefined }));
          onError(problem);
        },
        onSuccess: ({ id }) => {
          update(() => ({ serverId: id }));
          toast(t('keptInHouse'));
        },
      },
    );
  const isBusy = state !== 'idle';
  return (
    <footer className="sticky bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom,0px)]">
      <div className="mx-auto flex max-w-[1120px] flex-col gap-2 px-4 py-2.5 wide:px-6">
        <Trouble error={error} shortcoming={shortcoming} />
        <div className="flex gap-2.5 wide:justify-end">
          <Button
            look="outline"
            size="large"
            disabled={isEmpty(draft.composition)}
            isBusy={keeping.isPending}
            onClick={asMember(keep)}
          >
            {t('keep')}
          </Button>
          <Button
            look="primary"
            size="large"
            isBusy={isBusy}
            onClick={asMember(publish)}
            className="flex-1 wide:min-w-56 wide:flex-none"
          >
            {t(state === 'waiting-for-pictures' ? 'waitingForPictures' : state === 'sending' ? 'sending' : 'publish')}
          </Button>
        </div>
      </div>
    </footer>
  );
}

function Trouble({ error, shortcoming }: { error: unknown; shortcoming: Shortcoming | undefined }) {
  const { t } = useTranslation('compose');
  const me = useMe();
  const textOf = useProblemText();
  if (!error && !shortcoming) return null;
  const wasPublished = error instanceof Problem && error.code === 'idempotency-mismatch';
  return (
    <p role="alert" className="text-small text-accent-fill">
      {shortcoming ? (
        <ShortcomingText shortcoming={shortcoming} />
      ) : wasPublished ? (
        t('alreadyPublished')
      ) : (
        textOf(error)
      )}
      {wasPublished && me ? (
        <Link to="/members/$handle" params={{ handle: me.handle }} className="ms-2 underline underline-offset-2">
          {t('myNotes')}
        </Link>
      ) : null}
    </p>
  );
}
