import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';

/** The lists of the room of changes. */
export function ChangeTabs() {
  return (
    <RoomTabs
      label="Changes"
      tabs={[
        { to: '/changes', name: 'Calendar' },
        { to: '/changes/cab', name: 'Meetings' },
        { to: '/changes/success', name: 'How they went' },
      ]}
    />
  );
}
