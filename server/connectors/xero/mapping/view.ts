import { sql } from 'kysely';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import { textOf } from '#server/connectors/core/index.ts';
import type { AccountingMapping, BookChoice, CodeMapping, ContactMapping } from '#shared/accounting.ts';
import { ACCOUNT_KEYS, ACCOUNT_WORDS } from '#shared/accounting-words.ts';
import type { Xero } from '../api.ts';
import { connected } from '../connected.ts';
import { BOOKKEEPING } from '../link.ts';

type Contact = { readonly id: string; readonly name: string; readonly mail: string };

/**
 * Which contact there stands for which client, and what accounts and taxes are called there, with what there is to choose. Contacts are
 * proposed by their exact name, else by the mail address that bills go to; nothing holds until somebody confirms it.
 */
export async function viewMapping(services: Services): Promise<AccountingMapping> {
  const { contacts, accounts, taxes } = await connected(services, readChoices);
  return withContext(services, BOOKKEEPING, async (ctx) => ({
    clients: await clientsOf(ctx, contacts),
    contacts: contacts.map(({ id, name }) => ({ id, name })),
    codes: [...(await accountsOf(ctx, accounts)), ...(await taxesOf(ctx, taxes))],
    ...{ accounts, taxes },
  }));
}

async function readChoices(xero: Xero) {
  const contacts: Contact[] = [];
  for await (const page of xero.pages('Contacts'))
    for (const one of page) {
      const [id, name] = [textOf(one['ContactID']), textOf(one['Name'])];
      if (id !== null && name !== null) contacts.push({ id, name, mail: textOf(one['EmailAddress']) ?? '' });
    }
  const accounts: BookChoice[] = (await xero.read('Accounts', 'Accounts')).flatMap((one) => {
    const [code, name] = [textOf(one['Code']), textOf(one['Name'])];
    const isSales = ['REVENUE', 'SALES', 'OTHERINCOME'].includes(String(one['Type'])) && one['Status'] !== 'ARCHIVED';
    return code !== null && isSales ? [{ code, name: name ?? code }] : [];
  });
  const taxes: BookChoice[] = (await xero.read('TaxRates', 'TaxRates')).flatMap((one) => {
    const [code, name] = [textOf(one['TaxType']), textOf(one['Name'])];
    return code !== null && one['Status'] !== 'DELETED' && one['CanApplyToRevenue'] !== false
      ? [{ code, name: name ?? code }]
      : [];
  });
  return { contacts: contacts.toSorted((a, b) => a.name.localeCompare(b.name)), accounts, taxes };
}

type Row = {
  id: string;
  name: string;
  legalName: string;
  mail: string;
  contactId: string | null;
  contactName: string | null;
};

async function clientsOf(ctx: Ctx, contacts: readonly Contact[]): Promise<ContactMapping[]> {
  const { rows } = await sql<Row>`
    select c.id, c.name, coalesce(b.legal_name, '') as "legalName", coalesce(b.mail, '') as mail, k.contact_id as "contactId",
      k.contact_name as "contactName"
    from clients c left join client_billing b on b.client_id = c.id left join accounting_contacts k on k.client_id = c.id
    where c.kind = 'client' and (c.active or k.client_id is not null) order by c.name_key`.execute(ctx.tx);
  const by = (key: (contact: Contact) => string) => Map.groupBy(contacts, (one) => key(one).trim().toLowerCase());
  const [byName, byMail] = [by(({ name }) => name), by(({ mail }) => mail)];
  // Two that fit equally propose neither.
  const only = (found: Map<string, Contact[]>, text: string): Contact | undefined => {
    const fitting = text === '' ? [] : (found.get(text.trim().toLowerCase()) ?? []);
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  return rows.map(({ id, name, legalName, mail, contactId, contactName }) => {
    const named = only(byName, legalName) ?? only(byName, name);
    const mailed = named ? undefined : only(byMail, mail);
    const fitting = named ?? mailed;
    return {
      client: { id, name },
      contact: contactId === null ? null : { id: contactId, name: contactName ?? '' },
      proposal:
        contactId === null && fitting ? { id: fitting.id, name: fitting.name, why: named ? 'name' : 'mail' } : null,
    };
  });
}

async function codes(ctx: Ctx, what: 'account' | 'tax'): Promise<Map<string, string>> {
  const rows = await ctx.tx.selectFrom('accounting_codes').select(['key', 'code']).where('what', '=', what).execute();
  return new Map(rows.map(({ key, code }) => [key, code]));
}

async function accountsOf(ctx: Ctx, accounts: readonly BookChoice[]): Promise<CodeMapping[]> {
  const kept = await codes(ctx, 'account');
  const [only] = accounts.length === 1 ? accounts : [];
  return ACCOUNT_KEYS.map((key) => ({
    ...{ what: 'account', key, title: ACCOUNT_WORDS[key], code: kept.get(key) ?? null },
    proposal: key === 'default' && !kept.has(key) ? (only?.code ?? null) : null,
  }));
}

/** Taxes that stand on invoices, and those that clients pay now. */
async function taxesOf(ctx: Ctx, taxes: readonly BookChoice[]): Promise<CodeMapping[]> {
  const kept = await codes(ctx, 'tax');
  const { rows } = await sql<{ name: string; percent: string }>`
    select tax_name as name, trim_scale(tax_percent)::text as percent from invoice_lines
    union select name, trim_scale(percent)::text from tax_rates where active order by 1, 2`.execute(ctx.tx);
  return rows.map(({ name, percent }) => {
    const key = `${name} ${percent}`;
    const fitting = taxes.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    return {
      ...{ what: 'tax', key, title: `${name} ${percent} %`, code: kept.get(key) ?? null },
      proposal: !kept.has(key) && fitting.length === 1 ? (fitting[0]?.code ?? null) : null,
    };
  });
}
