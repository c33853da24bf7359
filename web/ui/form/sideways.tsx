import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { nameCells } from '../table/cell-names.ts';
import './form.css';
import '../table/stacked.css';

/**
 * Something wide that scrolls sideways within its place; the keyboard reaches it, so that it can be scrolled with arrows. A table of
 * records in it stands on a phone as blocks instead, one a row, so that no amount is out of sight.
 */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return;
    const name = () => {
      for (const table of current.querySelectorAll<HTMLTableElement>('.f-report-table')) nameCells(table);
    };
    name();
    const changes = new MutationObserver(name);
    changes.observe(current, { childList: true, characterData: true, subtree: true });
    return () => changes.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section ref={place} className="f-grid-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
