import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memoryPath, useImportMemory } from '../data/translation-operations.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { formatBytes, formatNumber } from '../ui/format-figures.ts';
import { DownloadIcon } from '../ui/icons.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { Panel } from './Panel.tsx';

/** What the house reads at once: kept in step with the contract. */
const mostCharacters = 900_000;
/** Nothing larger is read into the page. */
const mostBytes = 4_000_000;

/** What people translated, to take along or to add to. */
export function MemoryPart() {
  const { t } = useTranslation('operations');
  return (
    <Panel
      title={t('memory.title')}
      body={t('memory.body')}
      end={
        <a href={memoryPath} download className={buttonClass('outline', 'small')}>
          <DownloadIcon size={17} />
          {t('memory.export')}
        </a>
      }
    >
      <ImportForm />
    </Panel>
  );
}

function ImportForm() {
  const { t, i18n } = useTranslation('operations');
  const chooser = useId();
  const [file, setFile] = useState<{ name: string; bytes: number; tmx: string | undefined }>();
  const [attribution, setAttribution] = useState('');
  const importing = useImportMemory();
  const toast = useToast();
  const textOf = useProblemText();
  const tmx = file?.tmx;
  const isTooLarge = file !== undefined && (tmx === undefined || tmx.length > mostCharacters);
  const choose = async (chosen: File | undefined) =>
    setFile(
      chosen && {
        name: chosen.name,
        bytes: chosen.size,
        tmx: chosen.size > mostBytes ? undefined : await chosen.text(),
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tmx === undefined) return;
    const onSuccess = (told: { added: number; replaced: number; skipped: number }) => {
      toast(t('memory.done', told));
      setFile(undefined);
    };
    importing.mutate({ tmx, attribution }, { onSuccess });
  };
  const problem = isTooLarge
    ? t('memory.tooLarge', { most: formatNumber(mostCharacters, i18n.language) })
    : importing.error
      ? textOf(importing.error)
      : undefined;
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col gap-4 rounded-card border border-line bg-raised p-4.5">
      <h3 className="font-medium">{t('memory.import')}</h3>
      <div className="flex flex-wrap items-center gap-3">
        <input
          id={chooser}
          type="file"
          accept=".tmx,application/xml,text/xml"
          onChange={(event) => void choose(event.target.files?.[0])}
          className="peer sr-only"
        />
        <label
          htmlFor={chooser}
          className={`${buttonClass('outline', 'small')} peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-jade`}
        >
          {t('memory.choose')}
        </label>
        {file ? (
          <span dir="auto" className="tabular min-w-0 truncate text-small text-soft">
            {file.name} · {formatBytes(file.bytes, i18n.language)}
          </span>
        ) : null}
      </div>
      <TextField
        label={t('memory.attribution')}
        hint={t('memory.attributionHint')}
        value={attribution}
        maxLength={300}
        onChange={(event) => setAttribution(event.target.value)}
      />
      {problem ? (
        <p role="alert" className="text-small text-accent-fill">
          {problem}
        </p>
      ) : null}
      <Button
        type="submit"
        look="jade"
        disabled={tmx === undefined || isTooLarge || attribution.trim() === ''}
        isBusy={importing.isPending}
        className="self-start"
      >
        {t('memory.send')}
      </Button>
    </form>
  );
}
