import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';

/** What a page shows, kept in its address: it can be shared, and "back" returns to it. Null takes a word away. */
export function useAddress(): {
  at: URLSearchParams;
  go(next: Readonly<Record<string, string | null>>): void;
} {
  const { searchStr, pathname } = useLocation();
  const navigate = useNavigate();
  const at = useMemo(() => new URLSearchParams(searchStr), [searchStr]);
  const go = (next: Readonly<Record<string, string | null>>) => {
    const params = new URLSearchParams(at);
    for (const [name, value] of Object.entries(next)) {
      if (value) params.set(name, value);
      else params.delete(name);
    }
    const text = params.toString();
    void navigate({ href: text ? `${pathname}?${text}` : pathname, replace: true });
  };
  return { at, go };
}
