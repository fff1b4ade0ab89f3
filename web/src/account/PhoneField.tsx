import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/fields.tsx';
import { callingRegions, likelyRegion, toE164 } from './calling-codes.ts';

interface PhoneFieldProps {
  /** Told in E.164. */
  onChange: (number: string) => void;
  error?: string | undefined;
}

/** A number of any country, written the way people there write it. */
export function PhoneField({ onChange, error }: PhoneFieldProps) {
  const { t, i18n } = useTranslation('account');
  const [region, setRegion] = useState(() => likelyRegion(navigator.languages));
  const [written, setWritten] = useState('');
  const regions = useMemo(() => callingRegions(i18n.language), [i18n.language]);
  const code = regions.find((known) => known.region === region)?.code ?? '';
  const tell = (nextWritten: string, nextRegion: string) => {
    setWritten(nextWritten);
    setRegion(nextRegion);
    onChange(nextWritten.trim() === '' ? '' : toE164(nextWritten, nextRegion));
  };
  return (
    <div className="relative">
      <TextField
        label={t('phone.label')}
        error={error}
        type="tel"
        name="tel"
        autoComplete="tel"
        required
        maxLength={32}
        dir="ltr"
        className="ps-24"
        value={written}
        onChange={(event) => tell(event.target.value, region)}
      />
      <label className="absolute start-1 top-[25px] flex h-10.5 w-21 items-center">
        <span className="sr-only">{t('phone.country')}</span>
        <select
          value={region}
          onChange={(event) => tell(written, event.target.value)}
          className="absolute inset-0 cursor-pointer rounded-lg opacity-0 focus-visible:opacity-100"
        >
          {regions.map(({ region: id, code: digits, name }) => (
            <option key={id} value={id}>
              {name} +{digits}
            </option>
          ))}
        </select>
        <span
          aria-hidden="true"
          className="pointer-events-none flex w-full justify-between border-e border-line pe-2.5 ps-2.5"
        >
          <span className="font-medium text-soft">{region}</span>
          <span className="tabular text-quiet">+{code}</span>
        </span>
      </label>
    </div>
  );
}
