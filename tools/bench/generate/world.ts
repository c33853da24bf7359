import { WORDS } from './words.ts';

/** Calls the API as an owner; throws on anything but success. */
export type Call = <R = { id: string }>(method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => Promise<R>;

const PLACES = [
  ['Europe/London', 'GB'],
  ['America/New_York', 'US'],
  ['Australia/Sydney', 'AU'],
  ['Asia/Singapore', 'SG'],
  ['Europe/Berlin', 'DE'],
] as const;
const TREES = ['Alder', 'Beech', 'Cedar', 'Elder', 'Fir', 'Hazel', 'Juniper', 'Larch', 'Maple', 'Oak'];
const TRADES = [
  'Accounting',
  'Bakery',
  'Clinic',
  'Design',
  'Engineering',
  'Foods',
  'Garage',
  'Hotels',
  'Legal',
  'Works',
];
const TEAMS = ['Service desk', 'Network', 'Server', 'Workplace', 'Applications', 'Security', 'Cloud', 'Field service'];
const BRANCHES = ['Hardware', 'Software', 'Network', 'Access', 'Mail', 'Printing', 'Telephony', 'Security'];
const LEAVES = ['Failure', 'Slow', 'New', 'Change', 'Question'];

export type World = { clients: number; staff: number; articles?: number };

/**
 * An MSP with nothing to do yet, made through the API like any other: clients, staff in teams, categories, services, a custom
 * field. Everything that is few; contacts and tickets are many and come in bulk.
 */
export async function buildWorld(call: Call, { clients, staff, articles = 0 }: World): Promise<void> {
  const people: string[] = [];
  for (let i = 0; i < staff; i++) {
    const name = `${TREES[i % 10]} ${TRADES[Math.floor(i / 10) % 10]}er`;
    const person = await call('POST', '/staff', {
      email: `tech${i}@msp.example`,
      name,
      roleKeys: [i % 8 === 0 ? 'dispatcher' : 'technician'],
      capacity: 200,
    });
    people.push(person.id);
  }
  for (const [i, name] of TEAMS.entries()) {
    const members = people.filter((_, at) => at % TEAMS.length === i).map((staffId) => ({ staffId, lead: false }));
    await call('POST', '/teams', { name, strategy: i % 2 === 0 ? 'round_robin' : 'manual', members });
  }
  for (const branch of BRANCHES) {
    const parent = await call('POST', '/categories', { name: branch });
    for (const leaf of LEAVES) await call('POST', '/categories', { name: leaf, parentId: parent.id });
  }
  for (const name of ['E-mail', 'Printing', 'ERP', 'Network', 'Workplace', 'Telephony'])
    await call('POST', '/services', { name });
  await call('POST', '/custom-fields', { key: 'asset', label: 'Asset', type: 'text', kinds: ['incident', 'request'] });
  for (let i = 0; i < clients; i++) {
    const [timeZone, country] = PLACES[i % PLACES.length] ?? PLACES[0];
    const name = `${TREES[i % 10]} ${TRADES[Math.floor(i / 10) % 10]}${i < 100 ? '' : ` ${i}`}`;
    await call('POST', '/clients', { name, code: `C${String(i).padStart(3, '0')}`, timeZone, country });
  }
  for (let i = 0; i < articles; i++) await writeArticle(call, i);
}

/** What is known of a thing and its trouble, in the words in which tickets speak of it; for all clients. */
async function writeArticle(call: Call, i: number): Promise<void> {
  const { things, problems, places, sentences } = WORDS;
  const nth = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
  const thing = nth(things, i);
  const title = `${thing} ${nth(problems, Math.floor(i / things.length) + i)}`;
  const steps = Array.from({ length: 12 }, (_, n) => `<p>${nth(sentences, 37 * i + 11 * n)}</p>`).join('');
  const body = `<h2>${title} ${nth(places, i)}</h2>${steps}`;
  const { id } = await call('POST', '/articles', { title, body, visibility: i % 3 === 0 ? 'internal' : 'all' });
  const { version } = await call<{ version: number }>('GET', `/articles/${id}`);
  await call('POST', `/articles/${id}/publish`, { version });
}
