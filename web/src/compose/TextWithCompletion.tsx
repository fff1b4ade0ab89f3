import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LimitCounter } from '../ui/fields.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { CompletionList, optionId } from './CompletionList.tsx';
import { placeOf } from './caret-place.ts';
import { complete, type OpenToken, openTokenAt } from './completion.ts';
import { type CompletionOption, useCompletion } from './use-completion.ts';

interface TextWithCompletionProps {
  text: string;
  onChange: (text: string) => void;
  label: string;
  placeholder: string;
  language: string;
  /** What else can be done with the words. */
  tools?: ReactNode;
}

const listWidth = 280;

/** The words of the note. Writing # or @ offers topics and people right where the caret stands. */
export function TextWithCompletion({ text, onChange, label, placeholder, language, tools }: TextWithCompletionProps) {
  const { t } = useTranslation('compose');
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number>(undefined);
  const [token, setToken] = useState<OpenToken>();
  const [active, setActive] = useState(0);
  const options = useCompletion(token);
  const isOpen = token !== undefined && options.length > 0;

  useLayoutEffect(() => {
    if (caretAfter.current === undefined || !field.current) return;
    field.current.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });

  const look = () => {
    const { selectionStart, selectionEnd, value } = field.current ?? { selectionStart: 0, selectionEnd: 0, value: '' };
    const next = selectionStart === selectionEnd ? openTokenAt(value, selectionStart) : undefined;
    if (next?.start !== token?.start || next?.query !== token?.query) setActive(0);
    setToken(next);
  };
  const write = (next: { text: string; caret: number }) => {
    caretAfter.current = next.caret;
    onChange(next.text);
    field.current?.focus();
  };
  const choose = (option: CompletionOption) => {
    if (!token || !field.current) return;
    write(complete(text, token, field.current.selectionEnd, option.name));
    setToken(undefined);
  };
  const insertSign = (sign: '#' | '@') => {
    const at = field.current?.selectionEnd ?? text.length;
    const gap = at === 0 || /\s$/u.test(text.slice(0, at)) ? '' : ' ';
    write({ text: text.slice(0, at) + gap + sign + text.slice(at), caret: at + gap.length + 1 });
    setToken({ kind: sign === '#' ? 'topic' : 'mention', start: at + gap.length, query: '' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((before) => (before + step + options.length) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(options[active] ?? (options[0] as CompletionOption));
    else if (event.key === 'Escape') setToken(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <textarea
        ref={field}
        value={text}
        rows={5}
        {...languageProps(language)}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(listId, active) : undefined}
        placeholder={placeholder}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onSelect={look}
        onBlur={() => setToken(undefined)}
        onKeyDown={onKeyDown}
        className="field-sizing-content min-h-36 w-full resize-none bg-transparent pt-3.5 pb-2 text-body leading-6 outline-none"
      />
      {isOpen && field.current ? (
        <CompletionList
          id={listId}
          label={t(token.kind === 'topic' ? 'topics.label' : 'people')}
          options={options}
          active={active}
          onChoose={choose}
          style={listPlace(field.current, token.start)}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SignButton sign="#" label={t('topics.insert')} onPress={() => insertSign('#')} />
        <SignButton sign="@" label={t('mention')} onPress={() => insertSign('@')} />
        {tools}
        <span className="ms-auto">
          <LimitCounter text={text} kind="noteText" />
        </span>
      </div>
    </div>
  );
}

function SignButton({ sign, label, onPress }: { sign: string; label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
      className="pressable flex min-h-9 items-center gap-1.5 rounded-full bg-sunken px-3.5 text-small text-soft hover:text-ink"
    >
      <span aria-hidden="true" className="font-semibold">
        {sign}
      </span>
      {label}
    </button>
  );
}

/** Under the line of the token, and never beyond the edge of the field. */
function listPlace(field: HTMLTextAreaElement, index: number) {
  const { x, y, lineHeight } = placeOf(field, index);
  const width = Math.min(listWidth, field.clientWidth);
  const left = Math.max(0, Math.min(x, field.clientWidth - width));
  return { top: y + lineHeight + 4, left, width };
}
