import type pg from 'pg';
import { Door } from './http.ts';
import type { Running } from './program.ts';
import type { Known, Shape } from './shapes.ts';

/** Somebody who sees all of the largest client, and somebody there who sees what is their own. */
type Callers = { boss: Door; ada: Door };

const DAYS_BACK = 90;
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const nth = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const typed = ({ tickets }: Known, i: number) =>
  encodeURIComponent(nth(tickets, i).title.split(' ').slice(0, 3).join(' '));

/** What people of clients look at; `who` asks. */
export const PORTAL: readonly (Shape & { who: keyof Callers })[] = [
  { who: 'boss', name: 'the company’s tickets', path: () => '/portal/tickets' },
  { who: 'boss', name: 'the company’s open tickets', path: () => '/portal/tickets?state=open' },
  { who: 'boss', name: 'the company’s done tickets', path: () => '/portal/tickets?state=done' },
  { who: 'boss', name: 'what waits for the company', path: () => '/portal/tickets?waits=you' },
  { who: 'boss', name: 'how the company stands', path: () => `/portal/company?from=${day(DAYS_BACK)}&to=${day(0)}` },
  { who: 'boss', name: 'a ticket of the company', path: ({ largest }, i) => `/portal/tickets/${nth(largest, i)}` },
  { who: 'ada', name: 'somebody’s own tickets', path: () => '/portal/tickets' },
  { who: 'ada', name: 'somebody’s open tickets', path: () => '/portal/tickets?state=open' },
  { who: 'ada', name: 'articles with words', path: (known, i) => `/portal/knowledge?q=${typed(known, i)}` },
  {
    who: 'ada',
    name: 'what may help while typing',
    path: (known, i) => `/portal/knowledge/suggestions?q=${typed(known, i)}`,
  },
];

/** Lets two people of the largest client sign in by link, as they would. */
export async function enterPortal(program: Running, key: string, admin: pg.Client, client: string): Promise<Callers> {
  const { rows } = await admin.query<{ id: string }>(
    `select requester_id as id from fettle.tickets where client_id = $1 and requester_id is not null
     group by 1 order by count(*) desc, 1 limit 2`,
    [client],
  );
  const [boss, ada] = rows.map(({ id }) => id) as [string, string];
  await admin.query("update fettle.contacts set sees = 'all' where client_id = $1 and id = $2", [client, boss]);
  const enter = async (id: string): Promise<Door> => {
    const staff = new Door(program.address, key, 1);
    const { url } = await staff.json<{ url: string }>('POST', `/contacts/${id}/sign-in-link`);
    staff.close();
    const answer = await fetch(`${program.address}/api/v1/portal/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ token: url.split('#token=')[1] }),
    });
    if (!answer.ok) throw new Error(`Signing in to the portal answered ${answer.status}: ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    return new Door(program.address, { cookie: cookie.join('; ') }, 8);
  };
  return { boss: await enter(boss), ada: await enter(ada) };
}
