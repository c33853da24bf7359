import type { ReactNode } from 'react';
import './form.css';

/** Something wide that scrolls sideways within its place; the keyboard reaches it, so that it can be scrolled with arrows. */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className="f-grid-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
