import { useAdopted } from '../session/adopted.ts';
import { useCan, useMe } from '../session/me.ts';
import { PLACES, type Place } from './places.ts';

/** The rooms that I may enter, of what the firm has taken up. */
export function useRooms(): readonly Place[] {
  const can = useCan();
  const adopted = useAdopted();
  const { allClients } = useMe();
  return PLACES.filter(
    ({ needs, wide, practice }) => can(needs) && (!wide || allClients) && (!practice || adopted(practice)),
  );
}
