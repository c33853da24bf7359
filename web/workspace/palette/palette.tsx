import { Modal } from '@mantine/core';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { Part, preload } from '#web/ui/load/part.tsx';
import { useWhenIdle } from '#web/ui/load/when-idle.ts';
import { useStore } from '#web/ui/store.ts';
import { openPalette, paletteOpen } from './commands.ts';

const load = async () => (await import('./finder.tsx')).Finder;

/** Go to, do and search everything, in one list. */
export function Palette() {
  const opened = useStore(paletteOpen);
  useWhenIdle(() => preload(load));
  useShortcuts([
    {
      combo: 'mod+k',
      label: 'Search or do anything',
      group: 'Everywhere',
      inFields: true,
      run: openPalette,
    },
  ]);
  return (
    <Modal.Root opened={opened} onClose={() => paletteOpen.set(false)} size={600} yOffset="12vh" centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label="Search or do anything">
        <Modal.Body p={0}>
          <Part load={load} waiting={<Waiting />}>
            {(Finder) => <Finder />}
          </Part>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const Waiting = () => (
  <div className="f-action-form">
    <SkeletonLines lines={8} />
  </div>
);
