import type { Ctx } from '#platform/context/index.ts';
import { STAFF, staffMail } from '../world/staff.ts';
import { TEAMS, type TeamKey } from '../world/teams.ts';

type Person = { id: string; name: string; companyWide: boolean };

/** Whoever set the installation up: the sample gives them work, and puts no words into their mouth. */
export const OWNER = 'owner';

/** The ids behind the names that the story uses. Read once everything that tickets point to is there. */
export class References {
  readonly #staff = new Map<string, string>();
  readonly #teams = new Map<string, string>();
  readonly #services = new Map<string, string>();
  readonly #categories = new Map<string, string>();
  readonly #clients = new Map<string, string>();
  readonly #contacts = new Map<string, Person>();

  static async load(ctx: Ctx): Promise<References> {
    const refs = new References();
    const staff = await ctx.tx.selectFrom('staff').select(['id', 'email', 'role_keys']).orderBy('created_at').execute();
    const owner = staff.find(({ role_keys }) => role_keys.includes('owner'));
    if (owner) refs.#staff.set(OWNER, owner.id);
    for (const { key } of STAFF) {
      const found = staff.find(({ email }) => email === staffMail(key));
      if (found) refs.#staff.set(key, found.id);
    }
    const teams = await ctx.tx.selectFrom('teams').select(['id', 'name']).execute();
    for (const { key, name } of TEAMS) {
      const found = teams.find((team) => team.name === name);
      if (found) refs.#teams.set(key, found.id);
    }
    for (const row of await ctx.tx.selectFrom('services').select(['id', 'name']).execute())
      refs.#services.set(row.name, row.id);
    for (const row of await ctx.tx.selectFrom('categories').select(['id', 'path']).execute())
      refs.#categories.set(row.path, row.id);
    for (const row of await ctx.tx.selectFrom('clients').select(['id', 'code']).execute())
      refs.#clients.set(row.code, row.id);
    const contacts = await ctx.tx.selectFrom('contacts').select(['id', 'client_id', 'email', 'name', 'sees']).execute();
    for (const row of contacts)
      refs.#contacts.set(`${row.client_id} ${row.email}`, {
        id: row.id,
        name: row.name,
        companyWide: row.sees === 'all',
      });
    return refs;
  }

  staff(key: string): string {
    return found(this.#staff.get(key), key);
  }

  team(key: TeamKey): string {
    return found(this.#teams.get(key), key);
  }

  client(code: string): string {
    return found(this.#clients.get(code), code);
  }

  contact(code: string, email: string): Person {
    return found(this.#contacts.get(`${this.client(code)} ${email}`), email);
  }

  /** Null where somebody renamed it while the sample was loading. */
  service(name: string): string | null {
    return this.#services.get(name) ?? null;
  }

  category(path: string): string | null {
    return this.#categories.get(path) ?? null;
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The sample has nothing called ${name}`);
  return value;
}
