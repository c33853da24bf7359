import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useStrip } from '#web/ui/frame/use-strip.ts';
import { useCommands } from '../palette/commands.ts';
import { useSections } from './use-sections.ts';
import './settings.css';

const VALUES = '/settings/values/';

/** Whether a page is about everybody, a group or a client. */
const hasPlace = (path: string): boolean => path.startsWith(VALUES) || path === '/settings/portal';

/** The client or group that an address names. */
function placeIn(search: string): Record<string, string> {
  const at = new URLSearchParams(search);
  return Object.fromEntries([...at].filter(([name]) => name === 'client' || name === 'group'));
}

/** The settings: a list on the left, one thing in the middle; on a phone the list is a row above it. */
export default function SettingsPage() {
  const navigate = useNavigate();
  const sections = useSections();
  useCommands(
    sections.flatMap(({ links }) =>
      links.map(({ href, name }) => ({ label: `Settings: ${name}`, group: 'Go to', run: () => navigate({ href }) })),
    ),
  );
  const { pathname, searchStr } = useLocation();
  const strip = useStrip<HTMLElement>(pathname);
  // From one value to the next the group or client stays that was chosen.
  const place = hasPlace(pathname) ? placeIn(searchStr) : {};
  return (
    <div className="f-settings">
      <nav ref={strip} className="f-settings-nav" aria-label="Settings">
        {sections.map(({ title, links }) => (
          <div key={title}>
            <h2>{title}</h2>
            {links.map(({ href, name }) => (
              <Link
                key={href}
                to={href as never}
                search={(hasPlace(href) ? place : {}) as never}
                activeOptions={{ includeSearch: false }}
              >
                {name}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <div className="f-settings-main">
        <Outlet />
      </div>
    </div>
  );
}
