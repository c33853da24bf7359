import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { saveFields } from './use-save.ts';

/** The title, which becomes a field when pressed. */
export function Title({ ticket, editable }: { ticket: TicketView; editable: boolean }) {
  const [text, setText] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket or a saved title ends the editing
  useEffect(() => setText(null), [ticket.id, ticket.title]);
  if (text === null) {
    return (
      <h1>
        {editable ? (
          <button
            type="button"
            className="f-ticket-title"
            onClick={() => setText(ticket.title)}
            data-tip="Change the title"
          >
            <bdi>{ticket.title}</bdi>
          </button>
        ) : (
          <bdi>{ticket.title}</bdi>
        )}
      </h1>
    );
  }
  const finish = () => {
    const title = text.trim();
    setText(null);
    if (title !== '' && title !== ticket.title) void saveFields(ticket, { title }, 'title saved');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape') setText(null);
    if (event.key === 'Escape' || event.key === 'Enter') event.stopPropagation();
  };
  return (
    <TextInput
      className="f-ticket-title-field"
      aria-label="Title"
      value={text}
      maxLength={300}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={finish}
      autoFocus
    />
  );
}
