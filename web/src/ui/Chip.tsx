import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** Class of a category pill; `isOn` is the one that is shown now. */
export function chipClass(isOn: boolean): string {
  return classNames(
    'pressable inline-flex min-h-8 items-center gap-1.5 rounded-full px-3.5 text-small whitespace-nowrap select-none',
    isOn ? 'bg-ink font-medium text-paper' : 'text-soft hover:bg-sunken hover:text-ink',
  );
}

interface ChipProps extends ComponentProps<'button'> {
  isOn?: boolean;
}

/** A choice that can be switched on and off. */
export function Chip({ isOn = false, className, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      {...rest}
      className={classNames(
        'pressable inline-flex min-h-9 items-center gap-1.5 rounded-full border px-4 text-small whitespace-nowrap select-none',
        isOn ? 'border-ink bg-ink font-medium text-paper' : 'border-line-strong text-ink hover:bg-sunken',
        className,
      )}
    />
  );
}
