import type { SEES } from '#shared/vocabulary.ts';
import { randomOf } from '../random.ts';
import type { ClientSpec } from './client-spec.ts';
import { CLIENTS } from './clients.ts';
import { type Culture, NAMES } from './names.ts';
import { SHARED_PEOPLE } from './shared-people.ts';
import { TITLES } from './titles.ts';

/** Somebody at a client as the sample makes them. */
export type ContactSpec = {
  client: string;
  name: string;
  email: string;
  phone: string;
  title: string;
  language: string;
  /** Index among the client's sites. */
  site: number;
  vip: boolean;
  escalationLevel: number | null;
  /** Whose tickets they see besides their own; null as their client has it. */
  sees: (typeof SEES)[number] | null;
  notes: string;
  /** Code of the client where the same person's first card is. */
  sameAs: string | null;
  /** How they write: with a greeting and a full name, or in half a line. */
  manner: 'formal' | 'friendly' | 'brief';
};

/** Mobile numbers that the Australian regulator keeps for fiction. */
const MOBILES = '110 156 157 158 159 313 737 006'.split(' ');
const NOTES = [
  'Prefers a call before ten.',
  'Works Tuesday to Thursday.',
  'Left-handed: mouse on the other side when you take over the screen.',
  'Hard of hearing on the phone, please write.',
  'On the road most days; texts are answered, calls are not.',
  'Has been with them since the beginning and knows every workaround.',
];

const taken = new Set<string>();

function nameFor(spec: ClientSpec, index: number): { name: string; culture: Culture } {
  const random = randomOf(`name ${spec.code} ${index}`);
  const cultures = Object.entries(spec.cultures) as [Culture, number][];
  for (;;) {
    const [culture] = random.weighted(cultures, ([, weight]) => weight);
    const { first, last } = NAMES[culture];
    const name = `${random.pick(first.split(' '))} ${random.pick(last.split(' '))}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return { name, culture };
  }
}

/** The part of an address before the @: plain letters, `katrin.krueger`. */
function localPart(name: string): string {
  return name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[^a-z ]/g, '')
    .replace(/ /g, '.');
}

/** The card that is made first; the others say that they are the same person. */
const firstOf = (codes: readonly string[]) => CLIENTS.find(({ code }) => codes.includes(code))?.code ?? null;

const phoneOf = (dial: string, index: number) => `${dial}${String(10 + index).padStart(2, '0')}`;

function contactsOf(spec: ClientSpec): ContactSpec[] {
  const shared = SHARED_PEOPLE.filter(({ clients }) => clients.includes(spec.code));
  const titles = TITLES[spec.industry];
  const own = Array.from({ length: spec.people - shared.length }, (_, index): ContactSpec => {
    const random = randomOf(`contact ${spec.code} ${index}`);
    const { name, culture } = nameFor(spec, index);
    const isHead = index === 0;
    const isManager = index === 1;
    return {
      client: spec.code,
      name,
      email: `${localPart(name)}@${spec.domain}`,
      phone:
        random.chance(0.2) && spec.country === 'AU' ? `0491 570 ${random.pick(MOBILES)}` : phoneOf(spec.dial, index),
      title: titles[index] ?? titles[2 + ((index - 2) % (titles.length - 2))] ?? '',
      language: culture === 'german' && spec.language === 'de' ? 'de' : spec.language === 'fr' ? 'fr' : 'en',
      site: index < 2 || random.chance(0.65) ? 0 : random.between(0, spec.sites.length - 1),
      vip: isHead || (spec.people > 15 && index === 9),
      escalationLevel: isManager ? 1 : isHead ? 2 : null,
      sees: isManager ? 'all' : index === 2 && spec.sites.length > 1 ? 'site' : null,
      notes: random.chance(0.14) ? random.pick(NOTES) : '',
      sameAs: null,
      manner: random.weighted(
        ['formal', 'friendly', 'brief'] as const,
        (manner) => ({ formal: 3, friendly: 5, brief: 3 })[manner],
      ),
    };
  });
  const guests = shared.map(
    ({ name, title, email, phone, clients }): ContactSpec => ({
      client: spec.code,
      name,
      email,
      phone,
      title,
      language: 'en',
      site: 0,
      vip: false,
      escalationLevel: null,
      sees: null,
      notes: `Works for ${clients.length} of our clients: check which one a ticket is about.`,
      sameAs: firstOf(clients) === spec.code ? null : firstOf(clients),
      manner: 'friendly',
    }),
  );
  return [...own, ...guests];
}

/** All three hundred, by client. */
export const CONTACTS: ReadonlyMap<string, readonly ContactSpec[]> = new Map(
  CLIENTS.map((client) => [client.code, contactsOf(client)]),
);
