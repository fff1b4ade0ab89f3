import { reportReasons } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '../data/reports.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

interface ReportSheetProps {
  subject: { kind: 'note' | 'comment' | 'member'; id: string };
  onClose: () => void;
}

type Reason = (typeof reportReasons)[number];

export function ReportSheet({ subject, onClose }: ReportSheetProps) {
  const { t } = useTranslation('report');
  const [reason, setReason] = useState<Reason>();
  const [detail, setDetail] = useState('');
  const report = useReport();
  const toast = useToast();
  const textOf = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason) return;
    const onSuccess = () => {
      toast(t('thanks'));
      onClose();
    };
    report.mutate({ subject, reason, detail }, { onSuccess });
  };
  return (
    <Sheet
      title={t('title')}
      isOpen
      onClose={onClose}
      footer={
        <Button
          type="submit"
          form="report"
          look="primary"
          size="large"
          disabled={!reason}
          isBusy={report.isPending}
          className="w-full"
        >
          {t('send')}
        </Button>
      }
    >
      <form id="report" onSubmit={submit} className="flex flex-col gap-4">
        <fieldset className="flex flex-col">
          <legend className="pb-1 text-small text-quiet">{t('question')}</legend>
          {reportReasons.map((value) => (
            <label
              key={value}
              className="flex min-h-11 items-center justify-between border-b border-line last:border-0"
            >
              {t(`reason.${value}`)}
              <input
                type="radio"
                name="reason"
                value={value}
                checked={reason === value}
                onChange={() => setReason(value)}
                className="size-4.5 accent-accent-fill"
              />
            </label>
          ))}
        </fieldset>
        <TextArea
          label={t('detail')}
          kind="reason"
          value={detail}
          onChange={(event) => setDetail(event.target.value)}
        />
        {report.error ? (
          <p role="alert" className="text-small text-accent-fill">
            {textOf(report.error)}
          </p>
        ) : null}
      </form>
    </Sheet>
  );
}
