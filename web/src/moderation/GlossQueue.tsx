import { Link } from '@tanstack/react-router';
import type { GlossView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useGlosses } from '../data/glossary.ts';
import { useDecideGloss } from '../data/glossary-changes.ts';
import { GlossMarks } from '../glossary/GlossMarks.tsx';
import { GlossVotes } from '../glossary/GlossVotes.tsx';
import { renderingFor, renderingsInOrder } from '../glossary/rendering-for.ts';
import { useReader } from '../translation/use-reader.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageBadge, languageName } from '../ui/badges.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { Queue } from './Queue.tsx';

/** From so many good votes on a proposal leads the list, unless too many disagree; the house orders it so. */
const leadingVotes = 5;

/** Terms that members propose, those that members like first. */
export function GlossQueue() {
  const { t } = useTranslation(['moderation', 'glossary']);
  const { data, ...query } = useGlosses({ state: 'proposed', search: '' });
  return (
    <Queue
      label={t('tab.glossary')}
      query={{ ...query, data: data?.items }}
      detailTitle={t('glosses.title')}
      row={(gloss) => <GlossRow gloss={gloss} />}
      detail={(gloss, onDone) => <GlossDetail gloss={gloss} onDone={onDone} />}
      empty={<EmptyState scene="cup" title={t('glosses.none')} body={t('glosses.noneBody')} />}
    />
  );
}

function GlossRow({ gloss }: { gloss: GlossView }) {
  const { t } = useTranslation('moderation');
  const { to } = useReader();
  const rendering = renderingFor(gloss, to);
  const { up, down } = gloss.votes;
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-center gap-2 text-small text-quiet">
        <LanguageBadge language={gloss.language} />
        {up >= leadingVotes && up >= 3 * down ? (
          <span className="rounded-full bg-jade-soft px-2 font-medium text-jade">{t('glosses.leading')}</span>
        ) : null}
        <RelativeTime at={gloss.updatedAt} className="ms-auto shrink-0" />
      </span>
      <span {...languageProps(gloss.language)} className="font-semibold">
        {gloss.term}
      </span>
      <span {...languageProps(rendering.language)} className="line-clamp-1 text-soft">
        {rendering.text}
      </span>
    </span>
  );
}

function GlossDetail({ gloss, onDone }: { gloss: GlossView; onDone: () => void }) {
  const { t, i18n } = useTranslation(['moderation', 'glossary']);
  const { to } = useReader();
  const nameOf = (language: string) => languageName(language, i18n.language) ?? language;
  const { id, term, language, variants, sense } = gloss;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-2">
        <h2 {...languageProps(language)} className="text-head font-semibold">
          {term}
        </h2>
        <LanguageBadge language={language} />
        <GlossMarks gloss={gloss} />
      </header>
      {variants.length > 0 ? (
        <p className="text-quiet">
          {t('glossary:also')} <span {...languageProps(language)}>{variants.join(' · ')}</span>
        </p>
      ) : null}
      <dl className="flex flex-col gap-3">
        <div>
          <dt className="text-small text-quiet">{t('glossary:senseIn', { language: nameOf(language) })}</dt>
          <dd {...languageProps(language)}>{sense}</dd>
        </div>
        {renderingsInOrder(gloss, to).map((rendering) => (
          <div key={rendering.language}>
            <dt className="text-small text-quiet">{t('glossary:in', { language: nameOf(rendering.language) })}</dt>
            <dd {...languageProps(rendering.language)}>
              <span className="font-medium text-jade">{rendering.text}</span>
              {rendering.note ? <span className="block text-soft">{rendering.note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small text-quiet">
        <GlossVotes gloss={gloss} />
        {gloss.by ? <span>{t('glossary:by', { name: gloss.by.name })}</span> : null}
        <Link
          to="/glossary/$glossId"
          params={{ glossId: id }}
          className="ms-auto text-jade underline-offset-2 hover:underline"
        >
          {t('glosses.page')}
        </Link>
      </div>
      <GlossDecision id={id} onDone={onDone} />
    </div>
  );
}

function GlossDecision({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation(['moderation', 'glossary']);
  const toast = useToast();
  const onError = useProblemToast();
  const deciding = useDecideGloss((decision) => {
    toast(t(decision === 'approve' ? 'glossary:approved' : 'glossary:declined'));
    onDone();
  });
  const choices = [
    { decision: 'approve', look: 'jade' },
    { decision: 'decline', look: 'outline' },
  ] as const;
  return (
    <section className="flex flex-wrap gap-2 border-t border-line pt-5">
      <h3 className="w-full font-semibold">{t('glosses.decide')}</h3>
      {choices.map(({ decision, look }) => (
        <Button
          key={decision}
          look={look}
          disabled={deciding.isPending}
          onClick={() => deciding.mutate({ id, decision }, { onError })}
        >
          {t(`glossary:${decision}`)}
        </Button>
      ))}
    </section>
  );
}
