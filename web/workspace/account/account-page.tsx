import { Outlet } from '@tanstack/react-router';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { useCan } from '../session/me.ts';
import './account.css';

/** Everything that is one's own: how one is called, how one signs in, where, and with which keys. */
export default function AccountPage() {
  const can = useCan();
  return (
    <>
      <PageHead title="Account">
        <RoomTabs
          label="Your account"
          tabs={[
            { to: '/account', name: 'Profile' },
            { to: '/account/notifications', name: 'Notifications' },
            { to: '/account/on-call', name: 'On call' },
            { to: '/account/sign-in', name: 'Sign-in' },
            { to: '/account/sessions', name: 'Sessions' },
            ...(can('key.manage') ? [{ to: '/account/keys', name: 'API keys' } as const] : []),
          ]}
        />
      </PageHead>
      <PageBody narrow>
        <Outlet />
      </PageBody>
    </>
  );
}
