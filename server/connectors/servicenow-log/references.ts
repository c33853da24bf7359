import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { createStaff } from '#platform/identity/index.ts';
import { createContact, createSite } from '#server/business/client/index.ts';
import { createCategory } from '#server/desk/classification/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { reserveNumbers } from '#server/desk/ticket/index.ts';
import type { Incident } from './incidents.ts';
import { ensureClient, type Operator } from './setup.ts';

/** Accounts of people who only appear in the log: an address that no mail can reach (RFC 2606). */
const MAIL_DOMAIN = 'servicenow-log.invalid';

export type Kind = 'client' | 'caller' | 'site' | 'team' | 'person' | 'category';
type Made = Record<Kind, number>;
type Once = (
  kind: Kind,
  name: string | null,
  owner: string | null,
  make: () => Promise<string>,
) => Promise<string | null>;

export const IMPORTER = systemIdentity('ServiceNow log import');

/** What the log names and Fettle knows by ids: found by name where it exists, made where it does not. */
export class References {
  readonly made: Made = { client: 0, caller: 0, site: 0, team: 0, person: 0, category: 0 };
  readonly #services: Services;
  readonly #operator: Operator & { id: string };
  readonly #locationsAreClients: boolean;
  readonly #highest: number;
  readonly #ids = new Map<string, string>();

  constructor(
    services: Services,
    operator: Operator & { id: string },
    options: { locationsAreClients: boolean; highest: number },
  ) {
    this.#services = services;
    this.#operator = operator;
    this.#locationsAreClients = options.locationsAreClients;
    this.#highest = options.highest;
  }

  /** Reads what there is already. */
  async load(): Promise<void> {
    await withContext(this.#services, IMPORTER, async ({ tx }) => {
      const add = (kind: Kind, rows: readonly { id: string; name: string; owner?: string | null }[]) => {
        for (const { id, name, owner } of rows) this.#ids.set(keyOf(kind, name, owner), id);
      };
      const clients = await tx.selectFrom('clients').select(['id', 'code as name']).execute();
      add('client', clients);
      const mine = this.#locationsAreClients ? clients.map((client) => client.id) : [this.#operator.id];
      const named = ['id', 'name', 'client_id as owner'] as const;
      add('caller', await tx.selectFrom('contacts').select(named).where('client_id', 'in', mine).execute());
      add('site', await tx.selectFrom('sites').select(named).where('client_id', 'in', mine).execute());
      add('team', await tx.selectFrom('teams').select(['id', 'name']).execute());
      const people = await tx.selectFrom('staff').select(['id', 'email as name']).execute();
      add('person', people);
      add('category', await tx.selectFrom('categories').select(['id', 'name', 'parent_id as owner']).execute());
    });
  }

  /** The id of something that `ensure` has seen; null for what the log does not know. */
  id(kind: Kind, name: string | null, owner?: string | null): string | null {
    return name === null ? null : (this.#ids.get(keyOf(kind, kind === 'person' ? mailOf(name) : name, owner)) ?? null);
  }

  /** The client an incident belongs to: the log's operator, or the last location that is known. */
  clientOf({ rows }: Incident): string {
    const location = rows.findLast((row) => row.values.location !== null)?.values.location;
    if (!this.#locationsAreClients || !location) return this.#operator.id;
    return this.id('client', codeOf(location)) ?? this.#operator.id;
  }

  /** Makes what these incidents name and nobody knows yet, in a transaction of its own. One call at a time. */
  async ensure(incidents: readonly Incident[]): Promise<void> {
    const found = new Map<string, string>();
    const made: Kind[] = [];
    const once: Once = async (kind, name, owner, make) => {
      if (name === null) return null;
      const key = keyOf(kind, name, owner);
      const there = this.#ids.get(key) ?? found.get(key);
      if (there) return there;
      const id = await make();
      found.set(key, id);
      made.push(kind);
      return id;
    };
    await withContext(
      this.#services,
      IMPORTER,
      async (ctx) => {
        // The work may run again after a deadlock.
        found.clear();
        made.length = 0;
        for (const incident of incidents) await this.#ensureOne(ctx, incident, once);
      },
      { quiet: true, bulk: true },
    );
    for (const [key, id] of found) this.#ids.set(key, id);
    for (const kind of made) this.made[kind]++;
  }

  async #ensureOne(ctx: Ctx, { rows }: Incident, once: Once): Promise<void> {
    let clientId = this.#operator.id;
    const location = rows.findLast((row) => row.values.location !== null)?.values.location;
    if (this.#locationsAreClients && location)
      clientId =
        (await once('client', codeOf(location), null, async () => {
          const { timeZone } = this.#operator;
          const id = await ensureClient(ctx, { name: location, code: codeOf(location), timeZone });
          await reserveNumbers(ctx, id, this.#highest);
          return id;
        })) ?? clientId;
    for (const { values } of rows) {
      const { caller_id: caller, location: place, assignment_group: team, category, subcategory } = values;
      await once('caller', caller, clientId, () => createContact(ctx, { clientId, name: caller ?? '' }));
      if (!this.#locationsAreClients)
        await once('site', place, clientId, () => createSite(ctx, clientId, { name: place ?? '' }));
      await once('team', team, null, () => createTeam(ctx, { name: team ?? '' }));
      for (const name of [values.assigned_to, values.resolved_by])
        await once('person', name === null ? null : mailOf(name), null, () =>
          createStaff(ctx, { name: name ?? '', email: mailOf(name ?? ''), roleKeys: ['readonly'], active: false }),
        );
      const parentId = await once('category', category, null, () => createCategory(ctx, { name: category ?? '' }));
      if (parentId)
        await once('category', subcategory, parentId, () => createCategory(ctx, { name: subcategory ?? '', parentId }));
    }
  }
}

const keyOf = (kind: Kind, name: string, owner: string | null = null): string => `${kind}|${owner ?? ''}|${name}`;
const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const mailOf = (name: string): string => `${slug(name)}@${MAIL_DOMAIN}`;

/** A client's code for a location: L143 for "Location 143". */
function codeOf(location: string): string {
  const letters = location.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const digits = /^LOCATION(\d{1,9})$/.exec(letters)?.[1];
  return digits ? `L${digits}` : `L${letters}`.slice(0, 10);
}
