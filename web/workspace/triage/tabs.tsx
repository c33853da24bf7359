import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';

/** What has to be handed out, and what is led by several people at once. */
export const TriageTabs = () => (
  <RoomTabs
    label="Triage and major incidents"
    tabs={[
      { to: '/triage', name: 'Triage' },
      { to: '/major-incidents', name: 'Major incidents' },
    ]}
  />
);
