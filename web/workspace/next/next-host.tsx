import { Modal } from '@mantine/core';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useStore } from '#web/ui/store.ts';
import { useCan } from '../session/me.ts';
import { Proposal } from './proposal.tsx';
import { nextOpen } from './store.ts';

/** Where the next best ticket is proposed, behind `n` on every page. Mounted once, in the frame. */
export function NextHost() {
  const opened = useStore(nextOpen);
  const can = useCan();
  useShortcuts(
    [{ combo: 'n', label: 'Next best ticket', group: 'Everywhere', opens: 'dialogue', run: () => nextOpen.set(true) }],
    can('ticket.assign'),
  );
  const close = () => nextOpen.set(false);
  return (
    <Modal.Root opened={opened} onClose={close} size={520} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label="Next best ticket">
        <Modal.Body p={0}>{opened && <Proposal onClose={close} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
