import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';

/** The lists of the room in which work is made better. */
export function ImprovementTabs() {
  return (
    <RoomTabs
      label="Improvement"
      tabs={[
        { to: '/improvements', name: 'Register' },
        { to: '/value-streams', name: 'Value streams' },
      ]}
    />
  );
}
