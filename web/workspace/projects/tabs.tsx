import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';

/** The lists of the room of projects. */
export function ProjectTabs() {
  return (
    <RoomTabs
      label="Projects"
      tabs={[
        { to: '/projects', name: 'Projects' },
        { to: '/projects/templates', name: 'Templates' },
      ]}
    />
  );
}
