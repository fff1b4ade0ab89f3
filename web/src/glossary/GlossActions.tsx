import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlossWithRemarks } from '../data/glossary.ts';
import { useChangeGloss, useDecideGloss } from '../data/glossary-changes.ts';
import { useMe } from '../data/session.ts';
import { Button } from '../ui/Button.tsx';
import { EditIcon } from '../ui/icons.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { GlossForm } from './GlossForm.tsx';
import { draftOf, glossOf } from './gloss-draft.ts';

/** What its proposer and moderators can do with a term; everybody else says it in a remark. */
export function GlossActions({ gloss }: { gloss: GlossWithRemarks }) {
  const { t } = useTranslation('glossary');
  const me = useMe();
  const [isEditing, setEditing] = useState(false);
  if (!me) return null;
  const isStaff = me.role !== 'member';
  const mayEdit = isStaff || (gloss.state === 'proposed' && gloss.by?.handle === me.handle);
  if (!mayEdit) return null;
  return (
    <div className="flex flex-wrap gap-2 pt-4">
      {isStaff && gloss.state !== 'approved' ? <Decide gloss={gloss} decision="approve" /> : null}
      {isStaff && gloss.state !== 'declined' ? <Decide gloss={gloss} decision="decline" /> : null}
      <Button size="small" onClick={() => setEditing(true)}>
        <EditIcon size={16} />
        {t('edit')}
      </Button>
      {isEditing ? <EditSheet gloss={gloss} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

function Decide({ gloss, decision }: { gloss: GlossWithRemarks; decision: 'approve' | 'decline' }) {
  const { t } = useTranslation('glossary');
  const toast = useToast();
  const onError = useProblemToast();
  const deciding = useDecideGloss(() => toast(t(decision === 'approve' ? 'approved' : 'declined')));
  return (
    <Button
      size="small"
      look={decision === 'approve' ? 'jade' : 'outline'}
      isBusy={deciding.isPending}
      onClick={() => deciding.mutate({ id: gloss.id, decision }, { onError })}
    >
      {t(decision)}
    </Button>
  );
}

function EditSheet({ gloss, onClose }: { gloss: GlossWithRemarks; onClose: () => void }) {
  const { t } = useTranslation('glossary');
  const changing = useChangeGloss(gloss);
  const toast = useToast();
  const onSuccess = () => {
    toast(t('changed'));
    onClose();
  };
  return (
    <Sheet title={t('editTitle', { term: gloss.term })} isOpen onClose={onClose} width={560}>
      <GlossForm
        start={draftOf(gloss)}
        action={t('form.save')}
        isBusy={changing.isPending}
        error={changing.error}
        onSubmit={(draft) => changing.mutate(glossOf(draft), { onSuccess })}
      />
    </Sheet>
  );
}
