import type { ReadableLanguage } from '@teahouse/contract';
import { CoverPicker } from './CoverPicker.tsx';
import type { Composition, Shortcoming } from './composition.ts';
import { FormatPicker } from './FormatPicker.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { PictureStrip } from './PictureStrip.tsx';
import { TopicField } from './TopicField.tsx';
import type { ChangeComposition } from './use-browser-draft.ts';
import type { PictureUploads } from './use-picture-uploads.ts';
import { Wording } from './Wording.tsx';

interface EditorProps {
  composition: Composition;
  change: ChangeComposition;
  uploads: PictureUploads;
  addPictures: (files: Iterable<File>) => void;
  shortcoming: Shortcoming | undefined;
  /** Before publishing only; afterwards the language is corrected on the note itself. */
  hasLanguageHint?: boolean;
  /** The version to begin with. */
  openedIn?: ReadableLanguage | undefined;
}

/** Pictures or a text cover, title, words, topics, format: everything a note is made of, in the order it is read. */
export function Editor({
  composition,
  change,
  uploads,
  addPictures,
  shortcoming,
  hasLanguageHint = true,
  openedIn,
}: EditorProps) {
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
      <Wording composition={composition} change={change} shortcoming={shortcoming} openedIn={openedIn} />
      <FormatPicker composition={composition} change={change} />
      <TopicField topics={composition.topics} onChange={(topics) => change({ topics })} />
      {hasLanguageHint ? <LanguageChoice composition={composition} change={change} /> : null}
    </div>
  );
}
