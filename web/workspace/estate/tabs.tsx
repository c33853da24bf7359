import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';

/** The lists of the estate's room. */
export function EstateTabs() {
  return (
    <RoomTabs
      label="What clients have"
      tabs={[
        { to: '/estate', name: 'Items' },
        { to: '/estate/stock', name: 'Stock' },
        { to: '/estate/duplicates', name: 'Duplicates' },
        { to: '/estate/ends', name: 'What ends' },
        { to: '/estate/licences', name: 'Licences' },
      ]}
    />
  );
}
