import type { ReactNode } from 'react';
import './page-head.css';

/** The head of a page: its name, what it holds, and what can be done on it. Also names the browser's tab. */
export function PageHead({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="f-page-head">
      <title>{`${title} · Fettle`}</title>
      <h1 className="f-cut">{title}</h1>
      {children}
      {actions && <div className="f-page-actions">{actions}</div>}
    </header>
  );
}
