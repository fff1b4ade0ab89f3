import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LimitCounter } from '../ui/fields.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { TextWithCompletion } from './TextWithCompletion.tsx';
import type { Words } from './versions.ts';

interface WordFieldsProps {
  words: Words;
  onChange: (change: Partial<Words>) => void;
  language: string;
  placeholders: Words;
  isTitleWrong: boolean;
  /** The author was brought here and goes on writing. */
  takesFocus: boolean;
  tools?: ReactNode;
}

/** Title and text in one language. */
export function WordFields({
  words,
  onChange,
  language,
  placeholders,
  isTitleWrong,
  takesFocus,
  tools,
}: WordFieldsProps) {
  const { t } = useTranslation('compose');
  const titleField = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) titleField.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line has-aria-invalid:border-accent">
        <textarea
          ref={titleField}
          rows={1}
          value={words.title}
          {...languageProps(language)}
          aria-label={t('titleField')}
          aria-invalid={isTitleWrong || undefined}
          placeholder={placeholders.title}
          onChange={(event) => onChange({ title: event.target.value.replace(/\n+/gu, ' ') })}
          enterKeyHint="next"
          className="field-sizing-content min-h-13 min-w-0 flex-1 resize-none bg-transparent py-3.5 text-title font-semibold outline-none placeholder:font-normal"
        />
        <LimitCounter text={words.title} kind="title" />
      </div>
      <TextWithCompletion
        text={words.text}
        onChange={(text) => onChange({ text })}
        label={t('textField')}
        placeholder={placeholders.text}
        language={language}
        tools={tools}
      />
    </>
  );
}
