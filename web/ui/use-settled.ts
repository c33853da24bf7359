import { useEffect, useState } from 'react';

/** A value once it has not changed for a while, in milliseconds: for questions that are not worth asking at every key. */
export function useSettled<T>(value: T, ms = 350): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
