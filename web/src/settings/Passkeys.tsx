import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isPasskeyDismissal,
  supportsPasskeys,
  useAddPasskey,
  usePasskeys,
  useRemovePasskey,
} from '../data/passkeys.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { KeyIcon } from '../ui/icons.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { Part } from './Part.tsx';

export function Passkeys() {
  const { t } = useTranslation('settings');
  const passkeys = usePasskeys().data ?? [];
  const isSupported = supportsPasskeys();
  return (
    <Part
      title={t('security.passkeys')}
      body={t(isSupported ? 'security.passkeysBody' : 'security.passkeysUnsupported')}
    >
      {passkeys.length > 0 ? (
        <ul>
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      ) : null}
      {isSupported ? <AddPasskey /> : null}
    </Part>
  );
}

function PasskeyRow({ passkey }: { passkey: { id: string; name: string; createdAt: string } }) {
  const { t } = useTranslation('settings');
  const remove = useRemovePasskey();
  const onError = useProblemToast();
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line last:border-0">
      <KeyIcon className="shrink-0 text-quiet" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate">
          {passkey.name}
        </p>
        <p className="text-small text-quiet">
          {t('security.added')} <RelativeTime at={passkey.createdAt} />
        </p>
      </div>
      <Button
        size="small"
        isBusy={remove.isPending}
        aria-label={t('security.removeNamed', { name: passkey.name })}
        onClick={() => remove.mutate(passkey.id, { onError })}
      >
        {t('security.remove')}
      </Button>
    </li>
  );
}

function AddPasskey() {
  const { t } = useTranslation(['settings', 'common']);
  const [name, setName] = useState<string>();
  const add = useAddPasskey();
  const showToast = useToast();
  const problemText = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = () => {
      setName(undefined);
      showToast(t('security.passkeyAdded'));
    };
    if (name) add.mutate(name, { onSuccess });
  };
  if (name === undefined) {
    return (
      <Button className="self-start" onClick={() => setName(deviceGuess())}>
        {t('security.addPasskey')}
      </Button>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <TextField
        label={t('security.passkeyName')}
        dir="auto"
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={add.isError && !isPasskeyDismissal(add.error) ? problemText(add.error) : undefined}
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary" isBusy={add.isPending}>
          {t('security.addPasskey')}
        </Button>
        <Button look="plain" onClick={() => setName(undefined)}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}

/** A name to begin with, so that nobody has to think of one. */
function deviceGuess(): string {
  return /iPhone|iPad|Android|Windows|Mac|Linux/.exec(navigator.userAgent)?.[0] ?? 'Passkey';
}
