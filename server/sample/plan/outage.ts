import { randomOf } from '../random.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { CONTACTS } from '../world/contacts.ts';
import { staffByKey } from '../world/staff.ts';
import { handlerFor, wordsFor } from './cast.ts';
import { Course } from './course.ts';
import { type Hours, later } from './hours.ts';
import { OUTAGES } from './outages.ts';
import { type Act, type Bundle, iso, type Opening, staff } from './story.ts';
import { replied, opening as written } from './voice.ts';
import { fill } from './words.ts';

const MINUTE = 60_000;

/**
 * Many people stand still: the first call becomes the parent, what others write goes under it, the major incident team works on
 * the parent, and its end is the end of all.
 */
export function outage(name: string, client: ClientSpec, at: number, hours: Hours, until: number): Bundle {
  const random = randomOf(name);
  const script = random.pick(OUTAGES);
  const people = random.shuffle(CONTACTS.get(client.code) ?? []);
  const [requester, colleague] = people;
  const manager = people.find(({ escalationLevel }) => escalationLevel === 1) ?? people[0];
  if (!requester || !colleague || !manager) throw new Error(`${client.name} has too few people for an outage`);
  const cast = { client, requester, colleague, manager };
  const words = wordsFor(cast);
  const scenario: Scenario = {
    ...script,
    key: 'outage',
    kind: 'incident',
    weight: 0,
    impact: 1,
    urgency: 1,
    tags: ['outage'],
    cases: [],
  };
  const begin = {
    kind: 'incident' as const,
    category: script.category.join(' / '),
    service: script.service,
    custom: {},
  };
  const course = new Course(at, { scenario, cast, words, hours, random, priority: 1, drag: 1, until });
  const handler = handlerFor(cast, { at, anytime: true }, hours, random);
  const urgent = staffByKey(handler.person.key);
  course.begunBy(handler);
  const parent: Opening = {
    ...begin,
    title: fill(script.title, words, random),
    description: `<p>${fill(script.call, words, random)}</p>`,
    requester: requester.email,
    impact: 1,
    urgency: 1,
    source: 'phone',
    tags: ['outage', 'major'],
    team: handler.team,
    assignee: handler.person.key,
  };
  course.follow(script.moves);
  const resolved = course.acts.findLast((act) => act.do === 'say' && act.step?.to === 'resolved');
  const acts: Act[] = [
    { at: iso(at), who: staff(urgent.key), ticket: 0, do: 'create', opening: parent },
    ...course.acts,
  ];
  const closes = resolved ? Date.parse(resolved.at) : null;
  for (const [index, text] of script.children.entries()) {
    const who = people[index + 1];
    const came = at + random.between((4 + 5 * index) * MINUTE, (9 + 6 * index) * MINUTE);
    if (!who || came > until || (closes !== null && came > closes)) continue;
    const ticket = acts.filter((act) => act.do === 'create').length;
    const own = wordsFor({ client, requester: who, colleague: requester, manager });
    const child: Opening = {
      ...begin,
      title: fill(text.title, own, random),
      description: written(fill(text.body, own, random), who, 'email', 'en', client.name, random),
      requester: who.email,
      impact: 2,
      urgency: 2,
      source: 'email',
      tags: [],
      team: handler.team,
      assignee: null,
    };
    const contact = { kind: 'contact', client: client.code, email: who.email } as const;
    acts.push({ at: iso(came), who: contact, ticket, do: 'create', opening: child });
    const joined = came + random.between(2 * MINUTE, 8 * MINUTE);
    if (joined > until) continue;
    acts.push({ at: iso(joined), who: staff(urgent.key), ticket, do: 'change', fields: { under: 0 } });
    if (closes === null) continue;
    const told = later(hours.ofStaff(urgent), Math.max(closes, joined), 2 + index);
    if (told > until) continue;
    const step = {
      to: 'resolved',
      resolutionCode: 'fixed',
      resolutionNote: `Part of the outage: ${fill(script.end, own, random)}`,
    };
    acts.push({
      at: iso(told),
      who: staff(urgent.key),
      ticket,
      do: 'say',
      visibility: 'public',
      body: replied(fill(script.end, own, random), urgent, who, 'en'),
      step,
    });
    const silent = told + 5 * 86_400_000 + random.between(30_000, 500_000);
    if (silent <= until) acts.push({ at: iso(silent), who: { kind: 'system', name: 'Fettle' }, ticket, do: 'silence' });
  }
  const silent = closes === null ? null : closes + 5 * 86_400_000 + 120_000;
  if (silent !== null && silent <= until)
    acts.push({ at: iso(silent), who: { kind: 'system', name: 'Fettle' }, ticket: 0, do: 'silence' });
  return { name, client: client.code, acts: acts.toSorted((a, b) => a.at.localeCompare(b.at)) };
}
