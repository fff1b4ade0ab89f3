import { countGraphemes, type TextKind, textLimits } from '@teahouse/contract';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';

const box =
  'w-full rounded-xl border border-line-strong bg-raised px-3.5 text-body outline-offset-0 transition-colors placeholder:text-quiet hover:border-quiet aria-invalid:border-accent';

interface FieldProps {
  label: string;
  /** Hides the label from sight, never from screen readers. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
}

interface TextFieldProps extends FieldProps, ComponentProps<'input'> {
  /** Shown inside, at the end. */
  end?: ReactNode;
}

export function TextField({ label, isLabelHidden, hint, error, end, className, ...rest }: TextFieldProps) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  return (
    <Field id={id} label={label} isLabelHidden={isLabelHidden ?? false} hint={hint} error={error}>
      <div className="relative">
        <input
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-note`}
          className={classNames(box, 'h-11', end ? 'pe-12' : '', className)}
        />
        {end ? <div className="absolute inset-y-0 end-1 grid place-items-center">{end}</div> : null}
      </div>
    </Field>
  );
}

interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'id' | 'value'> {
  value: string;
  /** Which of the contract's limits is counted down. */
  kind: TextKind;
}

/** Grows with its text and counts what a person counts: graphemes. */
export function TextArea({ label, isLabelHidden, hint, error, value, kind, className, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <Field
      id={id}
      label={label}
      isLabelHidden={isLabelHidden ?? false}
      hint={hint}
      error={error}
      counter={<LimitCounter text={value} kind={kind} />}
    >
      <textarea
        rows={3}
        {...rest}
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-note`}
        className={classNames(box, 'field-sizing-content min-h-20 resize-none py-2.5', className)}
      />
    </Field>
  );
}

/** Silent until a fifth is left, then counts down, then says what is too much. */
export function LimitCounter({ text, kind }: { text: string; kind: TextKind }) {
  const { t } = useTranslation();
  const limit = textLimits[kind].graphemes;
  const left = limit - countGraphemes(text);
  if (left > limit / 5) return null;
  return (
    <span
      className={classNames('tabular text-tiny', left < 0 ? 'font-medium text-accent-fill' : 'text-quiet')}
      role="status"
    >
      <span aria-hidden="true">{left}</span>
      <span className="sr-only">
        {left < 0 ? t('charactersOver', { count: -left }) : t('charactersLeft', { count: left })}
      </span>
    </span>
  );
}

interface FrameProps extends FieldProps {
  id: string;
  counter?: ReactNode;
  children: ReactNode;
}

function Field({ id, label, isLabelHidden, hint, error, counter, children }: FrameProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-small font-medium text-soft'}>
        {label}
      </label>
      {children}
      <div className="flex items-start justify-between gap-3">
        <p id={`${id}-note`} className={classNames('text-small', error ? 'text-accent-fill' : 'text-quiet')}>
          {error ?? hint}
        </p>
        {counter}
      </div>
    </div>
  );
}
