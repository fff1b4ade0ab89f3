import type { PreviewView, ReadableLanguage } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { type PreviewRequest, usePreview } from '../data/versions.ts';
import { Button } from '../ui/Button.tsx';
import { languageName } from '../ui/badges.tsx';
import type { Composition } from './composition.ts';
import { PreviewNotes } from './PreviewNotes.tsx';
import { PreviewSides } from './PreviewSides.tsx';
import { PreviewWarnings } from './PreviewWarnings.tsx';
import { hasRoom, isBlank, versionIn, type Words } from './versions.ts';

interface ReadsInProps {
  composition: Composition;
  to: ReadableLanguage;
  onStartFrom: (language: ReadableLanguage, words: Words) => void;
}

/** What an engine makes of the note, what may go wrong in it, and the way to say it better oneself. */
export function ReadsIn({ composition, to, onStartFrom }: ReadsInProps) {
  const { t } = useTranslation('translation-author');
  const preview = usePreview(requestOf(composition, to));
  if (preview.error) return <FailedState error={preview.error} onRetry={() => void preview.refetch()} />;
  const view = preview.data;
  if (!view) return <Waiting label={t('preview.waiting')} />;
  const isTranslated = view.state === 'ok' || view.state === 'partial';
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="sr-only">
        {t('preview.arrived')}
      </p>
      {isTranslated ? <PreviewSides composition={composition} view={view} /> : null}
      {view.state === 'ok' ? null : (
        <StateLine view={view} onRetry={() => void preview.refetch()} isBusy={preview.isFetching} />
      )}
      <PreviewWarnings warnings={view.warnings} isTranslated={isTranslated} />
      <PreviewNotes composition={composition} view={view} />
      <StartFrom {...{ composition, to, view, isTranslated, onStartFrom }} />
    </div>
  );
}

function StartFrom({
  composition: { versions },
  to,
  view,
  isTranslated,
  onStartFrom,
}: ReadsInProps & { view: PreviewView; isTranslated: boolean }) {
  const { t } = useTranslation('translation-author');
  const own = versionIn(versions, to);
  if (!own && !hasRoom(versions)) return <p className="text-small text-quiet">{t('preview.noRoom')}</p>;
  const words = isTranslated ? { title: view.title, text: view.text } : { title: '', text: '' };
  const isReplacing = own !== undefined && !isBlank(own);
  if (isReplacing && !isTranslated) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look="jade" onClick={() => onStartFrom(to, words)}>
        {t(isReplacing ? 'preview.replace' : isTranslated ? 'preview.startFrom' : 'preview.startBlank')}
      </Button>
      <p className="min-w-44 flex-1 text-small text-quiet">{t('preview.startFromHint')}</p>
    </div>
  );
}

/** In plain words why there is nothing to read, or not all of it. */
function StateLine({ view, onRetry, isBusy }: { view: PreviewView; onRetry: () => void; isBusy: boolean }) {
  const { t, i18n } = useTranslation('translation-author');
  const language = languageName(view.to, i18n.language) ?? view.to;
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-xl bg-sunken px-3.5 py-3 text-soft">
      <p className="min-w-52 flex-1">{t(`preview.state.${view.state as UntoldState}`, { language })}</p>
      {view.state === 'failed' || view.state === 'pending' ? (
        <Button size="small" isBusy={isBusy} onClick={onRetry}>
          {t('preview.retry')}
        </Button>
      ) : null}
    </div>
  );
}

type UntoldState = Exclude<PreviewView['state'], 'ok'>;

function Waiting({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex min-h-40 flex-col gap-3 py-3">
      <div className="translation-waiting" />
      <div className="translation-waiting" />
      <div className="translation-waiting" />
      <p className="text-small text-quiet">{label}</p>
    </div>
  );
}

function requestOf({ title, text, language }: Composition, to: ReadableLanguage): PreviewRequest {
  const declared = language ? { language: language as NonNullable<PreviewRequest['language']> } : {};
  return { title, text, to, ...declared };
}
