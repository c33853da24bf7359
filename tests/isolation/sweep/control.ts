import { ask } from './callers.ts';
import { type Operation, placeName } from './description.ts';
import type { Pov } from './pov.ts';
import { leaks, NOT_ASKED, type Reference, referencesOf, shown } from './probe.ts';
import { requestFor } from './requests.ts';
import type { Scene } from './scene.ts';
import { versionsIn } from './version.ts';
import type { Kind } from './vocabulary.ts';

/** What even the caller's own things do not make succeed, with the reason. Everything else must. */
const NOT_TRIED: readonly (readonly [operation: RegExp, reason: string])[] = [
  [
    / \/(setup|sessions|invitations|sign-in|portal\/(sessions|sign-in))/,
    'signing in needs secrets that a sweep has not',
  ],
  [/ \/me\/(sessions|password|confirm|totp|recovery-codes|passkeys|identities)/, 'the same'],
  [/ \/staff\/\{id\}\/(sessions|api-keys)\//, 'the same of another person'],
  [
    / (\/clients\/\{id\})?\/(identity|saml)-providers/,
    'reaches out to another server, or needs what it says of itself',
  ],
  [/ \/stream$/, 'never ends: see stream.test.ts'],
  [
    / \/(clients\/\{clientId\}\/files|article-files|portal-images)$/,
    'a form with a file: the sweep sends one whenever it needs one',
  ],
  [/^POST \/expenses\/\{id\}\/receipts$/, 'the same'],
  [/^PUT \/lifecycles/, 'a whole lifecycle is more than a sweep makes up'],
  [/^POST .*\/proposed-people$/, 'needs a mail that proposed somebody'],
  [/\/request\/votes\//, 'only a vote that waits, for somebody who has none: see the tests of approvals'],
  [/\/approvals\/votes\//, 'only whoever is asked may vote: see the tests of requests'],
  [/^POST \/portal\/tickets\/.*\/withdraw$/, 'only a request on which work has not begun: see the tests of requests'],
  [/^POST .*\/request\/approval$/, 'only where an approval was refused before: the same'],
  [/^POST \/problem-advisories\/(preview|import)$/, 'a list of advisories names nothing of anybody’s: see its tests'],
  [/^(PUT|POST) \/words/, 'names a text by where it stands, with its original: see the tests of the portal’s words'],
  [/^PUT \/services\/\{id\}\/state$/, 'for everybody unless clients are named: see the tests of announcements'],
  [/^POST \/alerts\/\{id\}\/client$/, 'only for what is nobody’s: see the tests of monitoring'],
  [/^POST \/changes\/.*\/overrides$/, 'only where something stands against it: see the tests of the change schedule'],
  [
    /^POST \/changes\/.*\/(tasks\/|approval$|template$|review$|announcement$)/,
    'only where it stands so: see the tests of changes',
  ],
  [/^POST \/item-duplicates/, 'only where two look alike to a source: see the tests of the estate'],
  [
    /^POST \/tickets\/\{idOrKey\}\/(script-runs|remote-sessions)$/,
    'only on a device that a connection knows: see the tests of scripts',
  ],
  [/^POST \/connectors\/\{id\}\/scripts\/read$/, 'reaches out to another server: the same'],
  [
    /^POST \/problems\/\{idOrKey\}\/(review|incidents\/tell|known-errors\/retire)$/,
    'only what ended, is linked or is published: see the tests of problems',
  ],
  [/^POST \/major-incidents\/\{idOrKey\}\/tickets\/tell$/, 'only what is linked: see the tests of major incidents'],
  [
    /^POST \/improvements\/\{id\}\/(baseline|readings)$/,
    'only with a figure or something to measure: see the tests of improvements',
  ],
  [/^POST \/expenses\/(decide|pay-back)$/, 'only what is submitted or approved: see the tests of expenses'],
  [
    /^POST \/time\/(submit|take-back|decide|owed\/remind)$/,
    'only where something is open or submitted: see the tests of time',
  ],
  [/^POST \/me\/time-drafts\//, 'only where something was done: the same'],
  [/^POST \/count-variances\//, 'only where what was counted differs: see the tests of counts'],
  [/^POST \/clients$/, 'somebody limited to some clients takes on no new ones'],
  [/ \/(contacts\/\{id\}\/invitation|invoices\/\{id\}\/mails)/, 'it goes by mail, which the sweep sends to nobody'],
];

/** What somebody limited to some clients is refused, since it reaches all of them. They must be: doing it is a fault. */
const REACHES_ALL: readonly RegExp[] = [
  /^PUT \/practices/,
  /^(POST|PATCH|PUT|DELETE) \/(checklists|service-levels\/calendars|ticket-templates|teams|services|categories|custom-fields|client-groups|item-classes)(\/\{(id|key)\})?(\/reach)?$/,
  /^(POST|PATCH|DELETE) \/value-streams/,
  /^(POST|PATCH) \/change-models/,
  /^(POST|PATCH) \/(work-types|expense-kinds)/,
  /^(POST|PATCH) \/tax-rates/,
  /^(GET|POST|DELETE) \/staff-costs/,
  /^(POST|PATCH) \/(products|price-lists|contract-templates)/,
  /^GET \/time\/utilisation/,
  /^POST \/billing-runs/,
  /^(GET|POST|PUT) \/vendor-(lists|names)/,
  /^(GET|POST|PUT|DELETE) \/accounting/,
  /^(POST|PATCH|DELETE) \/change-rules(\/\{id\}(\/\w+)?)?$/,
  /^(POST|PATCH|DELETE) \/roles/,
  /^(GET|PUT|POST|DELETE) \/mail\/(sending|mailboxes|incoming|dkim)/,
  /^GET \/messages\/\{id\}\/mail$/,
  /^(GET|POST|PATCH|PUT|DELETE) \/connector(s|-kinds)(\/|$)/,
  /^PATCH \/scripts\/\{id\}$/,
  /^(POST|PATCH) \/catalogue-items/,
  /^POST \/announcements$/,
  /^(POST|PATCH) \/service-offerings/,
  /^(POST|DELETE) \/problem-advisories/,
  /^PUT \/clients\/\{id\}\/portal-address$/,
  /^(POST|PATCH|DELETE) \/(on-call\/schedules|escalation-paths)(\/\{id\})?$/,
  /^(POST|DELETE) \/on-call\/schedules\/\{id\}\/overrides/,
  /^(POST|PUT) \/cab-boards/,
  /^(POST|PUT|PATCH) \/cab-meetings\//,
];

const mayGo = ({ access }: Operation, pov: Pov) =>
  access !== 'public' && (pov.isContact ? access === 'contact' || access === 'anyone' : access !== 'contact');

/**
 * Requests with the caller's own things alone: the plain one, and one for each place that could hold something foreign. That they
 * succeed shows that the probes reach as far as what they look for.
 */
export async function controlOperation(scene: Scene, pov: Pov, operation: Operation): Promise<string[]> {
  if (!pov.fresh || NOT_ASKED.has(operation.name) || !mayGo(operation, pov)) return [];
  if (operation.method !== 'GET' && NOT_TRIED.some(([name]) => name.test(operation.name))) return [];
  if (operation.method === 'GET' && NOT_TRIED.slice(0, 5).some(([name]) => name.test(operation.name))) return [];
  const faults: string[] = [];
  const references = referencesOf(operation);
  const optional = references.filter(({ place, kind }) => place.in !== 'path' && pov.pairs[kind] !== undefined);
  for (const besides of [null, ...optional]) faults.push(...(await tryOwn(scene, pov, operation, besides)));
  return faults;
}

async function tryOwn(scene: Scene, pov: Pov, operation: Operation, besides: Reference | null): Promise<string[]> {
  const own = pov.fresh?.(operation) ?? pov.own;
  const made = new Map<string, string>();
  const once = async (kind: Kind, place: string) => {
    const one = made.get(place) ?? (await own(kind, place, operation));
    made.set(place, one);
    return one;
  };
  const fill = new Map<string, string>();
  if (besides) fill.set(placeName(besides.place), await once(besides.kind, placeName(besides.place)));
  const request = await requestFor(operation, once, fill, versionsIn(scene.admin));
  const answer = await ask(scene.desk, pov.caller, request);
  const faults = leaks(pov, request, answer, []);
  if (REACHES_ALL.some((name) => name.test(operation.name))) {
    if (answer.status !== 403 || !answer.text.includes('reaches every client'))
      faults.push(`what reaches every client is not refused as such: ${shown(request, answer)} ${answer.text}`);
  } else if (answer.status >= 400) faults.push(`one’s own is refused: ${shown(request, answer)} ${answer.text}`);
  return faults;
}
