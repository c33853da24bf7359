import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { toProblem } from '#web/api/problem.ts';
import { t } from '../words/t.ts';

type Props = {
  field: TextInputProps;
  submit: string;
  /** What is wrong with what was typed, before it is sent. */
  wrong(text: string): string | null;
  /** What to say when the server refuses what it is. */
  refused: string;
  send(text: string): Promise<unknown>;
};

/** One thing to type, and one button. */
export function OneField({ field, submit, wrong, refused, send }: Props) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
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
      setFault(status === 422 || status === 400 ? refused : t(status === 429 ? 'enter.tooMany' : 'enter.notDone'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="f-form" noValidate onSubmit={(event) => void press(event)} aria-busy={busy}>
      <TextInput
        {...field}
        value={text}
        error={fault}
        autoFocus
        onChange={(event) => {
          setText(event.currentTarget.value);
          setFault(null);
        }}
      />
      <Button type="submit" loading={busy}>
        {submit}
      </Button>
    </form>
  );
}
