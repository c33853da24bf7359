import { Button, UnstyledButton } from '@mantine/core';
import { IconPlus, IconSearch } from '#web/ui/icons.ts';
import { Keys } from '#web/ui/keys/keys.tsx';
import { openCreate } from '../create/store.ts';
import { Bell } from '../notices/bell.tsx';
import { openPalette } from '../palette/commands.ts';
import { useCan, useMe } from '../session/me.ts';
import { RunningTimer } from '../time/timers.tsx';
import { PersonMenu } from './person-menu.tsx';

/** Whose desk this is, the way to everything, and me. */
export function TopBar() {
  const { mspName } = useMe();
  const can = useCan();
  return (
    <header className="f-bar">
      <strong className="f-msp f-cut">{mspName}</strong>
      <UnstyledButton className="f-bar-search" onClick={openPalette}>
        <IconSearch size={15} aria-hidden="true" />
        <span className="f-cut">Search or do anything</span>
        <Keys combo="mod+k" />
      </UnstyledButton>
      <div className="f-bar-end">
        <RunningTimer />
        {can('ticket.create') && (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden="true" />}
            onClick={() => openCreate()}
          >
            New
          </Button>
        )}
        <Bell />
        <PersonMenu />
      </div>
    </header>
  );
}
