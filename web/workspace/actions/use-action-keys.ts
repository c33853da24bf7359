import { useEffect } from 'react';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { ACTION_RULES, useAllowed } from './allowed.ts';
import { NAMES, preloadDialogues } from './host.tsx';
import { ACTIONS, ask, type Target } from './store.ts';

/**
 * The keys of actions, for whatever `targets` says they are meant for at the moment of pressing. `group` is how the help calls
 * what they act on, and `one` what those act on that go one ticket at a time; it has them also while there is nothing. Pressed for
 * more than they are for, they say so.
 */
export function useActionKeys(targets: readonly Target[], group = 'Ticket', one = group): void {
  const allowed = useAllowed();
  const can = useCan();
  const many = targets.length > 1;
  const off = targets.length === 0;
  useEffect(() => {
    if (!off) preloadDialogues();
  }, [off]);
  useShortcuts(
    ACTIONS.flatMap((action) => {
      const { combo, one: alone } = ACTION_RULES[action];
      if (combo === undefined || !allowed(action)) return [];
      const key = { combo, label: NAMES[action], group: alone ? one : group, off };
      if (allowed(action, many)) return [{ ...key, run: () => ask(action, targets) }];
      const what = can('ticket.bulk') ? `“${NAMES[action]}” goes` : 'Your role changes';
      const said = `${what} one ticket at a time; here it would be ${targets.length}.`;
      return [{ ...key, silent: true, run: () => toast.done(said) }];
    }),
  );
  // What has no key of its own is found in the palette all the same.
  useCommands(
    ACTIONS.filter((action) => ACTION_RULES[action].combo === undefined && !off && allowed(action, many)).map(
      (action) => ({ label: NAMES[action], group, run: () => ask(action, targets) }),
    ),
  );
}
