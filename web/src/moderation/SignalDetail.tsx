import { Link } from '@tanstack/react-router';
import type { NoteId } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { type Signal, useDismissSignal } from '../data/signals.ts';
import { Button } from '../ui/Button.tsx';
import { formatNumber, formatShare } from '../ui/format-figures.ts';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { SignalSubject } from './SignalSubject.tsx';
import { evidenceName, isShare } from './signal-evidence.ts';

/** One signal: what it may mean, the figures it rests on, notes to look at. */
export function SignalDetail({ signal, onDone }: { signal: Signal; onDone: () => void }) {
  const { t, i18n } = useTranslation('signals');
  const { kind, subject, from, until, state } = signal;
  const span = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <p className="text-small text-quiet">{t(`kind.${kind}`)}</p>
        <h3 className="text-head font-semibold">
          <SubjectLink subject={subject} />
        </h3>
        <p className="text-soft">{t(`meaning.${kind}`)}</p>
      </header>
      <Strength signal={signal} />
      <Evidence evidence={signal.evidence} />
      <Examples examples={signal.examples} />
      <p className="text-small text-quiet">
        {t('window', { from: span.format(new Date(from)), until: span.format(new Date(until)) })}
      </p>
      {state === 'open' ? <Dismissal signal={signal} onDone={onDone} /> : null}
    </div>
  );
}

const subjectLink = 'text-ink underline-offset-4 hover:underline';

function SubjectLink({ subject }: Pick<Signal, 'subject'>) {
  const { kind, id, name } = subject;
  const text = <SignalSubject subject={subject} />;
  if (kind === 'house') {
    return (
      <Link to="/exposure" className={subjectLink}>
        {text}
      </Link>
    );
  }
  if (name === '') return text;
  if (kind === 'topic') {
    return (
      <Link to="/topics/$name" params={{ name }} className={subjectLink}>
        {text}
      </Link>
    );
  }
  return kind === 'member' ? (
    <Link to="/members/$handle" params={{ handle: name }} className={subjectLink}>
      {text}
    </Link>
  ) : (
    <Link to="/notes/$noteId" params={{ noteId: id as NoteId }} className={subjectLink}>
      {text}
    </Link>
  );
}

/** The score on its way from nothing to all, and where a signal begins. */
function Strength({ signal: { score, threshold } }: { signal: Signal }) {
  const { t, i18n } = useTranslation('signals');
  const share = (value: number) => formatShare(value, i18n.language);
  return (
    <div className="flex flex-col gap-1.5">
      <div aria-hidden="true" className="relative h-2 rounded-full bg-sunken">
        <div className="h-full rounded-full bg-amber" style={{ width: share(Math.min(1, score)) }} />
        <div className="absolute -inset-y-1 w-0.5 rounded-full bg-ink" style={{ insetInlineStart: share(threshold) }} />
      </div>
      <p className="tabular text-small text-quiet">
        {t('strength', { score: share(score), threshold: share(threshold) })}
      </p>
    </div>
  );
}

function Evidence({ evidence }: Pick<Signal, 'evidence'>) {
  const { t, i18n } = useTranslation('signals');
  const number = (value: number) => formatNumber(value, i18n.language, 1);
  return (
    <section className="flex flex-col gap-1.5">
      <h4 className="font-semibold">{t('figures')}</h4>
      <dl className="flex flex-col text-small">
        {evidence.map(({ name, value, of }) => (
          <div
            key={name}
            className="flex items-baseline justify-between gap-4 border-b border-line py-1.5 last:border-0"
          >
            <dt className="text-soft">
              <EvidenceLabel name={name} />
            </dt>
            <dd className="tabular text-end font-medium">
              {of === undefined
                ? isShare(name)
                  ? formatShare(value, i18n.language)
                  : number(value)
                : t('of', { value: number(value), of: number(of) })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function EvidenceLabel({ name }: { name: string }) {
  const { t } = useTranslation('signals');
  const known = evidenceName(name);
  return known ? t(`evidence.${known}`) : name;
}

function Examples({ examples }: Pick<Signal, 'examples'>) {
  const { t } = useTranslation('signals');
  if (examples.length === 0) return null;
  return (
    <section className="flex flex-col gap-1.5">
      <h4 className="font-semibold">{t('examples')}</h4>
      <ul className="flex flex-col gap-1">
        {examples.map(({ noteId, title }) => (
          <li key={noteId} className="min-w-0 truncate">
            <Link to="/notes/$noteId" params={{ noteId }} className="text-jade underline-offset-2 hover:underline">
              <bdi>{title || t('gone')}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dismissal({ signal, onDone }: { signal: Signal; onDone: () => void }) {
  const { t } = useTranslation('signals');
  const toast = useToast();
  const onError = useProblemToast();
  const dismissal = useDismissSignal(signal.id, () => {
    toast(t('done'));
    onDone();
  });
  return (
    <div className="border-t border-line pt-5">
      <Button look="jade" isBusy={dismissal.isPending} onClick={() => dismissal.mutate(undefined, { onError })}>
        {t('dismiss')}
      </Button>
    </div>
  );
}
