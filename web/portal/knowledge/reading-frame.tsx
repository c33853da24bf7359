import { Button } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useBrand } from '../brand.ts';
import PortalFrame from '../frame.tsx';
import { PortalShell } from '../shell.tsx';
import { t } from '../words/t.ts';
import { isKnown } from './reader.ts';

/** What is around what everybody may read: the portal's own frame for whoever is signed in, and a way in for others. */
export default function ReadingFrame() {
  return isKnown() ? <PortalFrame /> : <Open />;
}

function Open() {
  return (
    <PortalShell
      brand={useBrand()}
      home={(name) => (
        <Link to="/portal/knowledge" className="f-portal-home">
          {name}
        </Link>
      )}
      end={
        <Button component={Link} to="/portal/sign-in" variant="default" size="compact-sm" c="var(--button-color)">
          {t('frame.signIn')}
        </Button>
      }
    >
      <Outlet />
    </PortalShell>
  );
}
