import { Button, CloseButton } from '@mantine/core';
import { Keys } from '#web/ui/keys/keys.tsx';
import { ACTION_RULES, useAllowed } from './allowed.ts';
import { NAMES } from './host.tsx';
import { type Action, ask, type Target } from './store.ts';

const SHOWN: readonly Action[] = [
  'assign',
  'priority',
  'status',
  'resolve',
  'merge',
  'parent',
  'tag',
  'major',
  'problem',
];

/** What can be done to everything that is selected. */
export function SelectionBar({ targets, onClear }: { targets: readonly Target[]; onClear(): void }) {
  const allowed = useAllowed();
  if (targets.length === 0) return null;
  const many = targets.length > 1;
  const clients = [...new Set(targets.map(({ client }) => client.name))];
  const shown = SHOWN.filter((action) => allowed(action, many));
  return (
    <section className="f-selection" aria-label="Selected tickets">
      <strong role="status">
        {targets.length} selected{clients.length > 1 && ` · ${clients.length} clients`}
      </strong>
      {clients.length > 1 && <span className="f-dim f-cut">{clients.join(', ')}</span>}
      {shown.length > 0 ? (
        shown.map((action) => (
          <Button
            key={action}
            variant="default"
            size="compact-sm"
            rightSection={ACTION_RULES[action].combo && <Keys combo={ACTION_RULES[action].combo} />}
            onClick={() => ask(action, targets)}
          >
            {NAMES[action]}
          </Button>
        ))
      ) : (
        <span className="f-dim">
          {many ? 'Your role changes one ticket at a time.' : 'Your role changes no tickets.'}
        </span>
      )}
      <CloseButton aria-label="Clear the selection" onClick={onClear} />
    </section>
  );
}
