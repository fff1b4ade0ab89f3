import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import type { ReadUnit } from './use-text-unit.ts';

const ExplainSheet = lazy(async () => ({ default: (await import('./ExplainSheet.tsx')).ExplainSheet }));

/** Why there is no translation, in honest words, and what helps instead. */
export function TranslationState({ read: { main, to } }: { read: ReadUnit }) {
  const { t, i18n } = useTranslation('translation');
  const [isAsking, setAsking] = useState(false);
  const asMember = useAsMember();
  const view = main?.view;
  if (!view || view.state === 'ok' || view.state === 'partial') return null;
  const { state } = view;
  return (
    <div className="flex flex-col items-start gap-1.5 pt-0.5 text-small text-quiet">
      <p>{t(`state.${state}`, { to: languageName(to, i18n.language) ?? to })}</p>
      {view.words.length > 0 ? (
        <dl aria-label={t('words')} className="flex flex-wrap gap-1.5">
          {view.words.map(({ word, rendering }) => (
            <div key={word} className="flex items-baseline gap-1.5 rounded-full bg-jade-soft px-2.5 py-0.5">
              <dt className="font-medium text-jade" {...languageProps(main.words.language)}>
                {word}
              </dt>
              <dd {...languageProps(to)} className="text-soft">
                {rendering}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {state === 'undecodable' ? (
        <button
          type="button"
          onClick={() => asMember('member', () => setAsking(true))}
          className="pressable min-h-8 rounded-full bg-jade-soft px-3.5 font-medium text-jade"
        >
          {t('explain.ask')}
        </button>
      ) : null}
      {isAsking ? (
        <Suspense>
          <ExplainSheet words={main.words} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
