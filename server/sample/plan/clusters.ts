import { isOpenAt } from '#kernel/calendar.ts';
import { randomOf } from '../random.ts';
import { alertBackup } from '../scenario/alert-backup.ts';
import { alertOffline } from '../scenario/alert-offline.ts';
import { printing } from '../scenario/printing.ts';
import type { Case, Scenario } from '../scenario/types.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { CONTACTS } from '../world/contacts.ts';
import type { Hours } from './hours.ts';
import { tell } from './ordinary.ts';
import type { Bundle } from './story.ts';

const MINUTE = 60_000;

/** What the triage board finds: alike alerts at several clients, and several people of one client about one thing. */
export function clusters(clients: readonly ClientSpec[], endsAt: number, hours: Hours): Bundle[] {
  const untouched = { hours, until: endsAt, untouched: true };
  // A second link or the next night's run carries them, so nobody is called out.
  const alike = (scenario: Scenario, index: number, title: string): Case => ({
    ...(scenario.cases[index] as Case),
    title,
    impact: 2,
    urgency: 2,
  });
  const ofCarrier = Map.groupBy(clients, ({ carrier }) => carrier);
  const [hit = []] = [...ofCarrier.values()].toSorted((a, b) => b.length - a.length);
  const linkDown = alike(alertOffline, 0, '{firewall}: primary link down');
  const links = hit
    .slice(0, 5)
    .map((client, index) =>
      tell(
        { name: `cluster link ${index}`, client, scenario: alertOffline, at: endsAt - (26 - 3 * index) * MINUTE },
        { ...untouched, chosen: linkDown },
      ),
    );
  const failed = alike(alertBackup, 0, 'Backup failed: {fileServer}');
  const backups = clients
    .filter((client) => !hit.includes(client))
    .slice(0, 4)
    .map((client, index) =>
      tell(
        { name: `cluster backup ${index}`, client, scenario: alertBackup, at: endsAt - (112 - 13 * index) * MINUTE },
        { ...untouched, chosen: failed },
      ),
    );
  return [...links, ...backups, ...printers(clients, endsAt, hours)];
}

/** Three people of one client, one printer. */
function printers(clients: readonly ClientSpec[], endsAt: number, hours: Hours): Bundle[] {
  const random = randomOf('cluster printers');
  const awake = clients.filter((client) => client.people > 6 && isOpenAt(hours.ofPeople(client), endsAt));
  const client = awake.length > 0 ? random.pick(awake) : clients[0];
  if (!client) return [];
  const [stuck, offline] = printing.cases;
  const people = random.shuffle(CONTACTS.get(client.code) ?? []);
  const titles = [
    'Nothing comes out of the {printer}',
    'Nothing comes out of the {printer} again',
    '{printer}: nothing comes out',
  ];
  return titles.map((title, index) =>
    tell(
      { name: `cluster printer ${index}`, client, scenario: printing, at: endsAt - (48 - 17 * index) * MINUTE },
      {
        hours,
        until: endsAt,
        untouched: true,
        source: index === 1 ? 'portal' : 'email',
        chosen: { ...((index === 1 ? offline : stuck) as Case), title },
        wanted: (person) => person === people[index],
      },
    ),
  );
}
