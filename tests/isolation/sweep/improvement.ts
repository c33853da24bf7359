import { newId } from '#kernel/ids.ts';
import type { Person } from '#tests/people.ts';
import { must } from './world.ts';

/** An improvement of a client that came from one of its tickets. Returns its id. */
export const plantImprovement = async (
  owner: Person,
  clientId: string,
  ticket: string,
  words: (what: string) => string,
): Promise<string> =>
  (
    await must(owner, 'POST', '/improvements', {
      ...{ clientId, title: words('improvement'), idea: words('idea'), learnt: words('what came of it') },
      source: { kind: 'ticket', id: ticket, text: words('where it came from') },
      links: [{ kind: 'ticket', id: ticket }],
    })
  ).id;

/** An improvement of one's own client. */
export const freshImprovement = async (me: Pick<Person, 'call'>, clientId: string): Promise<string> =>
  (await must(me, 'POST', '/improvements', { clientId, title: `home ${newId()}` })).id;
