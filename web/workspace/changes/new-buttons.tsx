import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { openCreate } from '../create/store.ts';
import { useCan } from '../session/me.ts';
import { PeriodForm } from '../settings/change-periods/period-form.tsx';
import { useMayRaise } from './raise.tsx';

/** What is begun from the calendar: a change, and a time in which nothing is changed. */
export function NewButtons({ clientId }: { clientId: string | null }) {
  const [mayRaise, mayFreeze] = [useMayRaise(), useCan()('change.policy')];
  const [freezing, setFreezing] = useState(false);
  const close = () => setFreezing(false);
  return (
    <>
      {mayFreeze && (
        <Button variant="default" onClick={() => setFreezing(true)}>
          New freeze
        </Button>
      )}
      {mayRaise && (
        <Button onClick={() => openCreate({ kind: 'change', ...(clientId ? { clientId } : {}) })}>New change</Button>
      )}
      <Dialog title="New freeze" opened={freezing} onClose={close} size={680}>
        {freezing && <PeriodForm period={null} begin={{ kind: 'freeze', comes: 'once', clientId }} onClose={close} />}
      </Dialog>
    </>
  );
}
