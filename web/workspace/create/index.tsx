import { Modal } from '@mantine/core';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { Part } from '#web/ui/load/part.tsx';
import { useStore } from '#web/ui/store.ts';
import { useCan } from '../session/me.ts';
import { createOpen, openCreate } from './store.ts';
import './create.css';

const load = async () => (await import('./create-panel.tsx')).CreatePanel;

/** Where tickets are logged from any page. Mounted once, in the frame. */
export function CreateHost() {
  const preset = useStore(createOpen);
  const can = useCan();
  useShortcuts(
    [{ combo: 'c', label: 'Log a ticket', group: 'Everywhere', early: true, run: () => openCreate() }],
    can('ticket.create'),
  );
  return (
    <Modal.Root opened={preset !== null} onClose={() => createOpen.set(null)} size={640} yOffset="6vh">
      <Modal.Overlay />
      <Modal.Content aria-label="Log a ticket">
        <Modal.Body p={0}>
          {preset && (
            <Part load={load} waiting={<SkeletonLines lines={8} />}>
              {(CreatePanel) => <CreatePanel preset={preset} />}
            </Part>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
