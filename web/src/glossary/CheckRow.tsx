import { useId } from 'react';

interface CheckRowProps {
  label: string;
  body: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A statement that is true or not, within a form. */
export function CheckRow({ label, body, isOn, onChange }: CheckRowProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={`${id}-body`}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4.5 shrink-0 accent-jade"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-body`} className="text-small text-quiet">
          {body}
        </p>
      </div>
    </div>
  );
}
