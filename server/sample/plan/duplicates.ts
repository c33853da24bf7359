import { randomOf } from '../random.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { staffByKey } from '../world/staff.ts';
import { scenariosFor } from './arrivals.ts';
import { type Hours, later } from './hours.ts';
import { tell } from './ordinary.ts';
import { type Act, type Bundle, iso, staff } from './story.ts';

const MINUTE = 60_000;

/** Somebody writes, and a colleague writes about the same: the second ticket is merged into the first. */
export function duplicates(
  name: string,
  count: number,
  clients: readonly ClientSpec[],
  at: number,
  hours: Hours,
  until: number,
): Bundle[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomOf(`${name} ${index}`);
    const client = random.weighted(
      clients.filter(({ people }) => people > 5),
      ({ people }) => people,
    );
    const fitting = scenariosFor(client).filter(
      ({ source, kind, impact, language }) => !source && !language && kind === 'incident' && impact === 2,
    );
    const scenario = random.pick(fitting);
    const chosen = random.pick(scenario.cases);
    const came = at + random.between(0, 30 * MINUTE);
    const one = tell(
      { name: `${name} ${index}`, client, scenario, at: came },
      { hours, until, chosen, source: 'email', drag: 1 },
    );
    const asked = one.acts[0];
    const first = asked?.do === 'create' ? asked.opening.requester : null;
    const other = tell(
      { name: `${name} ${index} again`, client, scenario, at: came + random.between(6 * MINUTE, 25 * MINUTE) },
      { hours, until, chosen, source: 'portal', untouched: true, wanted: ({ email }) => email !== first },
    );
    const second = other.acts.map((act): Act => ({ ...act, ticket: 1 }));
    const dana = staffByKey('dana');
    const merged = later(hours.ofStaff(dana), Date.parse(second[0]?.at ?? ''), random.between(4, 25));
    const merge: Act[] =
      merged < until ? [{ at: iso(merged), who: staff('dana'), ticket: 1, do: 'merge', into: 0 }] : [];
    return { ...one, acts: [...one.acts, ...second, ...merge].toSorted((a, b) => a.at.localeCompare(b.at)) };
  });
}
