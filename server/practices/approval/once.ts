import type { VoterRow } from './rows.ts';

type Place = Pick<VoterRow, 'id' | 'position' | 'contact_id' | 'staff_id' | 'vote' | 'voted_by'>;

/** Who was asked in a place. */
export const personOf = ({ contact_id, staff_id }: Pick<Place, 'contact_id' | 'staff_id'>): string | null =>
  contact_id ?? staff_id;

/** Who decided in a place: whoever was asked, or whoever stood in for them. */
export const deciderOf = (place: Place): string | null =>
  place.vote === null ? null : (place.voted_by ?? personOf(place));

/**
 * Why somebody does not vote in this place; null where they may. Within a step a person counts once: who has decided in it decides no
 * more, and who is asked in it does so in their own place.
 */
export function barredFrom(place: Place, voters: readonly Place[], whoId: string): string | null {
  const step = voters.filter(({ position }) => position === place.position);
  if (step.some((one) => deciderOf(one) === whoId))
    return 'You have decided in this step already, and each person counts once in a step.';
  const own = step.some((one) => one.vote === null && personOf(one) === whoId);
  return own && personOf(place) !== whoId
    ? 'You are asked in this step yourself, and each person counts once in a step; decide in your own place.'
    : null;
}

/** The votes of a step, of each person the first. */
export function votesOfPeople<P extends Place & { voted_at: string | null }>(step: readonly P[]): P[] {
  const cast = step
    .filter(({ vote }) => vote !== null)
    .toSorted((a, b) => (a.voted_at ?? '').localeCompare(b.voted_at ?? '') || a.id.localeCompare(b.id));
  const people = new Set<string | null>();
  return cast.filter((place) => {
    const person = deciderOf(place);
    const first = !people.has(person);
    people.add(person);
    return first;
  });
}

/** The part of a query of open votes `v` that leaves out those in which person `$2` would count twice in the step. */
export const COUNTS_ONCE = `not exists (select from approval_voters o
  where o.client_id = v.client_id and o.approval_id = v.approval_id and o.position = v.position and o.id <> v.id
    and ((o.vote is not null and coalesce(o.voted_by, o.contact_id) = $2) or (o.vote is null and o.contact_id = $2)))`;
