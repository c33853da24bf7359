import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useCommands } from '../palette/commands.ts';
import { useSections } from './use-sections.ts';
import './settings.css';

/** The settings: a list on the left, one thing in the middle. */
export default function SettingsPage() {
  const navigate = useNavigate();
  const sections = useSections();
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
