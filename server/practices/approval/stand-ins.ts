import type { Ctx } from '#platform/context/index.ts';
import { barredFrom, personOf, votesOfPeople } from './once.ts';
import type { Approval, StepRow, VoterRow } from './rows.ts';

/** Somebody who stands in now for a contact that is asked. */
export type StandIn = {
  readonly forId: string;
  readonly id: string;
  readonly name: string;
  readonly until: string;
};

const STAND_INS = `
select d.contact_id as "forId", r.id, r.name, d.until_at as until
from approval_delegations d join contacts r on r.client_id = d.client_id and r.id = d.to_contact_id
where d.client_id = $1 and d.contact_id = any ($2::uuid[]) and d.ended_at is null and d.from_at <= $3 and d.until_at > $3
  and r.active and not r.id = any ($4::uuid[]) and not d.contact_id = any ($4::uuid[]) order by r.name, d.id`;
const ACTIVE = 'select id from contacts where client_id = $1 and id = any ($2::uuid[]) and active';

const silentContacts = (voters: readonly VoterRow[]): string[] =>
  voters.flatMap(({ vote, contact_id: id }) => (vote === null && id !== null ? [id] : []));

/** Who stands in now for those who have not voted yet; nobody who asked for it themselves, and nobody for those. */
export async function standInsFor(ctx: Ctx, row: Approval, voters: readonly VoterRow[]): Promise<StandIn[]> {
  const silent = silentContacts(voters);
  if (silent.length === 0) return [];
  return ctx.hot<StandIn>('approval_stand_ins', STAND_INS, [row.client_id, silent, ctx.now, row.excluded]);
}

/** The contacts among those who have not voted yet who are still there. */
export async function activeAmong(ctx: Ctx, row: Approval, voters: readonly VoterRow[]): Promise<ReadonlySet<string>> {
  const silent = silentContacts(voters);
  if (silent.length === 0) return new Set();
  const rows = await ctx.hot<{ id: string }>('approval_active', ACTIVE, [row.client_id, silent]);
  return new Set(rows.map(({ id }) => id));
}

/** Whether fewer people are left than a step still needs: of those asked who can decide, and of those who stand in for the rest. */
export function isStuck(
  approval: Approval,
  step: StepRow,
  voters: readonly VoterRow[],
  { active, standIns }: { active: ReadonlySet<string>; standIns: readonly StandIn[] },
): boolean {
  const places = voters.filter(({ position }) => position === step.position);
  if (approval.state !== 'pending' || step.state !== 'open') return false;
  const silent = places.filter(({ vote }) => vote === null);
  const isExcluded = (place: VoterRow) => approval.excluded.includes(personOf(place) ?? '');
  const decidesItself = (place: VoterRow) =>
    !isExcluded(place) &&
    (place.contact_id === null ||
      (active.has(place.contact_id) && barredFrom(place, voters, place.contact_id) === null));
  // One person stands in for one absent person at most, however many asked them to.
  const others = new Set(
    silent
      .filter((place) => !decidesItself(place))
      .flatMap((place) =>
        standIns.filter(({ forId, id }) => forId === place.contact_id && !barredFrom(place, voters, id)),
      )
      .map(({ id }) => id),
  );
  const approved = votesOfPeople(places).filter(({ vote }) => vote === 'approve').length;
  return approved + silent.filter(decidesItself).length + others.size < step.needed;
}
