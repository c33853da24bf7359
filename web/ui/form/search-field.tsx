import { TextInput } from '@mantine/core';
import { type ComponentRef, useEffect, useRef, useState } from 'react';
import { IconSearch } from '../icons.ts';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import './form.css';

const TYPING_MS = 250;

type Props = { label: string; text: string; onChange(text: string): void };

/** Searches a list a moment after the last letter; `/` comes here and Escape leaves. */
export function SearchField({ label, text, onChange }: Props) {
  const [typed, setTyped] = useState(text);
  const input = useRef<ComponentRef<'input'>>(null);
  const sent = useRef(text);
  useEffect(() => {
    if (text !== sent.current) setTyped(text);
    sent.current = text;
  }, [text]);
  useEffect(() => {
    if (typed.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      onChange(typed.trim());
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  useShortcuts([
    { combo: '/', label: 'Search this list', group: 'List', early: true, run: () => input.current?.focus() },
  ]);
  return (
    <TextInput
      ref={input}
      type="search"
      className="f-search-field"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The browser would empty the field; leaving it keeps what was searched for.
        event.preventDefault();
        input.current?.blur();
      }}
    />
  );
}
