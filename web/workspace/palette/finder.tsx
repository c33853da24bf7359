import { useState } from 'react';
import { runShortcut, shortcutStore } from '#web/ui/keys/registry.ts';
import { fits, Picker, type PickerLine } from '#web/ui/picker/picker.tsx';
import { useStore } from '#web/ui/store.ts';
import { hasNoWords, NO_WORDS } from '../desk/no-words.ts';
import { VIEWS } from '../queue/views/views.ts';
import { commandStore, paletteOpen } from './commands.ts';
import { inOrder, isToDo } from './order.ts';
import { useFound } from './use-found.tsx';
import { useViewPlaces } from './use-views.ts';

type Line = PickerLine & { run(): unknown };

/** Everything that can be done from here: the page's shortcuts, the commands it offers, and the views one can go to. */
function useDoable(): Line[] {
  const shortcuts = useStore(shortcutStore);
  const commands = useStore(commandStore);
  const views = useViewPlaces();
  const seen = new Set<string>();
  const lines = [
    ...shortcuts
      .filter(({ shortcut }) => !shortcut.silent && !shortcut.off && shortcut.group !== VIEWS)
      .map(({ shortcut }) => ({ ...shortcut, run: () => runShortcut(shortcut, new KeyboardEvent('keydown')) })),
    ...commands,
  ];
  const combos = new Map(
    shortcuts.flatMap(({ shortcut }) => (shortcut.group === VIEWS ? [[shortcut.label, shortcut.combo]] : [])),
  );
  const doable = lines
    .filter(({ label }) => label !== 'Search or do anything' && !seen.has(label) && seen.add(label))
    .map((line) => ({ ...line, id: `do ${line.label}` }));
  return [...doable, ...views.map((view) => ({ ...view, group: VIEWS, combo: combos.get(view.label) }))];
}

/** The inside of the palette: a field, and what can be done or is found by it. */
export function Finder() {
  const [text, setText] = useState('');
  const doable = useDoable();
  const { found, searching } = useFound(text);
  const words = text.trim();
  const actions = doable.filter(({ label }) => words === '' || fits(label, words));
  const lines: Line[] = words === '' ? actions : inOrder(words, found, actions);
  return (
    <Picker
      label="Search or do anything"
      placeholder="A ticket, client, person, or what to do"
      lines={lines}
      text={text}
      onText={setText}
      onPick={(line) => {
        paletteOpen.set(false);
        // After the dialogue has given the focus back, so that what runs may move it.
        setTimeout(() => void line.run(), 0);
      }}
      settling={searching && !isToDo(words, actions)}
      none={searching ? 'Searching …' : hasNoWords(words) ? NO_WORDS : 'Nothing fits. Try fewer letters.'}
    />
  );
}
