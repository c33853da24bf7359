import { BUILT_IN_ROLES, type Permission } from '#shared/permissions.ts';

const NEEDED: Permission = 'ticket.transition';
const builtIn = BUILT_IN_ROLES.filter(({ permissions }) => permissions.includes(NEEDED)).map(({ key }) => `'${key}'`);

/** SQL over `staff s`: whether the person's roles let them move tickets on, and so be given any. */
export const WORKS_TICKETS = `(s.role_keys && array[${builtIn.join(', ')}]
  or exists (select from roles r where r.key = any (s.role_keys) and '${NEEDED}' = any (r.permissions)))`;
