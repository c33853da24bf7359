import { useCallback, useMemo } from 'react';
import { useStaff } from '../../desk/names.ts';

/** Names of staff by id; `activeName` knows only those who still work here. */
export function useNames(): { nameOf(id: string): string; activeName(id: string): string | null } {
  const staff = useStaff();
  const known = useMemo(() => new Map(staff.map((one) => [one.id, one])), [staff]);
  const nameOf = useCallback((id: string) => known.get(id)?.name ?? 'Somebody who is gone', [known]);
  const activeName = useCallback(
    (id: string) => {
      const one = known.get(id);
      return one?.active ? one.name : null;
    },
    [known],
  );
  return { nameOf, activeName };
}
