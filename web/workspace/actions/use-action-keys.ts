import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { ACTION_RULES, useAllowed } from './allowed.ts';
import { NAMES } from './host.tsx';
import { ACTIONS, ask, type Target } from './store.ts';

/** The keys of actions, for whatever `targets` says they are meant for at the moment of pressing. */
export function useActionKeys(targets: readonly Target[], group = 'Ticket'): void {
  const allowed = useAllowed();
  const many = targets.length > 1;
  useShortcuts(
    ACTIONS.flatMap((action) => {
      const { combo } = ACTION_RULES[action];
      return combo !== undefined && allowed(action, many)
        ? [{ combo, label: NAMES[action], group, opens: 'dialogue' as const, run: () => ask(action, targets) }]
        : [];
    }),
    targets.length > 0,
  );
}
