import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useCan } from '../session/me.ts';
import { NAMES } from './host.tsx';
import { type Action, ask, type Target } from './store.ts';

const KEYS: readonly {
  action: Action;
  combo: string;
  needs: Parameters<ReturnType<typeof useCan>>[0];
  one?: boolean;
}[] = [
  { action: 'assign', combo: 'a', needs: 'ticket.assign' },
  { action: 'priority', combo: 'p', needs: 'ticket.update' },
  { action: 'status', combo: 's', needs: 'ticket.transition' },
  { action: 'resolve', combo: 'e', needs: 'ticket.transition' },
  { action: 'merge', combo: 'm', needs: 'ticket.merge' },
  { action: 'parent', combo: 'shift+p', needs: 'ticket.update' },
  { action: 'escalate', combo: 'shift+e', needs: 'ticket.assign', one: true },
  { action: 'link', combo: 'shift+l', needs: 'ticket.update', one: true },
  { action: 'tag', combo: 't', needs: 'ticket.update' },
];

/** The keys of actions, for whatever `targets` says they are meant for at the moment of pressing. */
export function useActionKeys(targets: readonly Target[], group = 'Ticket'): void {
  const can = useCan();
  const many = targets.length > 1;
  useShortcuts(
    KEYS.filter(({ needs, one }) => can(needs) && !(one && many) && (!many || can('ticket.bulk'))).map(
      ({ action, combo }) => ({
        combo,
        label: NAMES[action],
        group,
        run: () => ask(action, targets),
      }),
    ),
    targets.length > 0,
  );
}
