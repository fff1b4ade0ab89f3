import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { useReader } from '../translation/use-reader.ts';
import { Button } from '../ui/Button.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { useInvite } from '../ui/invitation.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { AskedWords } from './AskedWords.tsx';
import { GlossList } from './GlossList.tsx';
import { type GlossDraft, newDraft } from './gloss-draft.ts';
import { ProposeSheet } from './ProposeSheet.tsx';

const parts = ['approved', 'proposed', 'asked'] as const;

export interface Proposal {
  draft: GlossDraft;
  /** The question it answers. */
  requestId?: string;
}

/** Words no dictionary knows: what members explained, what they propose, and what they would like to know. */
export function Glossary() {
  const { t } = useTranslation('glossary');
  const navigate = useNavigate({ from: '/glossary' });
  const part = useSearch({ from: '/glossary', select: (search) => search.show ?? 'approved' });
  const { to } = useReader();
  const me = useMe();
  const invite = useInvite();
  const [proposal, setProposal] = useState<Proposal>();
  const propose = (next: Proposal) => (me ? setProposal(next) : invite('member'));
  return (
    <>
      <ScreenHeader title={t('title')}>
        <Button look="primary" size="small" className="me-2" onClick={() => propose({ draft: newDraft(to) })}>
          <PlusIcon size={17} />
          {t('propose')}
        </Button>
      </ScreenHeader>
      <Column>
        <p className="pt-3 pb-3 text-balance text-soft">{t('intro')}</p>
        <Tabs
          label={t('tabs.label')}
          entries={parts.map((id) => ({ id, label: t(`tabs.${id}`) }))}
          selected={part}
          onSelect={(next) =>
            void navigate({
              search: ({ show: _, ...before }) => (next === 'approved' ? before : { ...before, show: next }),
              replace: true,
            })
          }
        >
          <div className="min-h-screen pt-5">
            {part === 'asked' ? <AskedWords onExplain={propose} /> : <GlossList key={part} state={part} />}
          </div>
        </Tabs>
      </Column>
      {proposal ? <ProposeSheet proposal={proposal} onClose={() => setProposal(undefined)} /> : null}
    </>
  );
}

function Column({ children }: { children: ReactNode }) {
  return <div className="mx-auto max-w-4xl px-4 pb-16 wide:px-6">{children}</div>;
}
