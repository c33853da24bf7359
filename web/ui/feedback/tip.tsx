import { useEffect, useRef, useState } from 'react';
import './feedback.css';

const SHOW_MS = 350;
const HIDE_MS = 120;
const GAP = 6;

type Shown = { text: string; x: number; y: number; above: boolean };

function place(target: Element): Omit<Shown, 'text'> {
  const box = target.getBoundingClientRect();
  const above = box.bottom + 48 > window.innerHeight;
  const x = Math.min(window.innerWidth - 12, Math.max(12, box.left + box.width / 2));
  return { x, y: above ? box.top - GAP : box.bottom + GAP, above };
}

/**
 * Shows the `data-tip` text of whatever is hovered or focused. One layer for the whole page: a table of 40 rows would
 * otherwise mount hundreds of tooltips. Names for screen readers are given by the elements themselves.
 */
export function TipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const current = useRef<Element | null>(null);
  useEffect(() => {
    const later = (work: () => void, delay: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(work, delay);
    };
    const enter = (event: Event) => {
      if (!(event.target instanceof Element)) return;
      if (event.target.closest('.f-tip')) return clearTimeout(timer.current);
      const target = event.target.closest('[data-tip]');
      if (target === current.current && target !== null) return;
      if (target === null) return leave();
      if (event.type === 'focusin' && !event.target.matches(':focus-visible')) return;
      current.current = target;
      later(() => {
        const text = target.getAttribute('data-tip');
        if (text && target.isConnected) setShown({ text, ...place(target) });
      }, SHOW_MS);
    };
    const leave = () => {
      if (current.current === null) return;
      current.current = null;
      later(() => setShown(null), HIDE_MS);
    };
    const hide = () => {
      clearTimeout(timer.current);
      current.current = null;
      setShown(null);
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    document.addEventListener('pointerover', enter);
    document.addEventListener('focusin', enter);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', onKey);
    window.addEventListener('scroll', hide, true);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointerover', enter);
      document.removeEventListener('focusin', enter);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', hide, true);
    };
  }, []);
  if (!shown) return null;
  return (
    <div
      className="f-tip"
      data-above={shown.above || undefined}
      style={{ left: shown.x, top: shown.y }}
      aria-hidden="true"
    >
      {shown.text}
    </div>
  );
}
