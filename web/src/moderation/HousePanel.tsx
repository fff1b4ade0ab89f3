import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { type Role, useChangeHouseSettings, useHouseSettings, useSetRole } from '../data/moderation.ts';
import { Part } from '../settings/Part.tsx';
import { SwitchRow } from '../settings/SwitchRow.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { QueueSkeleton } from './QueueSkeleton.tsx';

/** What only the operator decides: the name over the door, who may come in, who helps. */
export function HousePanel() {
  const { t } = useTranslation('moderation');
  const settings = useHouseSettings(true);
  const change = useChangeHouseSettings();
  const onError = useProblemToast();
  if (!settings.data) {
    return settings.error ? (
      <FailedState error={settings.error} onRetry={() => void settings.refetch()} />
    ) : (
      <QueueSkeleton />
    );
  }
  const { name, signUpIsOpen, showsCountryBadges } = settings.data;
  return (
    <div className="max-w-xl">
      <Part title={t('house.name')} body={t('house.nameBody')}>
        <NameForm key={name} name={name} />
      </Part>
      <Part title={t('house.door')}>
        <SwitchRow
          label={t('house.signUp')}
          body={t('house.signUpBody')}
          isOn={signUpIsOpen}
          isDisabled={change.isPending}
          onChange={(isOn) => change.mutate({ signUpIsOpen: isOn }, { onError })}
        />
        <SwitchRow
          label={t('house.badges')}
          body={t('house.badgesBody')}
          isOn={showsCountryBadges}
          isDisabled={change.isPending}
          onChange={(isOn) => change.mutate({ showsCountryBadges: isOn }, { onError })}
        />
      </Part>
      <Part title={t('house.traffic.title')} body={t('house.traffic.body')}>
        <Link to="/operations/traffic" className={`${buttonClass()} self-start`}>
          {t('house.traffic.open')}
        </Link>
      </Part>
      <Part title={t('house.translation.title')} body={t('house.translation.body')}>
        <Link to="/operations/translation" className={`${buttonClass()} self-start`}>
          {t('house.translation.open')}
        </Link>
      </Part>
      <Part title={t('house.roles')} body={t('house.rolesBody')}>
        <RoleForm />
      </Part>
    </div>
  );
}

function NameForm({ name }: { name: string }) {
  const { t } = useTranslation(['moderation', 'common']);
  const [written, setWritten] = useState(name);
  const change = useChangeHouseSettings();
  const toast = useToast();
  const textOf = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ name: written }, { onSuccess: () => toast(t('house.saved')) });
  };
  return (
    <form onSubmit={submit} className="flex items-start gap-3">
      <div className="flex-1">
        <TextField
          label={t('house.name')}
          isLabelHidden
          value={written}
          maxLength={60}
          error={change.error ? textOf(change.error) : undefined}
          onChange={(event) => setWritten(event.target.value)}
        />
      </div>
      <Button
        type="submit"
        disabled={written.trim() === '' || written === name}
        isBusy={change.isPending}
        className="min-h-11"
      >
        {t('common:save')}
      </Button>
    </form>
  );
}

function RoleForm() {
  const { t } = useTranslation(['moderation', 'common']);
  const [handle, setHandle] = useState('');
  const [role, setRole] = useState<Role>('moderator');
  const set = useSetRole();
  const toast = useToast();
  const textOf = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(
      { handle: handle.trim().replace(/^@/, ''), role },
      {
        onSuccess: (answer) => {
          toast(t('house.roleSet', { handle: answer.handle, role: t(`role.${answer.role}`) }));
          setHandle('');
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={t('house.handle')}
        placeholder="@linwan"
        value={handle}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        error={set.error ? textOf(set.error) : undefined}
        onChange={(event) => setHandle(event.target.value)}
      />
      <SegmentedChoice
        label={t('house.role')}
        options={(['member', 'moderator', 'operator'] as const).map((id) => ({ id, label: t(`role.${id}`) }))}
        chosen={role}
        onChoose={setRole}
      />
      <Button type="submit" disabled={handle.trim() === ''} isBusy={set.isPending} className="self-start">
        {t('house.setRole')}
      </Button>
    </form>
  );
}
