import type { PreviewView } from '@teahouse/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { useIsWide } from '../ui/use-media-query.ts';
import type { Composition } from './composition.ts';
import { markNotes } from './preview-notes.ts';
import { useFirstLanguage } from './use-first-language.ts';
import type { Words } from './versions.ts';

/** What readers of the other language will see, and the original; beside each other where there is room. */
export function PreviewSides({ composition, view }: { composition: Composition; view: PreviewView }) {
  const { t, i18n } = useTranslation('translation-author');
  const isWide = useIsWide();
  const language = languageName(view.to, i18n.language) ?? view.to;
  const engine = view.engine ?? t('preview.memory');
  const original = <Side words={composition} language={useFirstLanguage(composition) ?? 'und'} glosses={[]} />;
  return (
    <div className="grid gap-3 wide:grid-cols-2">
      <section className={`${panel} bg-jade-soft/60 ring-1 ring-jade-soft wide:order-last`}>
        <h3 className={heading}>
          <span aria-hidden="true" className="translated-mark">
            译
          </span>
          {t('preview.by', { language, engine })}
        </h3>
        <Side words={view} language={view.to} glosses={view.glosses} />
      </section>
      {isWide ? (
        <section className={`${panel} border border-line`}>
          <h3 className={heading}>{t('preview.original')}</h3>
          {original}
        </section>
      ) : (
        <details className={`${panel} border border-line`}>
          <summary className="text-small text-quiet">{t('preview.original')}</summary>
          <div className="pt-1.5">{original}</div>
        </details>
      )}
    </div>
  );
}

const panel = 'min-w-0 rounded-card px-4 py-3';
const heading = 'flex items-center gap-1.5 pb-1.5 text-small text-quiet';

interface SideProps {
  words: Words;
  language: string;
  glosses: PreviewView['glosses'];
}

function Side({ words, language, glosses }: SideProps) {
  const [title = [], text = []] = markNotes([words.title, words.text], glosses);
  return (
    <div {...languageProps(language)} className="wrap-anywhere">
      <p className="pb-1 text-title font-semibold">{draw(title)}</p>
      <p className="whitespace-pre-wrap">{draw(text)}</p>
    </div>
  );
}

function draw(parts: ReturnType<typeof markNotes>[number]): ReactNode {
  return parts.map(({ text, number }, index) =>
    number ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one immutable text never move
      <span key={index} className="gloss-term">
        {text}
        <sup>{number}</sup>
      </span>
    ) : (
      text
    ),
  );
}
