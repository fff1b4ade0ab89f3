import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/i18n.ts';
import { useRules } from '../data/moderation-statements.ts';

/** Every decision stands under a numbered rule; its text is shown so that it is not chosen by its title alone. */
export function RulePicker({ rule, onPick }: { rule: number | undefined; onPick: (rule: number) => void }) {
  const { t } = useTranslation('moderation');
  const id = useId();
  const rules = useRules(currentLanguage()).data?.rules ?? [];
  const chosen = rules.find(({ number }) => number === rule);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-small font-medium text-soft">
        {t('rule')}
      </label>
      <select
        id={id}
        value={rule ?? ''}
        required
        onChange={(event) => onPick(Number(event.target.value))}
        className="h-11 w-full rounded-xl border border-line-strong bg-raised px-3 text-ellipsis"
      >
        <option value="" disabled>
          {t('chooseRule')}
        </option>
        {rules.map(({ number, title }) => (
          <option key={number} value={number}>
            {number}. {title}
          </option>
        ))}
      </select>
      {chosen ? <p className="text-small text-quiet">{chosen.text}</p> : null}
    </div>
  );
}
