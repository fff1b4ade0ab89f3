import { useTranslation } from 'react-i18next';
import { isPasskeyDismissal, supportsPasskeys, usePasskeyAutofill, usePasskeySignIn } from '../data/passkeys.ts';
import { Button } from '../ui/Button.tsx';
import { KeyIcon } from '../ui/icons.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

/** Signing in without typing anything; the browser may also offer it inside the name field. */
export function PasskeyButton() {
  const { t } = useTranslation('account');
  const signIn = usePasskeySignIn();
  const problemText = useProblemText();
  usePasskeyAutofill();
  if (!supportsPasskeys()) return null;
  return (
    <div className="flex flex-col gap-3.5">
      <p aria-hidden="true" className="flex items-center gap-3 text-small text-quiet">
        <span className="h-px flex-1 bg-line" />
        {t('door.or')}
        <span className="h-px flex-1 bg-line" />
      </p>
      <Button look="outline" size="large" isBusy={signIn.isPending} onClick={() => signIn.mutate()}>
        <KeyIcon size={20} />
        {t('door.passkey')}
      </Button>
      {signIn.isError && !isPasskeyDismissal(signIn.error) ? (
        <p role="alert" className="text-center text-small text-accent-fill">
          {problemText(signIn.error)}
        </p>
      ) : null}
    </div>
  );
}
