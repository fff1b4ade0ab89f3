import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/fields.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { EyeIcon, EyeOffIcon } from '../ui/icons.tsx';

interface PasswordFieldProps {
  /** `new-password` lets password managers propose one, `current-password` lets them fill it in. */
  purpose: 'new-password' | 'current-password';
  value: string;
  onChange: (value: string) => void;
  label?: string;
  error?: string | undefined;
  isRequired?: boolean;
}

export function PasswordField({ purpose, value, onChange, label, error, isRequired = true }: PasswordFieldProps) {
  const { t } = useTranslation('account');
  const [isShown, setShown] = useState(false);
  const isNew = purpose === 'new-password';
  return (
    <TextField
      label={label ?? t(isNew ? 'password.new' : 'password.label')}
      hint={isNew ? t('password.hint') : undefined}
      error={error}
      type={isShown ? 'text' : 'password'}
      name={purpose}
      autoComplete={purpose}
      autoCapitalize="none"
      spellCheck={false}
      required={isRequired}
      minLength={isNew ? 8 : undefined}
      maxLength={1024}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      end={
        <IconButton
          icon={isShown ? EyeOffIcon : EyeIcon}
          iconSize={20}
          label={t(isShown ? 'password.hide' : 'password.show')}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
