import { Modal } from '@mantine/core';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part, preload } from '#web/ui/load/part.tsx';
import { useStore } from '#web/ui/store.ts';
import { LeftHost } from './left.tsx';
import { type Action, askedStore, closeAction, namesOf } from './store.ts';
import './actions.css';

const load = async () => (await import('./dialogue.tsx')).ActionDialogue;
/** Fetches the dialogues before one is asked for. */
export const preloadDialogues = (): void => preload(load);

export const NAMES: Readonly<Record<Action, string>> = {
  assign: 'Assign',
  priority: 'Set priority',
  status: 'Change status',
  resolve: 'Resolve',
  merge: 'Merge into another',
  parent: 'Put under a parent',
  escalate: 'Escalate',
  page: 'Page on-call…',
  link: 'Link to another',
  tag: 'Add tags',
  macro: 'Run a macro',
  split: 'Split off a part',
  move: 'Move to another client',
  major: 'Propose as major incident',
  problem: 'Open a problem',
};

/** Where actions ask what they need to know. Mounted once, in the frame. */
export function ActionHost() {
  const asked = useStore(askedStore);
  return (
    <>
      <Modal.Root opened={asked !== null} onClose={closeAction} size={520} yOffset="12vh">
        <Modal.Overlay />
        <Modal.Content aria-label={asked ? `${NAMES[asked.action]}: ${namesOf(asked.targets)}` : 'Action'}>
          <Modal.Body p={0}>
            {asked && (
              <Part load={load} waiting={<Waiting />}>
                {(ActionDialogue) => <ActionDialogue {...asked} />}
              </Part>
            )}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      <LeftHost />
    </>
  );
}

const Waiting = () => (
  <div className="f-action-form">
    <SkeletonLines lines={5} />
  </div>
);
