import { Link } from '@tanstack/react-router';
import { directionOf } from '@teahouse/contract';
import { Fragment, type ReactNode } from 'react';
import { linkText, type TextPart } from './link-text.ts';

interface MemberTextProps {
  text: string;
  language: string;
  mentions?: readonly { handle: string; name: string }[];
  className?: string;
  /** Makes, for every rendering, what draws the words that are neither link nor topic nor mention. */
  drawer?: (() => (words: string) => ReactNode) | undefined;
}

/** What a member wrote, always as text: line breaks kept, links, topics and confirmed mentions made reachable. */
export function MemberText({ text, language, mentions = [], className = '', drawer }: MemberTextProps) {
  const draw = drawer?.();
  return (
    <p {...languageProps(language)} className={`whitespace-pre-wrap ${className}`}>
      {linkText(text, mentions).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one immutable text never move
        <Fragment key={index}>{part.kind === 'text' && draw ? draw(part.text) : render(part)}</Fragment>
      ))}
    </p>
  );
}

/** `lang` and `dir` of member text; unknown languages say nothing rather than something wrong. */
export function languageProps(language: string): { lang?: string; dir: 'ltr' | 'rtl' | 'auto' } {
  const dir = directionOf(language);
  return dir === 'auto' ? { dir } : { lang: language, dir };
}

const linkClass = 'font-medium text-jade underline-offset-2 hover:underline';

function render(part: TextPart) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener nofollow ugc" className={`${linkClass} break-all`}>
          {part.text}
        </a>
      );
    case 'topic':
      return (
        <Link to="/topics/$name" params={{ name: part.name }} className={linkClass}>
          {part.text}
        </Link>
      );
    case 'mention':
      return (
        <Link to="/members/$handle" params={{ handle: part.handle }} className={linkClass}>
          {part.text}
        </Link>
      );
  }
}
