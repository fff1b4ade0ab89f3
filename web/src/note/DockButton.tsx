import { Count } from '../ui/Count.tsx';
import { classNames } from '../ui/class-names.ts';
import type { Icon } from '../ui/icons.tsx';

interface DockButtonProps {
  icon: Icon;
  label: string;
  count?: number;
  /** Absent for what is no switch. */
  isOn?: boolean;
  onPress: () => void;
}

export function DockButton({ icon: Glyph, label, count, isOn, onPress }: DockButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-pressed={isOn}
      onClick={onPress}
      className="pressable flex h-10 min-w-10 items-center justify-center gap-1 rounded-full px-1.5 text-small text-soft hover:bg-sunken hover:text-ink"
    >
      <Glyph size={22} className={classNames(isOn && 'animate-beat text-accent')} />
      <span className="sr-only">{label}</span>
      {count ? <Count value={count} /> : null}
    </button>
  );
}
