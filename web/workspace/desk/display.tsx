import { Button, Popover } from '@mantine/core';
import { IconAdjustments } from '#web/ui/icons.ts';
import { DialoguePart } from '#web/ui/load/dialogue-part.tsx';
import { preload } from '#web/ui/load/part.tsx';
import type { DisplayProps } from './display-choices.tsx';

const load = async () => (await import('./display-choices.tsx')).DisplayChoices;
const preloadChoices = () => preload(load);

/** How a list looks, behind a button. */
export function Display<Sort extends string>({ onSort, ...props }: DisplayProps<Sort>) {
  return (
    <Popover position="bottom-end" trapFocus width={260}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconAdjustments size={15} aria-hidden="true" />}
          onPointerEnter={preloadChoices}
          onFocus={preloadChoices}
        >
          Display
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Display">
        <DialoguePart load={load} lines={12}>
          {(DisplayChoices) => <DisplayChoices {...props} onSort={(by) => onSort(by as Sort)} />}
        </DialoguePart>
      </Popover.Dropdown>
    </Popover>
  );
}
