import { useTranslation } from 'react-i18next';
import { type Appeal, useAppeals } from '../data/moderation.ts';
import { useMe } from '../data/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { nameOfActor } from './actor-name.ts';
import { Queue } from './Queue.tsx';
import { SubjectCard } from './SubjectCard.tsx';

/** Decisions whose authors asked for a second look, answered by somebody else than who decided. */
export function AppealQueue() {
  const { t } = useTranslation('moderation');
  return (
    <Queue
      label={t('tab.appeals')}
      query={useAppeals()}
      detailTitle={t('appeal.title')}
      row={(appeal) => <AppealRow appeal={appeal} />}
      detail={(appeal, onDone) => <AppealDetail appeal={appeal} onDone={onDone} />}
      empty={<EmptyState scene="letter" title={t('appeal.none')} body={t('appeal.noneBody')} />}
    />
  );
}

function AppealRow({ appeal: { statement } }: { appeal: Appeal }) {
  const { t } = useTranslation('moderation');
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-center gap-2 text-small text-quiet">
        <span className="rounded-full bg-amber-soft px-2 font-medium text-amber">
          {statement.action === 'hold' ? t('held') : t(`action.${statement.action}`)}
        </span>
        <span>{t(`kind.${statement.subject.kind}`)}</span>
        {statement.appeal ? <RelativeTime at={statement.appeal.createdAt} className="ms-auto" /> : null}
      </span>
      <span dir="auto" className="line-clamp-2">
        {statement.subject.excerpt}
      </span>
    </span>
  );
}

function AppealDetail({ appeal, onDone }: { appeal: Appeal; onDone: () => void }) {
  const { t } = useTranslation('moderation');
  const { statement, subject, decidedBy } = appeal;
  const me = useMe();
  const isMine = me?.handle === decidedBy;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <p className="text-small text-quiet">
          {t('appeal.decided', {
            action: statement.action === 'hold' ? t('held') : t(`action.${statement.action}`),
            name: nameOfActor(decidedBy, t('audit.house')),
          })}{' '}
          <RelativeTime at={statement.decidedAt} />
        </p>
        <p className="font-medium">
          {statement.rule.number}. {statement.rule.title}
        </p>
        <p dir="auto" className="whitespace-pre-wrap text-soft">
          {statement.explanation}
        </p>
      </div>
      <SubjectCard subject={subject} />
      {statement.appeal ? (
        <div className="flex flex-col gap-1.5">
          <h2 className="font-semibold">{t('appeal.words')}</h2>
          <blockquote dir="auto" className="border-s-2 border-jade ps-3 whitespace-pre-wrap">
            {statement.appeal.text}
          </blockquote>
        </div>
      ) : null}
      {isMine ? (
        <p className="rounded-card bg-amber-soft px-4 py-3 text-small text-amber">{t('appeal.notYou')}</p>
      ) : (
        <AnswerForm appealId={appeal.id} onDone={onDone} />
      )}
    </div>
  );
}
