import { Button, Checkbox, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { moved, put, without } from './order.ts';
import { RowTools } from './row-tools.tsx';

export type LineItem = { text: string; required: boolean };
type Props = {
  label: string;
  help?: string;
  items: readonly LineItem[];
  error?: string;
  onChange(next: LineItem[]): void;
};

/** Lines of a checklist. Enter begins the next one; several lines pasted at once become as many. */
export function LinesField({ label, help, items, error, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const go = (at: number) =>
    // The line exists once React has drawn it.
    setTimeout(() => list.current?.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')[at]?.focus(), 0);
  const insert = (at: number, texts: readonly string[]) => {
    onChange([...items.slice(0, at), ...texts.map((text) => ({ text, required: false })), ...items.slice(at)]);
    go(at + texts.length - 1);
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      insert(at + 1, ['']);
    }
    if (event.key === 'Backspace' && items[at]?.text === '' && items.length > 1) {
      event.preventDefault();
      onChange(without(items, at));
      go(Math.max(0, at - 1));
    }
  };
  return (
    <fieldset className="f-lines-field">
      <legend className="f-legend">{label}</legend>
      {help && <p className="f-plain f-dim">{help}</p>}
      <ol ref={list}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <li key={at}>
            <TextInput
              aria-label={`Line ${at + 1}`}
              placeholder="What is to be done"
              maxLength={200}
              value={item.text}
              error={Boolean(error) && item.text.trim() === ''}
              onChange={(event) => onChange(put(items, at, { ...item, text: event.currentTarget.value }))}
              onKeyDown={(event) => onKeyDown(event, at)}
              onPaste={(event) => {
                const pasted = event.clipboardData
                  .getData('text')
                  .split(/\r?\n/)
                  .map((line) => line.trim());
                const lines = pasted.filter((line) => line !== '');
                if (lines.length < 2) return;
                event.preventDefault();
                const next = lines.map((text) => ({ text, required: false }));
                onChange([...items.slice(0, item.text === '' ? at : at + 1), ...next, ...items.slice(at + 1)]);
              }}
            />
            <Checkbox
              label="Must be done"
              checked={item.required}
              onChange={(event) => onChange(put(items, at, { ...item, required: event.currentTarget.checked }))}
            />
            <RowTools
              name={item.text || `line ${at + 1}`}
              at={at}
              count={items.length}
              onMove={(by) => onChange(moved(items, at, by))}
              onRemove={() => onChange(without(items, at))}
            />
          </li>
        ))}
      </ol>
      {error && (
        <p className="f-field-fault" role="alert">
          {error}
        </p>
      )}
      <Button variant="default" size="compact-sm" onClick={() => insert(items.length, [''])}>
        Add a line
      </Button>
    </fieldset>
  );
}
