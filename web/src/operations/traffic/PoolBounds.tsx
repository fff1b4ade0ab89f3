import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/fields.tsx';

/** How many people each round of the ladder reaches; written, for they differ a thousandfold. */
export function PoolBounds({ pools, onChange }: { pools: readonly number[]; onChange: (pools: number[]) => void }) {
  const { t } = useTranslation(['traffic', 'exposure']);
  return (
    <fieldset>
      <legend className="pb-1.5 text-small text-soft">{t('exposure:policy.ladder.pools')}</legend>
      <div className="grid grid-cols-2 gap-x-3">
        {pools.map((bound, index) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place on the ladder
            key={index}
            label={t('editor.pool', { number: index + 1 })}
            type="number"
            inputMode="numeric"
            min={1}
            value={bound}
            onChange={(event) => onChange(pools.with(index, Math.max(1, Math.round(event.target.valueAsNumber) || 1)))}
          />
        ))}
      </div>
    </fieldset>
  );
}
