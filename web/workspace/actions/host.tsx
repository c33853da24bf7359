import { Modal } from '@mantine/core';
import { useStore } from '#web/ui/store.ts';
import { AssignDialog } from './assign.tsx';
import { EscalateDialog } from './escalate.tsx';
import { LeftHost } from './left.tsx';
import { MacroDialog } from './macro.tsx';
import { MoveDialog } from './move.tsx';
import { PriorityDialog } from './priority.tsx';
import { SplitDialog } from './split.tsx';
import { StatusDialog } from './status.tsx';
import { type Action, type Asked, askedStore, closeAction, namesOf } from './store.ts';
import { TagDialog } from './tag.tsx';
import { LinkDialog, MergeDialog, ParentDialog } from './together.tsx';
import './actions.css';

export const NAMES: Readonly<Record<Action, string>> = {
  assign: 'Assign',
  priority: 'Set priority',
  status: 'Change status',
  resolve: 'Resolve',
  merge: 'Merge into another',
  parent: 'Put under a parent',
  escalate: 'Escalate',
  link: 'Link to another',
  tag: 'Add tags',
  macro: 'Run a macro',
  split: 'Split off a part',
  move: 'Move to another client',
};

function Inside({ action, targets, to }: Asked) {
  const [first] = targets;
  if (!first) return null;
  if (action === 'assign') return <AssignDialog targets={targets} />;
  if (action === 'priority') return <PriorityDialog targets={targets} />;
  if (action === 'status') return <StatusDialog targets={targets} {...(to ? { to } : {})} />;
  if (action === 'resolve') return <StatusDialog targets={targets} to="resolved" />;
  if (action === 'merge') return <MergeDialog targets={targets} />;
  if (action === 'parent') return <ParentDialog targets={targets} />;
  if (action === 'escalate') return <EscalateDialog target={first} />;
  if (action === 'link') return <LinkDialog target={first} />;
  if (action === 'macro') return <MacroDialog target={first} />;
  if (action === 'split') return <SplitDialog target={first} {...(to ? { messageId: to } : {})} />;
  if (action === 'move') return <MoveDialog target={first} />;
  return <TagDialog targets={targets} />;
}

/** Where actions ask what they need to know. Mounted once, in the frame. */
export function ActionHost() {
  const asked = useStore(askedStore);
  return (
    <>
      <Modal.Root opened={asked !== null} onClose={closeAction} size={520} yOffset="12vh">
        <Modal.Overlay />
        <Modal.Content aria-label={asked ? `${NAMES[asked.action]}: ${namesOf(asked.targets)}` : 'Action'}>
          <Modal.Body p={0}>{asked && <Inside {...asked} />}</Modal.Body>
        </Modal.Content>
      </Modal.Root>
      <LeftHost />
    </>
  );
}
