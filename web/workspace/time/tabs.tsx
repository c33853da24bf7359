import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { useCan, useMe } from '../session/me.ts';

/** One's own time, and that of others for whoever approves it. */
export function TimeTabs() {
  const can = useCan();
  const { allClients } = useMe();
  return (
    <RoomTabs
      label="Time"
      tabs={[
        { to: '/time', name: 'My time' },
        { to: '/time/expenses', name: 'Expenses' },
        ...(can('time.approve') ? [{ to: '/time/approval' as const, name: 'Approval' }] : []),
        ...(can('time.approve') ? [{ to: '/time/pay-back' as const, name: 'Pay back' }] : []),
        ...(can('time.approve') && allClients ? [{ to: '/time/utilisation' as const, name: 'Utilisation' }] : []),
      ]}
    />
  );
}
