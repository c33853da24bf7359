import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { useCan } from '../session/me.ts';

/** One's own time, and that of others for whoever approves it. */
export function TimeTabs() {
  const can = useCan();
  return (
    <RoomTabs
      label="Time"
      tabs={[
        { to: '/time', name: 'My time' },
        ...(can('time.approve') ? [{ to: '/time/approval' as const, name: 'Approval' }] : []),
      ]}
    />
  );
}
