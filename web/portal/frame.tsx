import { Button } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { signOut } from '#web/api/here.ts';
import { queryClient, useGet } from '#web/api/use.ts';
import { useBrand } from './brand.ts';
import { PortalShell } from './shell.tsx';

/** What is around each page of the people of clients: whose desk it is, who is signed in, and the way out. */
export default function PortalFrame() {
  const { data: me } = useGet('GET /me', {}, { staleTime: 5 * 60_000 });
  const waiting = useGet('GET /portal/approvals', {}, { staleTime: 60_000 }).data?.items.length ?? 0;
  const brand = useBrand();
  const leave = async () => {
    await signOut();
    queryClient.clear();
    window.location.assign(brand?.home ?? '/portal/sign-in');
  };
  return (
    <PortalShell
      brand={brand}
      home={(name) => (
        <Link to="/portal" className="f-portal-home">
          {name}
        </Link>
      )}
      end={
        <>
          <bdi className="f-cut f-dim">{me?.name}</bdi>
          <Button variant="default" size="compact-sm" onClick={() => void leave()}>
            Sign out
          </Button>
        </>
      }
      nav={
        <nav className="f-portal-nav" aria-label="Portal">
          <Link to="/portal" activeOptions={{ exact: true }}>
            Tickets
          </Link>
          <Link to="/portal/knowledge">Find help</Link>
          <Link to="/portal/catalogue">Ask for something</Link>
          <Link to="/portal/approvals">Approvals{waiting > 0 && ` (${waiting})`}</Link>
        </nav>
      }
    >
      <Outlet />
    </PortalShell>
  );
}
