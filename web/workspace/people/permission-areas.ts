import type { Permission } from '#shared/permissions.ts';

const AREAS: Readonly<Record<string, string>> = {
  ticket: 'Tickets',
  client: 'Clients',
  contact: 'Clients',
  team: 'People',
  staff: 'People',
  role: 'People',
  sso: 'People',
  settings: 'Settings',
  knowledge: 'Knowledge',
  announcement: 'Clients',
  library: 'Settings',
  view: 'Settings',
  key: 'Programs and data',
  audit: 'Programs and data',
  data: 'Programs and data',
};

/** Permissions by what they are about, in the order they are declared. */
export function permissionAreas(all: readonly Permission[]): { area: string; permissions: Permission[] }[] {
  const byArea = Map.groupBy(all, (permission) => AREAS[permission.split('.', 1)[0] ?? ''] ?? 'Further');
  return [...byArea].map(([area, permissions]) => ({ area, permissions }));
}
