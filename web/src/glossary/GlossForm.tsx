import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { useIsWide } from '../ui/use-media-query.ts';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';
import { CheckRow } from './CheckRow.tsx';
import { type GlossDraft, isComplete } from './gloss-draft.ts';
import { RenderingFields } from './RenderingFields.tsx';

interface GlossFormProps {
  start: GlossDraft;
  action: string;
  isBusy: boolean;
  error: unknown;
  onSubmit: (draft: GlossDraft) => void;
  /** Stands under the term while it is written. */
  underTerm?: (draft: GlossDraft) => ReactNode;
  /** Said in place of the house's plain refusal. */
  overAction?: ReactNode;
}

/** Term, sense, and how to say it elsewhere. */
export function GlossForm({ start, action, isBusy, error, onSubmit, underTerm, overAction }: GlossFormProps) {
  const { t } = useTranslation('glossary');
  const [draft, setDraft] = useState(start);
  const textOf = useProblemText();
  const problemOf = useFieldProblem();
  // On phones the keyboard would cover half of the form before it was seen.
  const startsWriting = useIsWide() && start.term === '';
  const change = (part: Partial<GlossDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(draft);
  };
  const { term, language, variants, sense, renderings, isCoarse, isAmbiguous } = draft;
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
      <div className="grid gap-3 wide:grid-cols-[1fr_10rem]">
        <TextField
          {...languageProps(language)}
          label={t('form.term')}
          hint={t('form.termHint')}
          value={term}
          autoFocus={startsWriting}
          error={problemOf(error, 'term')}
          onChange={(event) => change({ term: event.target.value })}
        />
        <LanguageSelect
          label={t('form.language')}
          value={language}
          onChoose={(next) => next && change({ language: next })}
        />
      </div>
      {underTerm?.(draft)}
      <TextArea
        {...languageProps(language)}
        label={t('form.sense')}
        hint={t('form.senseHint')}
        kind="glossNote"
        value={sense}
        error={problemOf(error, 'sense')}
        onChange={(event) => change({ sense: event.target.value })}
      />
      <RenderingFields
        renderings={renderings}
        language={language}
        onChange={(changed) => change({ renderings: changed })}
      />
      <TextField
        {...languageProps(language)}
        label={t('form.variants')}
        hint={t('form.variantsHint')}
        value={variants}
        error={problemOf(error, 'variants')}
        onChange={(event) => change({ variants: event.target.value })}
      />
      <div className="flex flex-col gap-2">
        <CheckRow
          label={t('form.coarse')}
          body={t('coarseBody')}
          isOn={isCoarse}
          onChange={(isOn) => change({ isCoarse: isOn })}
        />
        <CheckRow
          label={t('form.ambiguous')}
          body={t('ambiguousBody')}
          isOn={isAmbiguous}
          onChange={(isOn) => change({ isAmbiguous: isOn })}
        />
      </div>
      {overAction}
      {error ? (
        <p role="alert" className="text-small text-accent-fill">
          {textOf(error)}
        </p>
      ) : null}
      <Button type="submit" look="primary" size="large" disabled={!isComplete(draft)} isBusy={isBusy}>
        {action}
      </Button>
    </form>
  );
}
