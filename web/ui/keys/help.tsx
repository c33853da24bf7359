import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useStore } from '../store.ts';
import { Keys } from './keys.tsx';
import { type Shortcut, shortcutStore } from './registry.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** What can be pressed right now, by heading; "Everywhere" last. */
function grouped(shortcuts: readonly Shortcut[]): [string, Shortcut[]][] {
  const groups = new Map<string, Map<string, Shortcut>>();
  for (const shortcut of shortcuts) {
    if (shortcut.silent) continue;
    const group = groups.get(shortcut.group) ?? new Map<string, Shortcut>();
    group.set(shortcut.combo, shortcut);
    groups.set(shortcut.group, group);
  }
  const sorted = [...groups].sort(([a], [b]) => Number(a === 'Everywhere') - Number(b === 'Everywhere'));
  return sorted.map(([name, group]) => [name, [...group.values()]]);
}

/** The overlay behind `?`: every shortcut in force on this page. Mounted once, in the frame. */
export function ShortcutHelp() {
  const [opened, setOpened] = useState(false);
  const entries = useStore(shortcutStore);
  useShortcuts([
    { combo: '?', label: 'Show these shortcuts', group: 'Everywhere', early: true, run: () => setOpened(true) },
  ]);
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="Keyboard shortcuts" size={760}>
      <div className="f-shortcuts">
        {grouped(entries.map((entry) => entry.shortcut)).map(([name, shortcuts]) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div key={shortcut.combo}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <span className="f-hidden">{shortcut.combo}</span>
                    <Keys combo={shortcut.combo} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
