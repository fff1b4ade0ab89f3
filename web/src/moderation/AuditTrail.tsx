import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { type AuditLine, useAudit } from '../data/moderation.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { nameOfActor } from './actor-name.ts';
import { QueueSkeleton } from './QueueSkeleton.tsx';

/** Verbs of the log that have words of their own; others are shown as they are written. */
const knownVerbs = [
  'note.hold',
  'note.limit',
  'note.remove',
  'note.restore',
  'note.dismiss',
  'comment.hold',
  'comment.remove',
  'comment.restore',
  'comment.dismiss',
  'comment.delete',
  'member.suspend',
  'member.unsuspend',
  'member.dismiss',
  'member.set-role',
  'appeal.upheld',
  'appeal.overturned',
  'decision.appeal',
  'operator.claim',
  'house.change-settings',
  'translation.release',
  'translation.withhold',
  'translation.correct',
  'suggestion.accept',
  'suggestion.decline',
  'gloss.approve',
  'gloss.decline',
  'gloss.change',
  'topic.join',
  'topic.decline',
  'topic.part',
  'topic.label',
  'memory.import',
  'model.pull',
  'model.remove',
  'signal.dismiss',
  'promotion.start',
  'promotion.stop',
  'traffic.change-policy',
] as const;

/** Who did what, newest first. Nothing here can be changed. */
export function AuditTrail() {
  const { t } = useTranslation(['moderation', 'common']);
  const audit = useAudit();
  if (!audit.data) {
    return audit.error ? <FailedState error={audit.error} onRetry={() => void audit.refetch()} /> : <QueueSkeleton />;
  }
  if (audit.data.length === 0) return <EmptyState scene="letter" title={t('audit.empty')} />;
  return (
    <div className="max-w-3xl">
      <p className="pb-3 text-small text-quiet">{t('audit.body')}</p>
      <ol className="flex flex-col">
        {audit.data.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      {audit.hasNextPage ? (
        <Button
          size="small"
          isBusy={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
          className="mt-4"
        >
          {t('common:loadMore')}
        </Button>
      ) : null}
    </div>
  );
}

function Line({ line }: { line: AuditLine }) {
  const { t } = useTranslation('moderation');
  const verb = knownVerbs.find((known) => known === line.verb);
  const detail = Object.entries(line.detail).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b border-line py-3">
      <bdi className="font-medium">{nameOfActor(line.actor, t('audit.house'))}</bdi>
      <span>{verb ? t(`audit.verb.${verb}`) : line.verb}</span>
      {line.subjectKind === 'note' ? (
        <Link
          to="/notes/$noteId"
          params={{ noteId: line.subjectId }}
          className="text-small text-jade underline-offset-2 hover:underline"
        >
          {t('openNote')}
        </Link>
      ) : null}
      <RelativeTime at={line.at} className="ms-auto text-small text-quiet" />
      {detail.length > 0 ? (
        <details className="w-full text-small text-quiet">
          <summary>{t('audit.detail')}</summary>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 pt-1">
            {detail.map(([name, value]) => (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd dir="auto">{String(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </li>
  );
}
