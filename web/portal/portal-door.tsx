import type { ReactNode } from 'react';
import { useBrand } from './brand.ts';
import { PortalShell } from './shell.tsx';
import { Title } from './title.tsx';

/** A page in front of the portal, as the client's people know it: one thing to do, below what welcomes them. */
export function PortalDoor({
  title,
  intro,
  children,
  wide = false,
  portal,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  wide?: boolean;
  /** Whose portal it is, as `useBrand` takes it. */
  portal?: string | null | undefined;
}) {
  const brand = useBrand(portal);
  return (
    <PortalShell brand={brand}>
      <Title of={title} />
      <div className="f-portal-door" data-wide={wide || undefined}>
        <h1>{title}</h1>
        {intro && <p className="f-dim">{intro}</p>}
        {brand?.welcome && (
          <p className="f-portal-welcome">
            <bdi>{brand.welcome}</bdi>
          </p>
        )}
        {children}
      </div>
    </PortalShell>
  );
}
