import type { ReactNode } from 'react';
import './page-body.css';

/** What stands below the head of a page that is read from top to bottom, in one column or two. */
export function PageBody({ children, aside, narrow }: { children: ReactNode; aside?: ReactNode; narrow?: boolean }) {
  if (aside === undefined)
    return (
      <div className="f-page-body" data-narrow={narrow || undefined}>
        {children}
      </div>
    );
  return (
    <div className="f-page-body" data-columns="2">
      <div className="f-page-column">{children}</div>
      <div className="f-page-column">{aside}</div>
    </div>
  );
}
