import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import { BackIcon } from './icons.tsx';
import { useDocumentTitle } from './use-document-title.ts';

interface ScreenHeaderProps {
  title: ReactNode;
  /** Buttons at the end. */
  children?: ReactNode;
}

/** Head of a screen that has no tabs: the way back, its name, its actions. */
export function ScreenHeader({ title, children }: ScreenHeaderProps) {
  const { t } = useTranslation();
  useDocumentTitle(typeof title === 'string' ? title : undefined);
  return (
    <header className="sticky top-0 z-20 flex min-h-13 items-center gap-1 border-b border-line bg-paper px-2 wide:static wide:border-0 wide:px-4 wide:pt-2">
      <IconButton icon={BackIcon} label={t('nav.back')} onClick={useGoBack()} />
      <h1 className="min-w-0 flex-1 truncate text-title font-semibold">{title}</h1>
      {children}
    </header>
  );
}

/** Back to where the reader came from; a page opened by its link goes home. */
export function useGoBack(): () => void {
  const router = useRouter();
  return () => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: '/' });
  };
}
