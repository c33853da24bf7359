import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { SECTIONS, type SettingsLink } from './sections.ts';
import './settings.css';

/** The settings: a list on the left, one thing in the middle. */
export default function SettingsPage() {
  const can = useCan();
  const navigate = useNavigate();
  const { data } = useGet('GET /settings', { query: {} }, { enabled: can('settings.read') });
  const known = new Set(SECTIONS.flatMap(({ links }) => links.map(({ href }) => href)));
  // What other modules declare is reachable as well, under its own title.
  const further = (data?.items ?? []).flatMap(({ key, title }): SettingsLink[] => {
    const href = `/settings/values/${key}`;
    return known.has(href) ? [] : [{ href, name: title, needs: 'settings.read' }];
  });
  const sections = [...SECTIONS, ...(further.length > 0 ? [{ title: 'More', links: further }] : [])]
    .map(({ title, links }) => ({ title, links: links.filter(({ needs }) => can(needs)) }))
    .filter(({ links }) => links.length > 0);
  useCommands(
    sections.flatMap(({ links }) =>
      links.map(({ href, name }) => ({ label: `Settings: ${name}`, group: 'Go to', run: () => navigate({ href }) })),
    ),
  );
  return (
    <div className="f-settings">
      <nav className="f-settings-nav" aria-label="Settings">
        {sections.map(({ title, links }) => (
          <div key={title}>
            <h2>{title}</h2>
            {links.map(({ href, name }) => (
              <Link key={href} to={href as never} activeOptions={{ includeSearch: false }}>
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
