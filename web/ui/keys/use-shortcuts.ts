import { useEffectEvent, useLayoutEffect } from 'react';
import { addShortcuts, type Shortcut } from './registry.ts';

/**
 * Keeps shortcuts in force while the component is there and `on` holds. The list may be made anew at each render: what
 * runs is always the newest.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], on = true): void {
  const list = useEffectEvent(() => shortcuts);
  const run = useEffectEvent((index: number, event: KeyboardEvent) => shortcuts[index]?.run(event));
  const shape = JSON.stringify(
    shortcuts.map((item) => [
      item.combo,
      item.label,
      item.group,
      item.inFields,
      item.silent,
      item.opens,
      item.off,
      item.early,
    ]),
  );
  // Before anybody sees the page: what is seen answers keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the list, which is new at each render
  useLayoutEffect(() => {
    if (!on) return;
    return addShortcuts(list().map((shortcut, index) => ({ ...shortcut, run: (event) => run(index, event) })));
  }, [shape, on]);
}
