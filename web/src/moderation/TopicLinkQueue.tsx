import { Link } from '@tanstack/react-router';
import type { TopicLinkView } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { type TopicDecision, useDecideTopicLink, useTopicLinks } from '../data/topic-links.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageBadge } from '../ui/badges.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { NameTopicSheet } from './NameTopicSheet.tsx';
import { Queue } from './Queue.tsx';

const states = ['open', 'approved', 'declined'] as const;

const decisionsOn: Record<TopicLinkView['state'], readonly TopicDecision[]> = {
  open: ['join', 'decline'],
  approved: ['part'],
  declined: ['join'],
};

/** Two spellings that may be one topic: #猫税 and #cattax. */
export function TopicLinkQueue() {
  const { t } = useTranslation('moderation');
  const [state, setState] = useState<TopicLinkView['state']>('open');
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-96">
        <SegmentedChoice
          label={t('topics.which')}
          options={states.map((id) => ({ id, label: t(`topics.${id}`) }))}
          chosen={state}
          onChoose={setState}
        />
      </div>
      <Links key={state} state={state} />
    </div>
  );
}

function Links({ state }: { state: TopicLinkView['state'] }) {
  const { t } = useTranslation('moderation');
  return (
    <Queue
      label={t('tab.topics')}
      query={useTopicLinks(state)}
      detailTitle={t('topics.title')}
      row={(link) => <LinkRow link={link} />}
      detail={(link, onDone) => <LinkDetail link={link} onDone={onDone} />}
      empty={<EmptyState scene="cup" title={t('topics.none')} body={t('topics.noneBody')} />}
    />
  );
}

function LinkRow({ link: { topic, other, evidence, createdAt } }: { link: TopicLinkView }) {
  return (
    <span className="flex flex-col gap-1">
      <span className="flex flex-wrap gap-x-3 font-semibold">
        <bdi>#{topic.name}</bdi>
        <bdi>#{other.name}</bdi>
      </span>
      <span className="flex items-center gap-2 text-small text-quiet">
        <Evidence evidence={evidence} />
        <RelativeTime at={createdAt} className="ms-auto shrink-0" />
      </span>
    </span>
  );
}

function Evidence({ evidence: { kind, count, by } }: { evidence: TopicLinkView['evidence'] }) {
  const { t } = useTranslation('moderation');
  if (kind === 'member') return by ? t('topics.evidence.member', { by }) : t('topics.evidence.memberUnknown');
  return t(`topics.evidence.${kind}`, { count });
}

function LinkDetail({ link, onDone }: { link: TopicLinkView; onDone: () => void }) {
  const { t } = useTranslation('moderation');
  const toast = useToast();
  const onError = useProblemToast();
  const deciding = useDecideTopicLink(link.id, (decision) => {
    toast(t(`topics.done.${decision}`));
    onDone();
  });
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 wide:grid-cols-2">
        <Spelling topic={link.topic} />
        <Spelling topic={link.other} />
      </div>
      <p className="text-soft">
        <Evidence evidence={link.evidence} />
      </p>
      <p className="text-small text-quiet">{t('topics.meaning')}</p>
      <div className="flex flex-wrap gap-2 border-t border-line pt-5">
        {decisionsOn[link.state].map((decision) => (
          <Button
            key={decision}
            look={decision === 'join' ? 'jade' : 'outline'}
            disabled={deciding.isPending}
            onClick={() => deciding.mutate(decision, { onError })}
          >
            {t(`topics.${decision}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Spelling({ topic }: { topic: TopicLinkView['topic'] }) {
  const { t } = useTranslation('moderation');
  const [isNaming, setNaming] = useState(false);
  const { name, language, noteCount } = topic;
  return (
    <section className="flex flex-col items-start gap-1 rounded-card bg-sunken p-4">
      <h3 {...languageProps(language)} className="text-title font-semibold">
        #{name}
      </h3>
      <p className="flex items-center gap-2 text-small text-quiet">
        <LanguageBadge language={language} />
        {t('topics.notes', { count: noteCount })}
      </p>
      <Link to="/topics/$name" params={{ name }} className="text-small text-jade underline-offset-2 hover:underline">
        {t('topics.see', { name })}
      </Link>
      <Button look="outline" size="small" className="mt-2" onClick={() => setNaming(true)}>
        {t('topics.name')}
        <span className="sr-only">#{name}</span>
      </Button>
      {isNaming ? <NameTopicSheet topic={topic} onClose={() => setNaming(false)} /> : null}
    </section>
  );
}
