import { Button, CloseButton } from '@mantine/core';
import { Keys } from '#web/ui/keys/keys.tsx';
import { useCan } from '../session/me.ts';
import { NAMES } from './host.tsx';
import { type Action, ask, type Target } from './store.ts';

const SHOWN: readonly { action: Action; combo: string }[] = [
  { action: 'assign', combo: 'a' },
  { action: 'priority', combo: 'p' },
  { action: 'status', combo: 's' },
  { action: 'resolve', combo: 'e' },
  { action: 'merge', combo: 'm' },
  { action: 'parent', combo: 'shift+p' },
  { action: 'tag', combo: 't' },
];

/** What can be done to everything that is selected. */
export function SelectionBar({ targets, onClear }: { targets: readonly Target[]; onClear(): void }) {
  const can = useCan();
  if (targets.length === 0) return null;
  const allowed = targets.length === 1 || can('ticket.bulk');
  return (
    <section className="f-selection" aria-label="Selected tickets">
      <strong role="status">{targets.length} selected</strong>
      {allowed ? (
        SHOWN.map(({ action, combo }) => (
          <Button
            key={action}
            variant="default"
            size="compact-sm"
            rightSection={<Keys combo={combo} />}
            onClick={() => ask(action, targets)}
          >
            {NAMES[action]}
          </Button>
        ))
      ) : (
        <span className="f-dim">Your role changes one ticket at a time.</span>
      )}
      <CloseButton aria-label="Clear the selection" onClick={onClear} />
    </section>
  );
}
