import { Textarea } from '@mantine/core';
import { checkTemplate } from '#kernel/template.ts';
import { Variables } from '../../library/variables.tsx';
import type { EditorProps } from './types.ts';

/** What is said when silence closes a ticket: plain words, with words that are filled in from the ticket. */
export function NoticeEditor({ value, readOnly, onChange }: EditorProps<{ text: string }>) {
  if (readOnly)
    return value.text.trim() === '' ? (
      <p className="f-plain f-dim">Nothing is said.</p>
    ) : (
      <p className="f-plain f-notice">{value.text}</p>
    );
  const [fault] = checkTemplate(value.text, 'text');
  return (
    <>
      <Textarea
        label="Text"
        maxLength={5_000}
        minRows={5}
        maxRows={16}
        value={value.text}
        error={fault && `This ${fault.message}.`}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Variables />
    </>
  );
}
