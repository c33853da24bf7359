import { EMPTY_TERMS } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { addLeave, createStaff } from '#platform/identity/index.ts';
import { putSetting } from '#platform/settings/index.ts';
import { createGroup } from '#server/business/client/index.ts';
import { createCategory, createCustomField, createService } from '#server/desk/classification/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { ESCALATION_PATH } from '#server/desk/ticket/index.ts';
import { switchPractice } from '#server/practices/adoption/index.ts';
import { createPolicy, publishPolicy } from '#server/practices/service-level/index.ts';
import { PRACTICE_KEYS } from '#shared/adoption-words.ts';
import { CATEGORIES, type CategorySpec } from '../world/categories.ts';
import { CUSTOM_FIELDS } from '../world/custom-fields.ts';
import { GROUPS } from '../world/groups.ts';
import { SERVICES } from '../world/services.ts';
import { STAFF, staffMail } from '../world/staff.ts';
import { TEAMS, type TeamKey } from '../world/teams.ts';
import { writeCatalogue } from './catalogue.ts';
import { writeLibrary } from './library.ts';

const DAY = 86_400_000;

/** Everything of Harbour IT itself: people, teams, tiers, services, categories, fields, and the library. All in one transaction. */
export async function writeProvider(ctx: Ctx, endsAt: string): Promise<void> {
  const staff = await writeStaff(ctx, endsAt);
  const teams = await writeTeams(ctx, staff);
  for (const { name, description, targets } of Object.values(GROUPS)) {
    const id = await createGroup(ctx, { name, description });
    if (targets === null) continue;
    const cells = (which: 0 | 1) => ({ byPriority: targets.map((minutes) => minutes[which]), calendar: null });
    // Who is escalated to has half of what was promised, so that the rest is left for the others.
    const olas = TEAMS.filter(({ key }) => TEAMS.some(({ escalatesTo }) => escalatesTo === key)).flatMap(({ key }) => {
      const teamId = teams.get(key);
      return teamId ? [{ teamId, byPriority: targets.map(([, minutes]) => minutes / 2), calendar: null }] : [];
    });
    const terms = { ...EMPTY_TERMS, targets: { first_response: cells(0), resolution: cells(1) }, olas };
    const policyId = await createPolicy(ctx, { name: `${name} targets`, groupId: id, terms: terms as never });
    await publishPolicy(ctx, policyId, { version: 1 });
  }
  const services = new Map<string, string>();
  for (const { name, description, team, always = false, target } of SERVICES)
    services.set(
      name,
      await createService(ctx, {
        ...{ name, description, teamId: team ? (teams.get(team) ?? null) : null },
        ...{ ownerId: staff.get('priya') ?? null, calendar: always ? 'always' : 'service_hours' },
        availabilityTarget: target ?? null,
      }),
    );
  const categories = await writeCategories(ctx, CATEGORIES, teams);
  for (const field of CUSTOM_FIELDS) await createCustomField(ctx, field);
  const path = ['priya', 'hamish'].flatMap((key) => staff.get(key) ?? []);
  await putSetting(ctx, ESCALATION_PATH.key, { level: 'provider', id: null }, { staffIds: path });
  for (const practice of PRACTICE_KEYS) await switchPractice(ctx, practice, true);
  await writeLibrary(ctx, { teams, services, categories });
  await writeCatalogue(ctx, { teams, services, categories });
}

async function writeStaff(ctx: Ctx, endsAt: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const person of STAFF) {
    const { key, name, title, role, timeZone, skills, capacity, leave } = person;
    const id = await createStaff(ctx, {
      email: staffMail(key),
      name,
      title,
      roleKeys: [role],
      timeZone,
      skills,
      capacity,
      allClients: person.clients === undefined,
    });
    ids.set(key, id);
    if (!leave) continue;
    const at = (daysBefore: number) => new Date(Math.floor(Date.parse(endsAt) / DAY - daysBefore) * DAY).toISOString();
    await addLeave(ctx, id, { startsAt: at(leave.from), endsAt: at(leave.to), note: leave.note });
  }
  return ids;
}

async function writeTeams(ctx: Ctx, staff: ReadonlyMap<string, string>): Promise<Map<TeamKey, string>> {
  const owner = await ctx.tx
    .selectFrom('staff')
    .select(['id', 'role_keys'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const first = owner.find(({ role_keys }) => role_keys.includes('owner'));
  const ids = new Map<TeamKey, string>();
  for (const { key, name, description, strategy, escalatesTo, members } of TEAMS) {
    const people = members.flatMap((member) => staff.get(member) ?? []);
    // Whoever looks around finds work of their own: the owner helps at the desk.
    if (key === 'desk' && first) people.push(first.id);
    const id = await createTeam(ctx, {
      name,
      description,
      strategy,
      escalatesToId: escalatesTo ? (ids.get(escalatesTo) ?? null) : null,
      members: people.map((staffId, index) => ({ staffId, lead: index === 0 })),
    });
    ids.set(key, id);
  }
  return ids;
}

async function writeCategories(
  ctx: Ctx,
  specs: readonly CategorySpec[],
  teams: ReadonlyMap<TeamKey, string>,
  above: { id: string; path: string; spec: CategorySpec } | null = null,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const spec of specs) {
    const team = spec.team ?? above?.spec.team;
    const skills = [...(spec.skills ?? above?.spec.skills ?? [])];
    const path = above ? `${above.path} / ${spec.name}` : spec.name;
    const teamId = team ? (teams.get(team) ?? null) : null;
    const id = await createCategory(ctx, { name: spec.name, teamId, skills, ...(above ? { parentId: above.id } : {}) });
    ids.set(path, id);
    for (const [name, below] of await writeCategories(ctx, spec.below ?? [], teams, { id, path, spec }))
      ids.set(name, below);
  }
  return ids;
}
