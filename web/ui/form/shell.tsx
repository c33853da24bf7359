import { Button } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { toProblem } from '#web/api/problem.ts';
import { sayError } from '#web/api/say-problem.ts';
import { RequestId } from '../feedback/request-id.tsx';
import { Clashes } from './clashes.tsx';
import { Restored } from './restored.tsx';
import type { Form } from './use-form.ts';
import './form.css';

type Props<V> = {
  form: Form<V>;
  /** The verb on the button: "Create client". */
  submit: string;
  /** In a dialogue: leaving without saving. What was typed is kept for the next time. */
  onCancel?: () => void;
  /** How fields are called and shown when somebody else changed them. */
  labels?: Partial<Record<keyof V & string, string>>;
  show?: (name: string, value: unknown) => ReactNode;
  /** Further buttons, left of the others. */
  more?: ReactNode;
  children: ReactNode;
};

/** The frame of every form: its fields, what was refused, what others changed meanwhile, and saving. */
export function FormShell<V extends object>({ form, submit, onCancel, labels = {}, show, more, children }: Props<V>) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit(event as never);
  };
  const editing = !form.isNew && !onCancel;
  return (
    <form
      ref={form.ref}
      className="f-form"
      noValidate
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={onKeyDown}
      aria-busy={form.busy}
    >
      {form.restored && <Restored onDiscard={form.reset} />}
      {form.clashes.length > 0 && <Clashes form={form} labels={labels} {...(show ? { show } : {})} />}
      {children}
      {form.fault !== null && <FormFault error={form.fault} />}
      <div className="f-form-foot" data-idle={(editing && !form.dirty) || undefined}>
        {more && <div className="f-form-more">{more}</div>}
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
        {editing && form.dirty && (
          <Button variant="default" onClick={form.reset}>
            Discard changes
          </Button>
        )}
        <Button
          type="submit"
          loading={form.busy && !form.attempting}
          disabled={form.attempting || (editing && !form.dirty)}
        >
          {submit}
        </Button>
      </div>
    </form>
  );
}

/** From here on it is not what was typed: somebody will have to look the request up. */
const FAULT_OF_OURS = 500;

/** What belongs to no single field: one sentence, what happens next, and the request id where it is of use. */
export function FormFault({ error }: { error: unknown }) {
  if (!error) return null;
  const { message, errors, requestId, status } = toProblem(error);
  return (
    <div className="f-form-fault" role="alert">
      {errors.length === 0 ? <p>{message}</p> : errors.map((one) => <p key={one.path}>{sayError(one)}</p>)}
      {requestId && status >= FAULT_OF_OURS && <RequestId id={requestId} />}
    </div>
  );
}
