import { Button } from '@mantine/core';
import { type FormEvent, type InputHTMLAttributes, useId, useState } from 'react';
import { toProblem } from '#web/api/problem.ts';
import { t } from '../words/t.ts';

type Props = {
  field: { label: string } & InputHTMLAttributes<HTMLInputElement>;
  submit: string;
  /** Whose password is typed, for the browser that keeps it. */
  account?: string;
  /** What is wrong with what was typed, before it is sent. */
  wrong(text: string): string | null;
  /** What to say when the server refuses what it is. */
  refused: string | ((error: unknown) => string);
  send(text: string): Promise<unknown>;
};

/** One thing to type, and one button: a field of the browser’s own, because this page is the first that people fetch. */
export function OneField({ field: { label, ...field }, submit, account, wrong, refused, send }: Props) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const press = async (event: FormEvent) => {
    event.preventDefault();
    const found = wrong(text);
    setFault(found);
    if (found !== null || busy) return;
    setBusy(true);
    try {
      await send(text);
    } catch (error) {
      const { status } = toProblem(error);
      const judged = status === 422 || status === 400 || status === 401;
      const words = typeof refused === 'string' ? refused : refused(error);
      setFault(judged ? words : t(status === 429 ? 'enter.tooMany' : 'enter.notDone'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void press(event)} aria-busy={busy}>
      {account !== undefined && <input type="text" autoComplete="username" value={account} readOnly hidden />}
      <div className="f-portal-field">
        <label htmlFor={id}>{label}</label>
        <input
          {...field}
          id={id}
          value={text}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          // biome-ignore lint/a11y/noAutofocus: it is what the page is for
          autoFocus
          onChange={(event) => {
            setText(event.currentTarget.value);
            setFault(null);
          }}
        />
        {fault !== null && (
          <p id={`${id}-fault`} role="alert">
            {fault}
          </p>
        )}
      </div>
      <Button type="submit" loading={busy}>
        {submit}
      </Button>
    </form>
  );
}
