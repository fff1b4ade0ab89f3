import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LimitCounter } from '../ui/fields.tsx';
import { CoverPicker } from './CoverPicker.tsx';
import type { Composition, Shortcoming } from './composition.ts';
import { FormatPicker } from './FormatPicker.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { PictureStrip } from './PictureStrip.tsx';
import { TextWithCompletion } from './TextWithCompletion.tsx';
import { TopicField } from './TopicField.tsx';
import type { ChangeComposition } from './use-browser-draft.ts';
import type { PictureUploads } from './use-picture-uploads.ts';

interface EditorProps {
  composition: Composition;
  change: ChangeComposition;
  uploads: PictureUploads;
  addPictures: (files: Iterable<File>) => void;
  shortcoming: Shortcoming | undefined;
  /** Before publishing only; afterwards the language is corrected on the note itself. */
  hasLanguageHint?: boolean;
}

/** Pictures or a text cover, title, words, topics, format: everything a note is made of, in the order it is read. */
export function Editor({
  composition,
  change,
  uploads,
  addPictures,
  shortcoming,
  hasLanguageHint = true,
}: EditorProps) {
  const { t } = useTranslation('compose');
  const titleField = useRef<HTMLTextAreaElement>(null);
  const isTitleWrong = shortcoming === 'no-title' || shortcoming === 'title-too-long';
  useEffect(() => {
    if (isTitleWrong) titleField.current?.focus();
  }, [isTitleWrong]);
  return (
    <div
      className="flex flex-col"
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length > 0) addPictures(files);
      }}
    >
      <PictureStrip composition={composition} change={change} uploads={uploads} addPictures={addPictures} />
      {composition.pictures.length === 0 ? <CoverPicker composition={composition} change={change} /> : null}
      <div className="flex items-center gap-3 border-b border-line has-aria-invalid:border-accent">
        <textarea
          ref={titleField}
          rows={1}
          value={composition.title}
          aria-label={t('titleField')}
          aria-invalid={isTitleWrong || undefined}
          placeholder={t(`format.${composition.format}.title`)}
          onChange={(event) => change({ title: event.target.value.replace(/\n+/gu, ' ') })}
          enterKeyHint="next"
          className="field-sizing-content min-h-13 min-w-0 flex-1 resize-none bg-transparent py-3.5 text-title font-semibold outline-none placeholder:font-normal"
        />
        <LimitCounter text={composition.title} kind="title" />
      </div>
      <TextWithCompletion
        text={composition.text}
        onChange={(text) => change({ text })}
        label={t('textField')}
        placeholder={t(`format.${composition.format}.text`)}
      />
      <FormatPicker composition={composition} change={change} />
      <TopicField topics={composition.topics} onChange={(topics) => change({ topics })} />
      {hasLanguageHint ? <LanguageChoice composition={composition} change={change} /> : null}
    </div>
  );
}
