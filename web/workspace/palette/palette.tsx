import { Modal, TextInput } from '@mantine/core';
import { Fragment, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { IconSearch } from '#web/ui/icons.ts';
import { Keys } from '#web/ui/keys/keys.tsx';
import { shortcutStore } from '#web/ui/keys/registry.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useStore } from '#web/ui/store.ts';
import { commandStore, paletteOpen } from './commands.ts';
import { useFound } from './use-found.ts';
import './palette.css';

type Line = { id: string; label: string; note?: string; group: string; combo?: string; run(): unknown };

/** Everything that can be done from here: the page's shortcuts, and the commands it offers. */
function useDoable(): Line[] {
  const shortcuts = useStore(shortcutStore);
  const commands = useStore(commandStore);
  const seen = new Set<string>();
  const lines = [
    ...shortcuts
      .filter(({ shortcut }) => !shortcut.silent)
      .map(({ shortcut }) => ({ ...shortcut, run: () => shortcut.run(new KeyboardEvent('keydown')) })),
    ...commands,
  ];
  return lines
    .filter(({ label }) => label !== 'Search or do anything' && !seen.has(label) && seen.add(label))
    .map((line) => ({ ...line, id: `do ${line.label}` }));
}

const fits = (label: string, text: string) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.toLowerCase().includes(word));

/** Go to, do and search everything, in one list. */
export function Palette() {
  const opened = useStore(paletteOpen);
  useShortcuts([
    {
      combo: 'mod+k',
      label: 'Search or do anything',
      group: 'Everywhere',
      inFields: true,
      run: () => paletteOpen.set(true),
    },
  ]);
  return (
    <Modal.Root opened={opened} onClose={() => paletteOpen.set(false)} size={600} yOffset="12vh" centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label="Search or do anything">
        <Modal.Body p={0}>
          <Inside />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Inside() {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const doable = useDoable();
  const { found, searching } = useFound(text);
  const words = text.trim();
  const actions = doable.filter(({ label }) => words === '' || fits(label, words));
  // What was searched for comes first; what can be done follows, a handful of each.
  const lines: Line[] = words === '' ? actions : [...found, ...actions.slice(0, 6)];
  const current = Math.min(at, lines.length - 1);
  const run = (line: Line | undefined) => {
    if (!line) return;
    paletteOpen.set(false);
    // After the dialogue has given the focus back, so that what runs may move it.
    setTimeout(() => void line.run(), 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((current + step + lines.length) % Math.max(1, lines.length));
    else if (event.key === 'Enter') run(lines[current]);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, current]);
  return (
    <div className="f-palette">
      <TextInput
        size="md"
        variant="unstyled"
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        placeholder="A ticket, client, person, or what to do"
        aria-label="Search or do anything"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        {...(lines.length > 0 ? { 'aria-activedescendant': `${list}-${current}` } : {})}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <div id={list} role="listbox" aria-label="Results" className="f-palette-list" tabIndex={-1}>
        {lines.map((line, index) => (
          <Fragment key={line.id}>
            {line.group !== lines[index - 1]?.group && (
              <div className="f-palette-group" role="presentation">
                {line.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and answers the keys */}
            <div
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className="f-palette-line"
              onPointerMove={() => setAt(index)}
              onClick={() => run(line)}
            >
              <bdi className="f-cut">{line.label}</bdi>
              {line.note && <span className="f-dim f-cut">{line.note}</span>}
              {line.combo && <Keys combo={line.combo} />}
            </div>
          </Fragment>
        ))}
      </div>
      {lines.length === 0 && (
        <p className="f-palette-none">{searching ? 'Searching …' : 'Nothing fits. Try fewer letters.'}</p>
      )}
    </div>
  );
}
