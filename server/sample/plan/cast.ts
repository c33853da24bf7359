import type { Random } from '../random.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { CONTACTS, type ContactSpec } from '../world/contacts.ts';
import { computerOf, estateOf } from '../world/estate.ts';
import { STAFF, type StaffSpec, staffByKey } from '../world/staff.ts';
import { TEAMS, type TeamKey } from '../world/teams.ts';
import { type Hours, later } from './hours.ts';
import type { Load } from './load.ts';
import { firstName } from './voice.ts';
import type { Words } from './words.ts';

/** Who plays in a ticket. */
export type Cast = {
  client: ClientSpec;
  requester: ContactSpec;
  colleague: ContactSpec;
  /** Whoever approves and is told at the client. */
  manager: ContactSpec;
};

/** Who asks: somebody of the client who writes the scenario's language, or whom `wanted` says. */
export function castFor(
  client: ClientSpec,
  scenario: Scenario,
  random: Random,
  wanted: (person: ContactSpec) => boolean = () => true,
): Cast {
  const people = CONTACTS.get(client.code) ?? [];
  const writers = scenario.language ? people.filter((person) => person.language === scenario.language) : people;
  const fitting = writers.filter(wanted);
  const requester = random.weighted(fitting.length > 0 ? fitting : people, (person) =>
    person.escalationLevel === null ? 3 : 2,
  );
  const others = people.filter((person) => person !== requester && person.escalationLevel === null);
  const manager = people.find((person) => person.escalationLevel === 1 && person !== requester);
  const head = people.find((person) => person.escalationLevel === 2);
  return {
    client,
    requester,
    colleague: random.pick(others.length > 0 ? others : people.filter((person) => person !== requester)),
    manager: manager ?? head ?? requester,
  };
}

/** Names that every scenario may use. */
export function wordsFor({ client, requester, colleague, manager }: Cast): Record<string, string> {
  const people = CONTACTS.get(client.code) ?? [];
  const first = ({ name }: ContactSpec) => firstName(name);
  const site = client.sites[requester.site] ?? client.sites[0];
  return {
    ...estateOf(client),
    client: client.name,
    code: client.code,
    domain: client.domain,
    app: client.app,
    carrier: client.carrier,
    site: site?.name ?? client.name,
    requester: requester.name,
    first: first(requester),
    role: requester.title.charAt(0).toLowerCase() + requester.title.slice(1),
    email: requester.email,
    phone: requester.phone,
    colleague: first(colleague),
    colleagueFull: colleague.name,
    manager: first(manager),
    managerFull: manager.name,
    pc: computerOf(client.code, people.indexOf(requester)),
    otherPc: computerOf(client.code, people.indexOf(colleague)),
  } satisfies Words;
}

const membersOf = (team: TeamKey): readonly string[] => TEAMS.find(({ key }) => key === team)?.members ?? [];
const NIGHT = ['aoife', 'marcus'];
/** Whoever answers first: the desk by day, the two abroad by night, and Jack where he is allowed. */
const FIRST_LINE = ['tom', 'meilin', 'sofia', 'aoife', 'marcus', 'jack', 'luca'];
const HOME: Readonly<Record<string, TeamKey>> = { aoife: 'night', marcus: 'night', jack: 'field', luca: 'cloud' };
const teamOf = (key: string): TeamKey => HOME[key] ?? 'desk';

type Needs = {
  team?: TeamKey;
  language?: string;
  at: number;
  not?: string;
  /** What cannot wait for the team's morning is taken by whoever is awake. */
  anytime?: boolean;
  /** What everybody has already: of several who could take it, mostly somebody with room does. */
  load?: Load | undefined;
};

export type Handler = { person: StaffSpec; team: TeamKey };

/**
 * Who takes a ticket that comes at an instant: of those who may, somebody who is at work soonest; who speaks the language where
 * one is spoken.
 */
export function handlerFor(cast: Cast, needs: Needs, hours: Hours, random: Random): Handler {
  const able = STAFF.filter(({ role, clients, key }) => {
    if (role !== 'technician' && !(needs.team === 'major' && key === 'priya')) return false;
    if (clients && !clients.includes(cast.client.code)) return false;
    return key !== needs.not;
  });
  if (needs.language) return { person: staffByKey('luca'), team: 'cloud' };
  const keys =
    needs.team && needs.team !== 'desk' ? [...membersOf(needs.team), ...(needs.anytime ? NIGHT : [])] : FIRST_LINE;
  const wanted = able.filter(({ key }) => keys.includes(key));
  const candidates = wanted.length > 0 ? wanted : able.filter(({ key }) => FIRST_LINE.includes(key));
  const soon = candidates.map((person) => ({ person, at: later(hours.ofStaff(person), needs.at, 1) }));
  const first = Math.min(...soon.map(({ at }) => at));
  const near = soon.filter(({ at }) => at - first < 40 * 60_000).map(({ person }) => person);
  // Engineers help the desk only now and then.
  const person = random.weighted(near, ({ key, capacity }) => {
    const inclined = key === 'luca' && !needs.team ? 0.25 : key === 'jack' ? 2 : 1;
    return inclined / (1 + (4 * (needs.load?.of(key) ?? 0)) / capacity) ** 3;
  });
  const isOfTeam = needs.team !== undefined && needs.team !== 'desk' && membersOf(needs.team).includes(person.key);
  return { person, team: isOfTeam && needs.team ? needs.team : teamOf(person.key) };
}
