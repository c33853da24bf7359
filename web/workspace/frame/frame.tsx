import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SkipLink } from '#web/ui/frame/skip-link.tsx';
import { ShortcutHelp } from '#web/ui/keys/help.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useStore } from '#web/ui/store.ts';
import { useApplyPreferences } from '../account/preferences.ts';
import { ActionHost } from '../actions/index.ts';
import { CreateHost } from '../create/index.tsx';
import { useLive } from '../live/live.ts';
import { NextHost } from '../next/next-host.tsx';
import { Palette } from '../palette/palette.tsx';
import { ProofHost } from '../session/proof-host.tsx';
import { SignedOut } from '../session/signed-out.tsx';
import { bareStore } from './bare.ts';
import { Rail } from './rail.tsx';
import { useRooms } from './rooms.ts';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import './frame.css';

/** What stays while pages come and go. */
export function Frame() {
  const rooms = useRooms();
  const navigate = useNavigate();
  const bare = useStore(bareStore);
  useLive();
  useApplyPreferences();
  useShortcuts(
    rooms.map(({ to, search = {}, name, key }) => ({
      combo: `g ${key}`,
      label: `Go to ${name.toLowerCase()}`,
      group: 'Everywhere',
      early: true,
      run: () => void navigate({ to, search }),
    })),
  );
  useFocusOnArrival();
  return (
    <div className="f-frame" data-bare={bare || undefined}>
      {!bare && (
        <>
          <SkipLink />
          <Rail />
          <TopBar />
        </>
      )}
      <main id="content" className="f-content" tabIndex={-1}>
        <Outlet />
      </main>
      {!bare && <StatusLine />}
      <SignedOut />
      <Palette />
      <ActionHost />
      <CreateHost />
      <NextHost />
      <ProofHost />
      <ShortcutHelp />
    </div>
  );
}

/** The keyboard follows to a new page: what had the focus is gone with the old one. A page that takes the focus keeps it. */
function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what one arrives at
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname]);
}
