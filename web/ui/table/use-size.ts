import { useLayoutEffect, useState } from 'react';

type Size = { width: number; height: number };

/** Where there is nothing to measure: endlessly wide, and without a height. */
const NONE: Size = { width: Number.POSITIVE_INFINITY, height: 0 };

/** The size of an element in pixels, known before it is painted and followed as it changes. */
export function useSize(element: HTMLElement | null): Size {
  const [size, setSize] = useState(NONE);
  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => {
      const next = { width: element.clientWidth, height: element.offsetHeight };
      setSize((now) => (now.width === next.width && now.height === next.height ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
