import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { useCan } from '../session/me.ts';

/** The lists of the clients' room. */
export function ClientTabs() {
  const can = useCan();
  return (
    <RoomTabs
      label="Clients and their people"
      tabs={[
        { to: '/clients', name: 'Clients' },
        ...(can('contact.read') ? [{ to: '/contacts', name: 'Contacts' } as const] : []),
        { to: '/client-groups', name: 'Groups' },
        ...(can('ticket.read')
          ? ([
              { to: '/services', name: 'Services' },
              { to: '/announcements', name: 'Announcements' },
              { to: '/service-status', name: 'Service status' },
              { to: '/satisfaction', name: 'Satisfaction' },
            ] as const)
          : []),
      ]}
    />
  );
}
