import type { GlossView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useVoteGloss } from '../data/glossary-changes.ts';
import { useMe } from '../data/session.ts';
import { Count } from '../ui/Count.tsx';
import { classNames } from '../ui/class-names.ts';
import { ThumbDownIcon, ThumbUpIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

const thumbs = [
  { vote: 'up', icon: ThumbUpIcon },
  { vote: 'down', icon: ThumbDownIcon },
] as const;

/** Explained well or not; pressing what was given takes it back. Nobody votes on their own term. */
export function GlossVotes({ gloss }: { gloss: Pick<GlossView, 'id' | 'term' | 'by' | 'votes'> }) {
  const { t } = useTranslation('glossary');
  const me = useMe();
  const asMember = useAsMember();
  const onError = useProblemToast();
  const voting = useVoteGloss(gloss.id);
  const isOwn = me != null && gloss.by?.handle === me.handle;
  const given = voting.isPending ? voting.variables : gloss.votes.mine;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own box around two buttons
    <div role="group" aria-label={t('vote.label', { term: gloss.term })} className="flex items-center">
      {thumbs.map(({ vote, icon: Thumb }) => (
        <button
          key={vote}
          type="button"
          disabled={isOwn}
          title={isOwn ? t('vote.own') : undefined}
          aria-pressed={given === vote}
          aria-label={t(`vote.${vote}`, { count: gloss.votes[vote] })}
          onClick={() => asMember('member', () => voting.mutate(given === vote ? 'none' : vote, { onError }))}
          className={classNames(
            'pressable inline-flex min-h-9 min-w-11 items-center gap-1.5 rounded-full px-2 text-small hover:enabled:bg-sunken',
            given === vote ? 'font-medium text-jade' : 'text-quiet',
          )}
        >
          <Thumb size={17} />
          {gloss.votes[vote] > 0 ? <Count value={gloss.votes[vote]} /> : null}
        </button>
      ))}
    </div>
  );
}
