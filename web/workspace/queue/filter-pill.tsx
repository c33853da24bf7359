import { Checkbox, CloseButton, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Choice } from './filter-fields.ts';

type Props = {
  label: string;
  /** What it says now: "assigned to me or nobody". */
  phrase: string;
  choices: readonly Choice[];
  values: readonly string[];
  opened: boolean;
  onOpened(open: boolean): void;
  onChange(values: string[]): void;
};

const MANY = 8;
const SHOWN = 100;

/** A part of the filter's sentence: pressed, it opens the choices it is made of. */
export function FilterPill({ label, phrase, choices, values, opened, onOpened, onChange }: Props) {
  const [text, setText] = useState('');
  const found = choices.filter((one) => one.label.toLowerCase().includes(text.trim().toLowerCase()));
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <span className="f-pill" data-on={values.length > 0 || undefined}>
      <Popover opened={opened} onChange={onOpened} position="bottom-start" trapFocus width={260}>
        <Popover.Target>
          <UnstyledButton
            className="f-pill-text f-cut"
            onClick={() => onOpened(!opened)}
            aria-label={`${label}: ${phrase}`}
          >
            {phrase}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          {choices.length > MANY && (
            <TextInput
              aria-label={`Find ${label.toLowerCase()}`}
              placeholder="Find"
              mb={8}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <div className="f-pill-choices">
            {found.slice(0, SHOWN).map(({ value, label: name }) => (
              <Checkbox key={value} label={name} checked={values.includes(value)} onChange={() => toggle(value)} />
            ))}
            {found.length === 0 && <span className="f-dim">Nothing fits.</span>}
            {found.length > SHOWN && <span className="f-dim">Type to find the other {found.length - SHOWN}.</span>}
          </div>
        </Popover.Dropdown>
      </Popover>
      {values.length > 0 && <CloseButton size="xs" aria-label={`Take out: ${phrase}`} onClick={() => onChange([])} />}
    </span>
  );
}
