import type { ReactNode } from 'react';
import './door.css';

/** The page in front of the workspace: one card with one thing to do. */
export function Door({
  title,
  intro,
  children,
  wide = false,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}) {
  return (
    <main className="f-door">
      <title>{`${title} · Fettle`}</title>
      <div className="f-door-card" data-wide={wide || undefined}>
        <div className="f-door-head">
          <img src="/icon.svg" alt="" width={32} height={32} />
          <h1>{title}</h1>
          {intro && <div className="f-dim">{intro}</div>}
        </div>
        {children}
      </div>
    </main>
  );
}
