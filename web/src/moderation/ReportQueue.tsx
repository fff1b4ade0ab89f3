import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { type Report, type ReportState, useReports } from '../data/moderation.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { Queue } from './Queue.tsx';
import { SubjectCard } from './SubjectCard.tsx';

const states = ['open', 'decided', 'dismissed'] as const;

/** Reports of members and texts the house held itself, one line for each subject. */
export function ReportQueue() {
  const { t } = useTranslation('moderation');
  const [state, setState] = useState<ReportState>('open');
  const reports = useReports(state);
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-96">
        <SegmentedChoice
          label={t('state.label')}
          options={states.map((id) => ({ id, label: t(`state.${id}`) }))}
          chosen={state}
          onChoose={setState}
        />
      </div>
      <Queue
        key={state}
        label={t('tab.reports')}
        query={reports}
        detailTitle={t('report')}
        row={(report) => <ReportRow report={report} />}
        detail={(report, onDone) => <ReportDetail report={report} onDone={onDone} />}
        empty={
          state === 'open' ? (
            <EmptyState scene="cup" title={t('calm')} body={t('calmBody')} />
          ) : (
            <EmptyState scene="letter" title={t('noneYet')} />
          )
        }
      />
    </div>
  );
}

function ReportRow({ report }: { report: Report }) {
  const { t } = useTranslation(['moderation', 'report']);
  const { subject } = report;
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-center gap-2 text-small text-quiet">
        <Reason report={report} />
        <span>{t(`kind.${subject.kind}`)}</span>
        <RelativeTime at={report.createdAt} className="ms-auto shrink-0" />
      </span>
      <span {...languageProps(subject.language)} className="line-clamp-2">
        {subject.title ?? (subject.text || subject.author.name)}
      </span>
    </span>
  );
}

function Reason({ report }: { report: Report }) {
  const { t } = useTranslation(['moderation', 'report']);
  return report.reason === 'word-bank' ? (
    <span className="rounded-full bg-amber-soft px-2 font-medium text-amber">{t('held')}</span>
  ) : (
    <span className="rounded-full border border-line-strong px-2 font-medium text-ink">
      {t(`report:reason.${report.reason}`)}
      {report.reportCount > 1 ? ` × ${report.reportCount}` : ''}
    </span>
  );
}

function ReportDetail({ report, onDone }: { report: Report; onDone: () => void }) {
  const { t } = useTranslation('moderation');
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-2 text-small text-quiet">
        <Reason report={report} />
        {report.reason === 'word-bank' ? null : <span>{t('reports', { count: report.reportCount })}</span>}
        <RelativeTime at={report.createdAt} />
      </div>
      {report.detail ? (
        <blockquote dir="auto" className="border-s-2 border-line-strong ps-3 text-soft">
          {report.detail}
        </blockquote>
      ) : null}
      <SubjectCard subject={report.subject} matchedTerms={report.matchedTerms} />
      <DecisionForm subject={report.subject} isOpen={report.state === 'open'} onDone={onDone} />
    </div>
  );
}
