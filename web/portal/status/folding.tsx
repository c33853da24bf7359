import type { ReactNode } from 'react';
import { useNarrow } from '#web/ui/frame/use-narrow.ts';

/** Below this width what is not of the moment is folded. */
export const ONE_COLUMN = 600;

/** A part of the page about what was: folded on a phone, where it would stand between what is. */
export function Folding({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const narrow = useNarrow(ONE_COLUMN);
  const heading = (
    <h2 id={id} className="f-portal-heading">
      {title}
    </h2>
  );
  if (!narrow)
    return (
      <section className="f-announced-list" aria-labelledby={id}>
        {heading}
        {children}
      </section>
    );
  return (
    <details className="f-folding">
      <summary>{heading}</summary>
      <div className="f-announced-list">{children}</div>
    </details>
  );
}
