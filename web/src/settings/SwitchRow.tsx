import { useId } from 'react';
import { classNames } from '../ui/class-names.ts';

interface SwitchRowProps {
  label: string;
  body?: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}

export function SwitchRow({ label, body, isOn, isDisabled = false, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-4 border-b border-line py-4 first:pt-0">
      <div className="min-w-0 flex-1">
        <span id={id}>{label}</span>
        {body ? (
          <p id={`${id}-body`} className="text-small text-quiet">
            {body}
          </p>
        ) : null}
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        aria-describedby={body ? `${id}-body` : undefined}
        disabled={isDisabled}
        onClick={() => onChange(!isOn)}
        className={classNames(
          'flex h-7 w-12 shrink-0 items-center rounded-full p-0.5 transition-colors disabled:opacity-45',
          isOn ? 'justify-end bg-jade' : 'justify-start bg-line-strong',
        )}
      >
        <span className="size-6 rounded-full bg-raised" />
      </button>
    </div>
  );
}
