import { Link, useNavigate } from '@tanstack/react-router';
import { type GlossRequestId, type GlossView, Problem } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../account/use-debounced.ts';
import { newIdempotencyKey } from '../data/client.ts';
import { useGlosses } from '../data/glossary.ts';
import { useProposeGloss } from '../data/glossary-changes.ts';
import { useReader } from '../translation/use-reader.ts';
import { languageProps } from '../ui/MemberText.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { Proposal } from './Glossary.tsx';
import { GlossForm } from './GlossForm.tsx';
import { glossOf } from './gloss-draft.ts';
import { renderingFor } from './rendering-for.ts';

/** A new term. What the glossary knows already is shown while it is written. */
export function ProposeSheet({ proposal: { draft, requestId }, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { t } = useTranslation('glossary');
  const [idempotencyKey] = useState(newIdempotencyKey);
  const proposing = useProposeGloss();
  const toast = useToast();
  const navigate = useNavigate();
  const isKnown = proposing.error instanceof Problem && proposing.error.code === 'conflict';
  const onSuccess = (gloss: GlossView) => {
    toast(t('proposed'));
    onClose();
    void navigate({ to: '/glossary/$glossId', params: { glossId: gloss.id } });
  };
  return (
    <Sheet title={t('propose')} isOpen onClose={onClose} width={560}>
      <GlossForm
        start={draft}
        action={t('form.propose')}
        isBusy={proposing.isPending}
        error={isKnown ? undefined : proposing.error}
        overAction={isKnown ? <Known error={proposing.error} onClose={onClose} /> : null}
        underTerm={({ term }) => <Duplicates term={term} onClose={onClose} />}
        onSubmit={(written) => {
          const body = { ...glossOf(written), ...(requestId ? { requestId: requestId as GlossRequestId } : {}) };
          proposing.mutate({ body, idempotencyKey }, { onSuccess });
        }}
      />
    </Sheet>
  );
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** The house names the term it has already. */
function Known({ error, onClose }: { error: Error | null; onClose: () => void }) {
  const { t } = useTranslation('glossary');
  const [glossId] = uuid.exec(error?.message ?? '') ?? [];
  return (
    <p role="alert" className="text-small text-accent-fill">
      {t('already')}{' '}
      {glossId ? (
        <Link to="/glossary/$glossId" params={{ glossId }} onClick={onClose} className="underline underline-offset-2">
          {t('alreadySee')}
        </Link>
      ) : null}
    </p>
  );
}

const shown = 4;

function Duplicates({ term, onClose }: { term: string; onClose: () => void }) {
  const { t } = useTranslation('glossary');
  const { to } = useReader();
  const search = useDebounced(term.trim(), 250);
  const isAsked = search !== '';
  const approved = useGlosses({ state: 'approved', search }, isAsked).data?.items ?? [];
  const proposed = useGlosses({ state: 'proposed', search }, isAsked).data?.items ?? [];
  const found = isAsked ? [...approved, ...proposed].slice(0, shown) : [];
  return (
    <div role="status" className="empty:hidden">
      {found.length > 0 ? (
        <div className="rounded-card bg-jade-soft px-4 py-3">
          <p className="pb-1 text-small font-medium text-jade">{t('duplicates')}</p>
          <ul className="flex flex-col gap-1">
            {found.map((gloss) => (
              <li key={gloss.id} className="line-clamp-1">
                <Link
                  to="/glossary/$glossId"
                  params={{ glossId: gloss.id }}
                  onClick={onClose}
                  {...languageProps(gloss.language)}
                  className="font-medium underline underline-offset-2"
                >
                  {gloss.term}
                </Link>{' '}
                <span className="text-soft">{renderingFor(gloss, to).text}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
