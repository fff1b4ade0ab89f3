import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch, ThemeSwitch } from '../app/Switches.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BackIcon } from '../ui/icons.tsx';
import { useGoBack } from '../ui/ScreenHeader.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useIsWide } from '../ui/use-media-query.ts';
import { Wordmark } from '../ui/Wordmark.tsx';
import { TeahouseScene } from './TeahouseScene.tsx';

interface AccountFrameProps {
  title: string;
  body?: string;
  /** Leads back within the screen; the browser's way back when absent. */
  onBack?: (() => void) | undefined;
  /** Above the title: how far along one is. */
  progress?: ReactNode;
  /** On phones the drawing has room only where there is little else. */
  scene?: 'none' | 'low' | 'tall';
  children: ReactNode;
}

/** Frame of signing up and in: the house on one side, a short form on the other. */
export function AccountFrame({ title, body, onBack, progress, scene = 'low', children }: AccountFrameProps) {
  const isWide = useIsWide();
  useDocumentTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  // A later step begins at its title; the first leaves the focus where the reader has it.
  const isLaterStep = onBack !== undefined;
  useEffect(() => {
    if (isLaterStep) heading.current?.focus();
  }, [isLaterStep]);
  return (
    <div className="wide:grid wide:min-h-[calc(100dvh-var(--top-height))] wide:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      {isWide ? <ScenePanel /> : <PhoneHead onBack={onBack} scene={scene} />}
      <div className="flex flex-col justify-center px-6 pt-5 pb-10 wide:px-10 wide:py-8">
        <div className="mx-auto flex w-full max-w-[30rem] flex-col gap-6">
          <div className="flex flex-col gap-1.5">
            {progress}
            <h1
              ref={heading}
              tabIndex={-1}
              className="outline-none text-[1.625rem] leading-9 font-semibold text-balance"
            >
              {title}
            </h1>
            {body ? <p className="text-soft">{body}</p> : null}
          </div>
          {children}
        </div>
      </div>
    </div>
  );
}

function ScenePanel() {
  const { t } = useTranslation();
  return (
    <div className="account-ground m-4 mt-0 hidden flex-col items-center justify-center gap-6 overflow-hidden rounded-(--radius-sheet) p-8 wide:flex">
      <TeahouseScene className="w-full max-w-md overflow-visible" />
      <p className="text-title font-medium text-soft">{t('tagline')}</p>
    </div>
  );
}

function PhoneHead({ onBack, scene }: Pick<AccountFrameProps, 'onBack'> & { scene: 'none' | 'low' | 'tall' }) {
  const { t } = useTranslation();
  const leave = useGoBack();
  return (
    <header className="account-ground flex flex-col pb-1">
      <div className="flex h-13 items-center px-2">
        <IconButton icon={BackIcon} label={t('nav.back')} onClick={onBack ?? leave} />
        <Link to="/" className="me-auto">
          <Wordmark />
        </Link>
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      {scene === 'none' ? null : <TeahouseScene className={scene === 'tall' ? 'mx-auto h-52' : 'mx-auto h-32'} />}
    </header>
  );
}
