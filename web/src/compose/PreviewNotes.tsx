import type { PreviewView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageProps } from '../ui/MemberText.tsx';
import type { Composition } from './composition.ts';
import { useFirstLanguage } from './use-first-language.ts';

/** What readers will find explained below the translation. */
export function PreviewNotes({ composition, view }: { composition: Composition; view: PreviewView }) {
  const { t } = useTranslation('translation-author');
  const source = languageProps(useFirstLanguage(composition) ?? 'und');
  if (view.glosses.length === 0) return null;
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-small font-medium text-soft">{t('preview.notes')}</h3>
      <ol className="flex flex-col gap-1 border-s-2 border-jade-soft ps-2.5 text-small text-quiet">
        {view.glosses.map(({ id, seen, rendering, note }, index) => (
          <li key={id} className="flex items-baseline gap-1.5">
            <span aria-hidden="true" className="tabular min-w-4 shrink-0 text-tiny font-semibold text-jade">
              {index + 1}
            </span>
            <p className="min-w-0">
              <span {...source} className="font-medium text-ink">
                {seen}
              </span>{' '}
              —{' '}
              <span {...languageProps(view.to)}>
                <span className="text-soft">{rendering}</span>
                {note ? `: ${note}` : null}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
