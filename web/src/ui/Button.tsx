import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export type ButtonLook = 'primary' | 'plain' | 'outline' | 'jade' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent-fill text-on-accent hover:opacity-90',
  plain: 'text-ink hover:bg-sunken',
  outline: 'border border-line-strong text-ink hover:bg-sunken',
  jade: 'bg-jade-soft text-jade hover:opacity-85',
  danger: 'border border-line-strong text-accent-fill hover:bg-accent-soft',
};

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-8 px-3.5 text-small',
  medium: 'min-h-10 px-5 text-body',
  large: 'min-h-12 px-6 text-body',
};

/** Class of a pill, for links that act as buttons. */
export function buttonClass(look: ButtonLook = 'outline', size: ButtonSize = 'medium'): string {
  return classNames(
    'pressable inline-flex items-center justify-center gap-2 rounded-full font-medium whitespace-nowrap select-none disabled:opacity-45',
    looks[look],
    sizes[size],
  );
}

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  size?: ButtonSize;
  /** The work is under way: the button keeps its width and answers no second press. */
  isBusy?: boolean;
}

export function Button({ look, size, isBusy = false, className, disabled, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={classNames(buttonClass(look, size), isBusy && 'animate-pulse', className)}
    >
      {children}
    </button>
  );
}
