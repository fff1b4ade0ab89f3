import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import type { Icon } from './icons.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: Icon;
  label: string;
  iconSize?: number;
}

/** A round 40-pixel target with a name. */
export function IconButton({ icon: Glyph, label, iconSize = 22, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames(
        'pressable grid size-10 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink',
        className,
      )}
    >
      <Glyph size={iconSize} />
    </button>
  );
}
