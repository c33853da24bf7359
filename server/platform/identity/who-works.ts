import { BUILT_IN_ROLES, type Permission } from '#shared/permissions.ts';

/** SQL over `staff s`: whether the person's roles let them do something. */
export function mayDo(permission: Permission): string {
  const builtIn = BUILT_IN_ROLES.filter(({ permissions }) => permissions.includes(permission));
  return `(s.role_keys && array[${builtIn.map(({ key }) => `'${key}'`).join(', ')}]
  or exists (select from roles r where r.key = any (s.role_keys) and '${permission}' = any (r.permissions)))`;
}

/** SQL over `staff s`: whether the person's roles let them move tickets on, and so be given any. */
export const WORKS_TICKETS = mayDo('ticket.transition');

/** SQL over `staff s`: whether the person works for a client, given as a parameter (`$1`) or column. */
export const worksFor = (client: string): string =>
  `(s.all_clients or exists (select from staff_clients l where l.staff_id = s.id and l.client_id = ${client}))`;
