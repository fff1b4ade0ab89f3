import { useTranslation } from 'react-i18next';

const count = 3;

export function Progress({ step }: { step: number }) {
  const { t } = useTranslation('account');
  return (
    <p className="flex items-center gap-2.5 pb-1 text-small text-quiet">
      <span aria-hidden="true" className="flex gap-1">
        {[1, 2, 3].map((number) => (
          <span key={number} className={`h-1 w-6 rounded-full ${number <= step ? 'bg-accent' : 'bg-line'}`} />
        ))}
      </span>
      {t('step', { step, count })}
    </p>
  );
}
