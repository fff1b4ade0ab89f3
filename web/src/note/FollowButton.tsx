import { useTranslation } from 'react-i18next';
import { useFollow } from '../data/members.ts';
import { Button, type ButtonSize } from '../ui/Button.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

interface FollowButtonProps {
  handle: string;
  name: string;
  /** As the house last said. */
  follows: boolean;
  size?: ButtonSize;
}

export function FollowButton({ handle, name, follows: serverFollows, size = 'small' }: FollowButtonProps) {
  const { t } = useTranslation('note');
  const asMember = useAsMember();
  const onError = useProblemToast();
  const { follows, mutation } = useFollow(handle, serverFollows);
  return (
    <Button
      look={follows ? 'outline' : 'primary'}
      size={size}
      aria-pressed={follows}
      aria-label={t(follows ? 'unfollowName' : 'followName', { name })}
      onClick={() => asMember('follow', () => mutation.mutate(!follows, { onError }), name)}
    >
      {t(follows ? 'following' : 'follow')}
    </Button>
  );
}
