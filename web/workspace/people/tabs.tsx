import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';

/** The lists of the provider's own people. */
export function PeopleTabs() {
  return (
    <RoomTabs
      label="Your people"
      tabs={[
        { to: '/people', name: 'People' },
        { to: '/teams', name: 'Teams' },
        { to: '/roles', name: 'Roles' },
      ]}
    />
  );
}
