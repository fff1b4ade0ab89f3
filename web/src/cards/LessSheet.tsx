import type { NoteCard } from '@teahouse/contract';
import { type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { useHide, useUnhide } from '../data/not-interested.ts';
import { useNote } from '../data/notes.ts';
import type { Hide } from '../data/overlays.ts';
import { topicLabel } from '../translation/topic-label.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { languageName } from '../ui/badges.tsx';
import { EyeOffIcon, GlobeIcon } from '../ui/icons.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { CardsAroundContext, openPage } from './cards-around.ts';
import { useReceiptText } from './use-receipt-text.ts';

interface LessSheetProps {
  note: NoteCard;
  /** No card of the note is in sight that could become a receipt: what was chosen is said in passing. */
  hasNoCard?: boolean;
  onClose: () => void;
}

/** "Not interested": in this note, its author, one of its topics, or its language. */
export function LessSheet({ note, hasNoCard = false, onClose }: LessSheetProps) {
  const { t, i18n } = useTranslation('controls');
  const refuse = useRefuse(note, hasNoCard, onClose);
  const language = languageName(note.language, i18n.language);
  return (
    <Sheet title={t('less.title')} isOpen onClose={onClose} width={400}>
      <ul className="-mx-2 flex flex-col">
        <Choice icon={<EyeOffIcon size={20} />} hint={t('less.noteHint')} onChoose={() => refuse({ reason: 'note' })}>
          {t('less.note')}
        </Choice>
        <Choice
          icon={<Avatar member={note.author} size={28} />}
          hint={t('less.authorHint')}
          onChoose={() => refuse({ reason: 'author' })}
        >
          <span dir="auto">{note.author.name}</span>
        </Choice>
        {language ? (
          <Choice
            icon={<GlobeIcon size={20} />}
            hint={t('less.languageHint')}
            onChoose={() => refuse({ reason: 'language' })}
          >
            {t('less.language', { language })}
          </Choice>
        ) : null}
      </ul>
      <Topics note={note} onChoose={(topic) => refuse({ reason: 'topic', topic })} />
      <p className="border-t border-line pt-3.5 text-small text-quiet">{t('less.foot')}</p>
    </Sheet>
  );
}

function useRefuse(note: NoteCard, hasNoCard: boolean, onClose: () => void): (what: Hide) => void {
  const { t } = useTranslation();
  const around = use(CardsAroundContext);
  const toast = useToast();
  const receiptText = useReceiptText();
  const onError = useProblemToast();
  const hide = useHide(note.id, onError);
  const undo = useUnhide(note.id, onError);
  return (what) => {
    hide.mutate({ what, page: openPage(around) });
    if (!hasNoCard) return;
    toast(receiptText(note, what), { label: t('undo'), onAction: () => undo.mutate() });
    onClose();
  };
}

interface ChoiceProps {
  icon: ReactNode;
  hint: string;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ icon, hint, onChoose, children }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        className="pressable flex min-h-14 w-full items-center gap-3 rounded-card px-3 py-2 text-start hover:bg-sunken"
      >
        <span className="grid size-8 shrink-0 place-items-center text-soft">{icon}</span>
        <span className="min-w-0">
          <span className="block truncate font-medium">{children}</span>
          <span className="block text-small text-quiet">{hint}</span>
        </span>
      </button>
    </li>
  );
}

/** A card does not carry its topics; they are asked for when somebody wants less of one, into room kept for them. */
function Topics({ note, onChoose }: { note: NoteCard; onChoose: (topic: NonNullable<Hide['topic']>) => void }) {
  const { t, i18n } = useTranslation('controls');
  const query = useNote(note.id);
  if (query.isError || query.data?.topics.length === 0) return <div className="h-3" />;
  return (
    <section aria-label={t('less.topics')} className="pt-2 pb-4">
      <h3 className="pb-2 text-small text-quiet">{t('less.topics')}</h3>
      <div className="flex min-h-9 flex-wrap gap-2">
        {query.data ? (
          query.data.topics.map((topic) => (
            <Button key={topic.id} size="small" onClick={() => onChoose(topic)}>
              <span dir="auto">#{topicLabel(topic, i18n.language) ?? topic.name}</span>
            </Button>
          ))
        ) : (
          <Skeleton className="h-9 w-40 !rounded-full" />
        )}
      </div>
    </section>
  );
}
