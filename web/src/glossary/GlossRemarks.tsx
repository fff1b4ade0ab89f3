import { Link } from '@tanstack/react-router';
import { textAddressOf } from '@teahouse/contract';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../data/client.ts';
import type { GlossRemark, GlossWithRemarks } from '../data/glossary.ts';
import { useRemarkOnGloss } from '../data/glossary-changes.ts';
import { TranslatableText } from '../translation/TranslatableText.tsx';
import { plainUnit } from '../translation/text-unit.ts';
import { useTextUnit } from '../translation/use-text-unit.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

/** Where members who see it otherwise say so. */
export function GlossRemarks({ gloss }: { gloss: GlossWithRemarks }) {
  const { t } = useTranslation('glossary');
  return (
    <section aria-labelledby="gloss-remarks" className="flex flex-col gap-4 pt-8">
      <h2 id="gloss-remarks" className="text-title font-semibold">
        {t('remarks.title')}
      </h2>
      {gloss.remarks.length === 0 ? <p className="text-quiet">{t('remarks.none')}</p> : null}
      <ul className="flex flex-col gap-4">
        {gloss.remarks.map((remark) => (
          <Remark key={remark.id} glossId={gloss.id} remark={remark} />
        ))}
      </ul>
      <Composer glossId={gloss.id} />
    </section>
  );
}

function Remark({ glossId, remark }: { glossId: string; remark: GlossRemark }) {
  const { id, by, text, language, createdAt } = remark;
  const unit = useMemo(
    () =>
      plainUnit({ address: textAddressOf('gloss.remark', glossId, id), source: text, language, languages: [language] }),
    [glossId, id, text, language],
  );
  return (
    <li className="flex flex-col gap-0.5">
      <p className="flex items-baseline gap-2 text-small text-quiet">
        <Link
          to="/members/$handle"
          params={{ handle: by.handle }}
          className="font-medium text-soft hover:text-ink hover:underline"
        >
          <bdi>{by.name}</bdi>
        </Link>
        <RelativeTime at={createdAt} />
      </p>
      <TranslatableText read={useTextUnit(unit)} isCompact />
    </li>
  );
}

function Composer({ glossId }: { glossId: string }) {
  const { t } = useTranslation('glossary');
  const [text, setText] = useState('');
  const [idempotencyKey, setKey] = useState(newIdempotencyKey);
  const remarking = useRemarkOnGloss(glossId);
  const asMember = useAsMember();
  const toast = useToast();
  const textOf = useProblemText();
  const onSuccess = () => {
    toast(t('remarks.sent'));
    setText('');
    setKey(newIdempotencyKey());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asMember('comment', () => remarking.mutate({ text, idempotencyKey }, { onSuccess }));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <TextArea
        label={t('remarks.label')}
        hint={t('remarks.hint')}
        kind="comment"
        dir="auto"
        rows={2}
        value={text}
        error={remarking.error ? textOf(remarking.error) : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        type="submit"
        look="primary"
        disabled={text.trim() === ''}
        isBusy={remarking.isPending}
        className="self-start"
      >
        {t('remarks.send')}
      </Button>
    </form>
  );
}
