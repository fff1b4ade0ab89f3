import { useNavigate } from '@tanstack/react-router';
import type { ProfileView } from '@teahouse/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../cards/copy-note-link.ts';
import { useDistance } from '../data/members.ts';
import { EyeIcon, EyeOffIcon, FlagIcon, GlobeIcon, ShareIcon, ShieldIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

const ReportSheet = lazy(async () => ({ default: (await import('../note/ReportSheet.tsx')).ReportSheet }));
const ConfirmSheet = lazy(async () => ({ default: (await import('../ui/ConfirmSheet.tsx')).ConfirmSheet }));

type Open = 'block' | 'report' | undefined;

export function ProfileMenu({ profile, isSelf }: { profile: ProfileView; isSelf: boolean }) {
  const { t } = useTranslation('profile');
  const [open, setOpen] = useState<Open>();
  const navigate = useNavigate();
  const { name, handle, viewer, id } = profile;
  const asMember = useAsMember();
  const share = useShare(profile);
  const mute = useDistance('mute', handle);
  const block = useDistance('block', handle);
  const showToast = useToast();
  const onError = useProblemToast();
  const setMuted = (isOn: boolean) =>
    mute.mutate(isOn, { onSuccess: () => showToast(t(isOn ? 'muted' : 'unmuted', { name })), onError });
  const setBlocked = (isOn: boolean) =>
    block.mutate(isOn, {
      onSuccess: () => (isOn ? setOpen(undefined) : showToast(t('unblocked', { name }))),
      onError,
    });
  const all: MenuEntry[] = [{ id: 'share', label: t('menu.share'), icon: ShareIcon, onAction: share }];
  const own: MenuEntry[] = [
    {
      id: 'studio',
      label: t('menu.studio'),
      icon: EyeIcon,
      onAction: () => void navigate({ to: '/studio' }),
    },
    {
      id: 'suggestions',
      label: t('menu.suggestions'),
      icon: GlobeIcon,
      onAction: () => void navigate({ to: '/suggestions' }),
    },
  ];
  const others: MenuEntry[] = [
    {
      id: 'mute',
      label: t(viewer?.mutes ? 'menu.unmute' : 'menu.mute'),
      icon: EyeOffIcon,
      startsGroup: true,
      onAction: () => asMember('member', () => setMuted(!viewer?.mutes)),
    },
    {
      id: 'block',
      label: t(viewer?.blocks ? 'menu.unblock' : 'menu.block'),
      icon: ShieldIcon,
      onAction: () => asMember('member', () => (viewer?.blocks ? setBlocked(false) : setOpen('block'))),
    },
    {
      id: 'report',
      label: t('menu.report'),
      icon: FlagIcon,
      isDanger: true,
      onAction: () => asMember('report', () => setOpen('report')),
    },
  ];
  const close = () => setOpen(undefined);
  return (
    <>
      <MenuButton label={t('menu.label', { name })} entries={() => [...all, ...(isSelf ? own : others)]} />
      <Suspense>
        {open === 'report' ? <ReportSheet subject={{ kind: 'member', id }} onClose={close} /> : null}
        {open === 'block' ? (
          <ConfirmSheet
            title={t('block.title', { name })}
            body={t('block.body')}
            action={t('block.action')}
            isBusy={block.isPending}
            onConfirm={() => setBlocked(true)}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** The system's own sheet where there is one, the clipboard elsewhere. */
function useShare({ name, handle }: ProfileView): () => void {
  const { t } = useTranslation('profile');
  const showToast = useToast();
  const onError = useProblemToast();
  return () => {
    const url = new URL(`/members/${encodeURIComponent(handle)}`, location.origin).href;
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
      // Closing the system's sheet is no mistake.
      navigator.share({ title: name, url }).catch(() => undefined);
      return;
    }
    copyText(url).then(() => showToast(t('menu.copied')), onError);
  };
}
