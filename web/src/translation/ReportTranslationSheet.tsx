import type { TranslationView } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReportTranslation } from '../data/translation-feedback.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

/** A translation that says what nobody wrote. */
export function ReportTranslationSheet({ view, onClose }: { view: TranslationView; onClose: () => void }) {
  const { t } = useTranslation('translation');
  const [detail, setDetail] = useState('');
  const report = useReportTranslation(view);
  const toast = useToast();
  const textOf = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The sheet may go with the translation it is about, so the promise is followed, not the component.
    report.mutateAsync(detail).then(
      () => {
        toast(t('report.sent'));
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <Sheet title={t('report.title')} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-soft">{t('report.body')}</p>
        <TextArea
          label={t('report.detail')}
          kind="reason"
          dir="auto"
          value={detail}
          onChange={(event) => setDetail(event.target.value)}
          error={report.error ? textOf(report.error) : undefined}
        />
        <Button type="submit" look="primary" size="large" isBusy={report.isPending}>
          {t('report.send')}
        </Button>
      </form>
    </Sheet>
  );
}
