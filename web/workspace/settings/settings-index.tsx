import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useSections } from './use-sections.ts';

/** Everything that can be set, at a glance, with what was changed from how Fettle came. */
export default function SettingsIndex() {
  const sections = useSections();
  return (
    <>
      <PageHead title="Settings" />
      <PageBody>
        <p className="f-plain f-dim">
          What you set for everybody is inherited by each group and client until it has a value of its own. Every value
          says where it comes from, and whom a change reaches.
        </p>
        <div className="f-settings-cards">
          {sections.map(({ title, links }) => (
            <Section key={title} title={title}>
              <ul>
                {links.map(({ href, name, changed }) => (
                  <li key={href}>
                    <Link to={href as never}>
                      {name}
                      {changed && <Badge>Changed</Badge>}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          ))}
        </div>
      </PageBody>
    </>
  );
}
