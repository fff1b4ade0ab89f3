import type { NoteCard } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import type { Hide } from '../data/overlays.ts';
import { useHide } from '../data/reactions.ts';
import { Button } from '../ui/Button.tsx';
import { languageName } from '../ui/badges.tsx';
import { EyeOffIcon } from '../ui/icons.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

/** Stands where a card was: what the feed will do from now on, and the way back. */
export function Receipt({ card, hide }: { card: NoteCard; hide: Hide }) {
  const { t, i18n } = useTranslation(['feed', 'common']);
  const { undo } = useHide(card);
  const onError = useProblemToast();
  const language = languageName(card.language, i18n.language) ?? card.language;
  return (
    <div className="flex h-full animate-fade flex-col items-center justify-center gap-3 rounded-card bg-sunken p-4 text-center">
      <EyeOffIcon size={28} className="text-quiet" />
      <p id={`card-${card.id}`} className="text-small text-soft" role="status">
        {t(`receipt.${hide.reason}`, { name: card.author.name, language })}
      </p>
      <Button look="outline" size="small" onClick={() => undo.mutate(undefined, { onError })}>
        {t('common:undo')}
      </Button>
    </div>
  );
}
