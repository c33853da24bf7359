import { type ReactNode, useRef } from 'react';
import { useMoves } from './use-moves.ts';
import './board.css';

/** Lanes beside each other, to move in by keys. Empty ones have nothing to focus, so the row itself can be, to scroll it. */
export function LanesRow({ className, children }: { className?: string; children: ReactNode }) {
  const row = useRef<HTMLElement>(null);
  useMoves(row);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className={`f-board ${className ?? ''}`} ref={row} tabIndex={0} aria-label="Columns">
      {children}
    </section>
  );
}
