import { Button } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import PortalFrame from '../frame.tsx';
import { isKnown } from './reader.ts';
import '../portal.css';

/** What is around what everybody may read: the portal's own frame for whoever is signed in, and a way in for others. */
export default function ReadingFrame() {
  if (isKnown()) return <PortalFrame />;
  return (
    <div className="f-portal">
      <header className="f-portal-bar">
        <Link to="/portal/knowledge" className="f-portal-name">
          <span className="f-cut">Service desk</span>
        </Link>
        <Button component={Link} to="/portal/sign-in" variant="default" size="compact-sm" c="var(--button-color)">
          Sign in
        </Button>
      </header>
      <main className="f-portal-page" id="content">
        <Outlet />
      </main>
    </div>
  );
}
