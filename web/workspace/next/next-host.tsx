import { Modal } from '@mantine/core';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { Part, preload } from '#web/ui/load/part.tsx';
import { useWhenIdle } from '#web/ui/load/when-idle.ts';
import { useStore } from '#web/ui/store.ts';
import { useCan } from '../session/me.ts';
import { nextOpen } from './store.ts';

const load = async () => (await import('./proposal.tsx')).Proposal;

/** Where the next best ticket is proposed, behind `n` on every page. Mounted once, in the frame. */
export function NextHost() {
  const opened = useStore(nextOpen);
  const can = useCan();
  useWhenIdle(() => preload(load));
  useShortcuts(
    [{ combo: 'n', label: 'Next best ticket', group: 'Everywhere', opens: 'dialogue', run: () => nextOpen.set(true) }],
    can('ticket.assign'),
  );
  const close = () => nextOpen.set(false);
  return (
    <Modal.Root opened={opened} onClose={close} size={520} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label="Next best ticket">
        <Modal.Body p={0}>
          {opened && (
            <Part load={load} waiting={<Waiting />}>
              {(Proposal) => <Proposal onClose={close} />}
            </Part>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const Waiting = () => (
  <div className="f-action-form">
    <h2>Next best ticket</h2>
    <SkeletonLines lines={5} label="Looking for your next ticket" />
  </div>
);
