import { useEffect } from 'react';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useCommands } from '../palette/commands.ts';
import { ACTION_RULES, useAllowed } from './allowed.ts';
import { NAMES, preloadDialogues } from './host.tsx';
import { ACTIONS, ask, type Target } from './store.ts';

/**
 * The keys of actions, for whatever `targets` says they are meant for at the moment of pressing. `group` is how the help calls
 * what they act on; it has them also while there is nothing.
 */
export function useActionKeys(targets: readonly Target[], group = 'Ticket'): void {
  const allowed = useAllowed();
  const many = targets.length > 1;
  const off = targets.length === 0;
  useEffect(() => {
    if (!off) preloadDialogues();
  }, [off]);
  useShortcuts(
    ACTIONS.flatMap((action) => {
      const { combo } = ACTION_RULES[action];
      return combo !== undefined && allowed(action, many)
        ? [{ combo, label: NAMES[action], group, off, run: () => ask(action, targets) }]
        : [];
    }),
  );
  // What has no key of its own is found in the palette all the same.
  useCommands(
    ACTIONS.filter((action) => ACTION_RULES[action].combo === undefined && !off && allowed(action, many)).map(
      (action) => ({ label: NAMES[action], group, run: () => ask(action, targets) }),
    ),
  );
}
