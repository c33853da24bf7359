import type { AnnouncementRow } from '#shared/announcement.ts';
import {
  ANNOUNCEMENT_KINDS,
  ANNOUNCEMENT_STATES,
  type AnnouncementKind,
  AUDIENCES,
  type Audience,
  SERVICE_STATES,
  type ServiceState,
  type ServiceTrouble,
} from '#shared/announcement-words.ts';

export const KIND_WORDS: Readonly<Record<AnnouncementKind, string>> = {
  notice: 'Notice',
  maintenance: 'Planned work',
  outage: 'Outage',
};
export const SERVICE_WORDS: Readonly<Record<ServiceState, string>> = {
  operational: 'Works',
  maintenance: 'Planned work',
  degraded: 'Disturbed',
  outage: 'Down',
};
export const SERVICE_COLOURS: Readonly<Record<ServiceState, string>> = {
  operational: 'green',
  maintenance: 'blue',
  degraded: 'yellow',
  outage: 'red',
};
export const AUDIENCE_WORDS: Readonly<Record<Audience, { name: string; help: string }>> = {
  services: {
    name: 'Whoever has one of the services',
    help: 'Clients that have one of these services, also those that get it later',
  },
  all: { name: 'All clients', help: 'Everybody who signs in to the portal' },
  groups: { name: 'Groups of clients', help: 'Clients of these groups, also those that join later' },
  chosen: { name: 'Chosen clients', help: 'People of these clients alone' },
};

const choices = <T extends string>(all: readonly T[], nameOf: (one: T) => string) =>
  all.map((value) => ({ value, label: nameOf(value) }));
export const KIND_CHOICES = choices(ANNOUNCEMENT_KINDS, (kind) => KIND_WORDS[kind]);
export const AUDIENCE_CHOICES = choices(AUDIENCES, (audience) => AUDIENCE_WORDS[audience].name);
export const SERVICE_CHOICES = choices(SERVICE_STATES, (state) => SERVICE_WORDS[state]);

/** How it stands for whoever reads it. */
export type Standing = 'draft' | 'planned' | 'running' | 'ended';
export const STANDING: Readonly<Record<Standing, { name: string; colour: string }>> = {
  draft: { name: 'Draft', colour: 'gray' },
  planned: { name: 'To come', colour: 'blue' },
  running: { name: 'Running', colour: 'green' },
  ended: { name: 'Ended', colour: 'gray' },
};
export const STATE_CHOICES = choices(ANNOUNCEMENT_STATES, (state) =>
  state === 'published' ? 'To come or running' : STANDING[state].name,
);

export const standingOf = ({ state, fromAt }: Pick<AnnouncementRow, 'state' | 'fromAt'>, now: number): Standing =>
  state !== 'published' ? state : Date.parse(fromAt) > now ? 'planned' : 'running';

/** What it does to its services. */
export const EFFECT_CHOICES: readonly { value: ServiceTrouble | 'none'; label: string }[] = [
  { value: 'none', label: 'Nothing' },
  { value: 'maintenance', label: SERVICE_WORDS.maintenance },
  { value: 'degraded', label: SERVICE_WORDS.degraded },
  { value: 'outage', label: SERVICE_WORDS.outage },
];

/** The chosen clients, each with its sites where it is for some of these alone: "Acme (North, South)". */
export const clientsSaid = ({ clients, sites }: Pick<AnnouncementRow, 'clients' | 'sites'>): string[] =>
  clients.map(({ id, name }) => {
    const its = sites.filter(({ clientId }) => clientId === id).map((site) => site.name);
    return its.length === 0 ? name : `${name} (${its.join(', ')})`;
  });

/** For whom it is: "Acme and Birch", "Gold and 2 more". */
export function forWhom(one: AnnouncementRow): string {
  const { audience, groups, services } = one;
  if (audience === 'all') return AUDIENCE_WORDS.all.name;
  const named =
    audience === 'chosen' ? clientsSaid(one) : (audience === 'groups' ? groups : services).map(({ name }) => name);
  const [first, second] = named;
  if (!first) return AUDIENCE_WORDS[audience].name;
  const said =
    named.length === 1
      ? first
      : named.length === 2
        ? `${first} and ${second}`
        : `${first} and ${named.length - 1} more`;
  return audience === 'services' ? `Whoever has ${said}` : said;
}
