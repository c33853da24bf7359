import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { useAdopted } from '../session/adopted.ts';

/** What has to be handed out, and what is led by several people at once. */
export function TriageTabs() {
  if (!useAdopted()('major')) return null;
  return (
    <RoomTabs
      label="Triage and major incidents"
      tabs={[
        { to: '/triage', name: 'Triage' },
        { to: '/major-incidents', name: 'Major incidents' },
      ]}
    />
  );
}
