import { useEffect, useRef } from 'react';
import './strip.css';

/** A pixel or two of rounding is nothing that anybody could scroll to. */
const SLACK = 2;

function reveal(row: HTMLElement, inline: 'center' | 'nearest'): void {
  row.querySelector('[aria-current=page], [aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline });
}

/**
 * Tabs in one row that may be longer than there is room: the chosen one is brought to sight, and an edge behind which there is more
 * fades instead of cutting through a word.
 * @param current what is chosen; brought to sight whenever it changes
 */
export function useStrip<E extends HTMLElement>(current: string | undefined) {
  const strip = useRef<E>(null);
  useEffect(() => {
    const row = strip.current;
    if (!row) return;
    const mark = () => {
      row.toggleAttribute('data-before', row.scrollLeft > SLACK);
      row.toggleAttribute('data-after', row.scrollLeft + row.clientWidth < row.scrollWidth - SLACK);
    };
    // A count that comes later, or the weight of the chosen one, moves what was in sight already.
    const sizes = new ResizeObserver(() => {
      reveal(row, 'nearest');
      mark();
    });
    const watch = () => {
      for (const one of row.children) sizes.observe(one);
    };
    const members = new MutationObserver(watch);
    sizes.observe(row);
    watch();
    members.observe(row, { childList: true });
    row.addEventListener('scroll', mark, { passive: true });
    return () => {
      sizes.disconnect();
      members.disconnect();
      row.removeEventListener('scroll', mark);
    };
  }, []);
  useEffect(() => {
    if (current !== undefined && strip.current) reveal(strip.current, 'center');
  }, [current]);
  return strip;
}
