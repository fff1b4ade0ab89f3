import { Link } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HandleField } from '../account/HandleField.tsx';
import { useHandleState } from '../account/use-handle-state.ts';
import { useUpdateMe } from '../data/accounts.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';
import { AvatarPicker } from './AvatarPicker.tsx';

export function ProfileSection({ me }: { me: Me }) {
  const { t } = useTranslation(['settings', 'common']);
  const [name, setName] = useState(me.name);
  const [handle, setHandle] = useState(me.handle);
  const [bio, setBio] = useState(me.bio);
  const handleState = useHandleState(handle, me.handle);
  const update = useUpdateMe();
  const showToast = useToast();
  const problemText = useProblemText();
  const fieldProblem = useFieldProblem();
  const change = {
    ...(name !== me.name ? { name } : {}),
    ...(handle.trim() !== me.handle ? { handle: handle.trim() } : {}),
    ...(bio !== me.bio ? { bio } : {}),
  };
  const isChanged = Object.keys(change).length > 0;
  const errorOf = (field: string) => fieldProblem(update.error, field);
  const isExplained = Boolean(errorOf('name') ?? errorOf('handle') ?? errorOf('bio'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate(change, { onSuccess: () => showToast(t('saved')) });
  };
  return (
    <div className="flex flex-col gap-6">
      <AvatarPicker me={me} />
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField
          label={t('profile.name')}
          name="name"
          autoComplete="nickname"
          dir="auto"
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errorOf('name')}
        />
        <HandleField
          value={handle}
          state={handleState}
          onChange={setHandle}
          hint={t('profile.handleHint')}
          error={errorOf('handle')}
        />
        <TextArea
          label={t('profile.bio')}
          kind="bio"
          name="bio"
          dir="auto"
          placeholder={t('profile.bioPlaceholder')}
          value={bio}
          onChange={(event) => setBio(event.target.value)}
          error={errorOf('bio')}
        />
        {update.isError && !isExplained ? (
          <p role="alert" className="text-small text-accent-fill">
            {problemText(update.error)}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" look="primary" disabled={!isChanged} isBusy={update.isPending}>
            {t('common:save')}
          </Button>
          <Link to="/members/$handle" params={{ handle: me.handle }} className={buttonClass('plain')}>
            {t('profile.see')}
          </Link>
        </div>
      </form>
    </div>
  );
}
