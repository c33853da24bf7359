import { useEffect, useEffectEvent } from 'react';
import { holdKeys } from '#web/ui/keys/hold.ts';
import { createStore } from '#web/ui/store.ts';

/** Something the palette can do or a place it can go. */
export type Command = { label: string; group: string; run(): unknown; combo?: string };

export const commandStore = createStore<readonly Command[]>([]);
export const paletteOpen = createStore(false);

/** Opens the palette; what is typed until it is there is meant for it. */
export function openPalette(): void {
  holdKeys('dialogue');
  paletteOpen.set(true);
}

/** Keeps commands in the palette while the component is there. */
export function useCommands(commands: readonly Command[]): void {
  const list = useEffectEvent(() => commands);
  const run = useEffectEvent((index: number) => commands[index]?.run());
  const shape = JSON.stringify(commands.map(({ label, group, combo }) => [label, group, combo]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the list, which is new at each render
  useEffect(() => {
    const added = list().map((command, index) => ({ ...command, run: () => run(index) }));
    commandStore.set((now) => [...now, ...added]);
    return () => commandStore.set((now) => now.filter((one) => !added.includes(one)));
  }, [shape]);
}
