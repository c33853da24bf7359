import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 80;
const atEnd = (box: HTMLElement) => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;

/**
 * Keeps a conversation at its end: when it opens, when its box or a picture in it changes size, and when something new
 * comes. A reader who has scrolled up is left where they are and told that something came.
 */
export function useStick(box: RefObject<HTMLElement | null>, newest: string | undefined) {
  const stuck = useRef(true);
  const [unseen, setUnseen] = useState(false);
  const toEnd = useCallback(() => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
    stuck.current = true;
    setUnseen(false);
  }, [box]);
  useLayoutEffect(() => {
    if (newest === undefined) return;
    if (stuck.current) toEnd();
    else setUnseen(true);
  }, [newest, toEnd]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => stuck.current && toEnd());
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    const onScroll = () => {
      stuck.current = atEnd(element);
      if (stuck.current) setUnseen(false);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [box, toEnd]);
  return { unseen, toEnd };
}
