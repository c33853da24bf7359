import type { ReactNode } from 'react';
import './page-head.css';

/** The head of a page: its name, what it holds, and what can be done on it. Also names the browser's tab. */
export function PageHead({
  title,
  children,
  actions,
  narrow,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Above a narrow body: what can be done stands above the body's edge, not at the far side of the screen. */
  narrow?: boolean;
}) {
  return (
    <header className="f-page-head" data-narrow={narrow || undefined}>
      <title>{`${title} · Fettle`}</title>
      <h1 className="f-cut">{title}</h1>
      {children}
      {actions && <div className="f-page-actions">{actions}</div>}
    </header>
  );
}
