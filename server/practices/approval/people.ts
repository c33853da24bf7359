import type { Approver } from '#kernel/approval.ts';
import type { Ctx } from '#platform/context/index.ts';
import { mayDo, worksFor } from '#platform/identity/index.ts';

/** Somebody to ask, with the reason. */
export type Voter = {
  readonly kind: 'contact' | 'staff';
  readonly id: string;
  readonly name: string;
  readonly why: string;
};

type Person = { id: string; name: string };
/** A longer line of managers is a circle. */
const LONGEST_LINE = 10;

const MANAGERS = `
with recursive line as (
  select m.id, m.name, m.manager_id, m.active, 1 as depth from contacts r
  join contacts m on m.client_id = r.client_id and m.id = r.manager_id where r.client_id = $1 and r.id = $2
  union all
  select m.id, m.name, m.manager_id, m.active, l.depth + 1 from line l
  join contacts m on m.client_id = $1 and m.id = l.manager_id where l.depth < ${LONGEST_LINE})
select id, name from line where active order by depth`;
const NAMED = 'select id, name from contacts where client_id = $1 and id = $2 and active';
const WITH_ROLE =
  'select id, name from contacts where client_id = $1 and $2::text = any (roles) and active order by name, id';
const LOOK_AFTER = `select id, name from contacts where client_id = $1 and sees = 'all' and active order by name, id`;
const STAFF = `select s.id, s.name from staff s where s.id = $2 and s.active and ${worksFor('$1')}`;
const AUTHORITY = `select s.id, s.name from staff s where s.active and ${mayDo('change.policy')} and ${worksFor('$1')} order by s.name, s.id`;
const TEAM = `select s.id, s.name from team_members m join staff s on s.id = m.staff_id
  where m.team_id = $2 and s.active and ${worksFor('$1')} order by s.name, s.id`;

/**
 * Whom a step asks. Whoever asked for the thing themselves is left out; in place of a manager who did, the manager above. Where nobody
 * is left, those who look after the company are asked; empty where there are none either.
 */
export async function votersFor(
  ctx: Ctx,
  clientId: string,
  approvers: readonly Approver[],
  { forWhom, excluded }: { forWhom: string | null; excluded: readonly string[] },
): Promise<Voter[]> {
  const found: Voter[] = [];
  const add = (kind: Voter['kind'], people: readonly Person[], why: string) => {
    for (const { id, name } of people)
      if (!excluded.includes(id) && !found.some((one) => one.id === id)) found.push({ kind, id, name, why });
  };
  for (const approver of approvers) {
    if (approver.kind === 'contact')
      add('contact', await ask(ctx, 'named', NAMED, [clientId, approver.id]), 'named by the policy');
    else if (approver.kind === 'staff')
      add('staff', await ask(ctx, 'staff', STAFF, [clientId, approver.id]), 'named by the policy');
    else if (approver.kind === 'team')
      add('staff', await ask(ctx, 'team', TEAM, [clientId, approver.id]), 'in the team that is asked');
    else if (approver.kind === 'authority')
      add('staff', await ask(ctx, 'authority', AUTHORITY, [clientId]), 'has the authority over changes');
    else if (approver.kind === 'role')
      add('contact', await ask(ctx, 'role', WITH_ROLE, [clientId, approver.role]), `${approver.role} of the company`);
    else {
      const line = forWhom ? await ask(ctx, 'managers', MANAGERS, [clientId, forWhom]) : [];
      const [manager] = line.filter(({ id }) => !excluded.includes(id));
      if (manager)
        add('contact', [manager], manager === line[0] ? 'manager' : 'manager above, because the manager asked for it');
    }
  }
  // Nobody of the client stands in for the provider's own authority.
  if (found.length === 0 && approvers.some(({ kind }) => kind !== 'authority'))
    add(
      'contact',
      await ask(ctx, 'look_after', LOOK_AFTER, [clientId]),
      'looks after the company; nobody else can be asked',
    );
  return found;
}

const ask = (ctx: Ctx, name: string, text: string, values: readonly unknown[]): Promise<Person[]> =>
  ctx.hot<Person>(`approvers_${name}`, text, values);
