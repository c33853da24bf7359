import { setTimeout } from 'node:timers/promises';
import { type Services, withContext } from '#platform/context/index.ts';
import {
  fetchFor,
  type Loose,
  looseListOf,
  looseOf,
  openCaller,
  openSharedPace,
  openTokenKeeper,
  ProviderFault,
  reachOf,
  type TokenShelf,
  textOf,
} from '#server/connectors/core/index.ts';
import { BOOKKEEPING } from './link.ts';
import { accessToken } from './token.ts';

const ROOT = '/api.xro/2.0';
const PAGE = 100;
/** Xero’s limit of an organisation is 60 calls a minute; some are left to others who use it. */
const PACE = openSharedPace({ calls: 50, windowMs: 60_000 });

/** What came of one of several elements that were written. */
export type Written = { readonly element: Loose; readonly faults: readonly string[] };

/** A call to write that Xero did not take as a whole (HTTP 400): nothing of it was done. */
export class CallRefused extends ProviderFault {
  constructor(said: string) {
    super('malformed', `Xero does not take this call: ${said || 'it did not say why'}`);
  }
}

/** An organisation at Xero. Every call throws `ProviderFault` where it cannot be reached or refuses. */
export type Xero = {
  organisations(): Promise<{ id: string; name: string }[]>;
  /** One list that has no pages, or one thing: its elements by the name of the list. */
  read(what: string, name: string, query?: Readonly<Record<string, string>>): Promise<Loose[]>;
  /** Every page of a list. */
  pages(what: string, query?: Readonly<Record<string, string>>, since?: string | null): AsyncGenerator<Loose[]>;
  /**
   * Writes elements of which each may be refused by itself, in the order in which they were given. `key` makes a call that is made twice
   * count once.
   */
  write(method: 'PUT' | 'POST', what: string, elements: readonly object[], key: string): Promise<Written[]>;
};

type Place = { readonly apiUrl: string; readonly tenantId: string | null };

/** Opens a session; nothing is asked yet. */
export async function openXero(services: Services, { apiUrl, tenantId }: Place, signal: AbortSignal): Promise<Xero> {
  const reach = await withContext(services, BOOKKEEPING, reachOf);
  const now = () => Date.parse(services.now());
  const wait = async (ms: number) => void (await setTimeout(ms, undefined, { signal }));
  const pace = PACE({ now, wait, signal });
  const shelf: TokenShelf = { held: null };
  const caller = openCaller({
    ...{ baseUrl: apiUrl, fetch: fetchFor(services, apiUrl, reach), now, wait, signal, vendor: 'Xero', secrets: [] },
    pace: () => pace,
    token: openTokenKeeper(() => accessToken(services, shelf.held?.token ?? null), now, shelf),
    authorised: (token) => ({ authorization: `Bearer ${token}` }),
    judge: ({ status }, { method = 'GET' }, said) =>
      status === 400 && method !== 'GET' ? new CallRefused(said) : null,
  });
  const headers = tenantId === null ? {} : { 'xero-tenant-id': tenantId };
  const listIn = (told: unknown, name: string): Loose[] => {
    const list = looseOf(told)[name];
    if (!Array.isArray(list)) throw new ProviderFault('malformed', `Xero answered no list of ${name}.`);
    return looseListOf(list);
  };
  return {
    async organisations() {
      const told = await caller.json({ path: '/connections' });
      return looseListOf(told).flatMap((one) => {
        const id = textOf(one['tenantId']);
        return id !== null && one['tenantType'] === 'ORGANISATION'
          ? [{ id, name: textOf(one['tenantName']) ?? id }]
          : [];
      });
    },
    async read(what, name, query = {}) {
      return listIn(await caller.json({ path: `${ROOT}/${what}`, query, headers }), name);
    },
    async *pages(what, query = {}, since = null) {
      const changed = since === null ? {} : { 'if-modified-since': since.slice(0, 19) };
      // A page may hold fewer than were asked for; the last is the one that holds none.
      for (let page = 1; ; page++) {
        const asked = { ...query, page, pageSize: PAGE };
        const told = await caller.json({ path: `${ROOT}/${what}`, query: asked, headers: { ...headers, ...changed } });
        const list = listIn(told, what);
        if (list.length === 0) return;
        yield list;
      }
    },
    async write(method, what, elements, key) {
      const name = what.split('/').at(-1) ?? what;
      const told = await caller.json({
        ...{ method, path: `${ROOT}/${what}`, isRepeatable: true, json: { [name]: elements } },
        query: { summarizeErrors: 'false', unitdp: '4' },
        headers: { ...headers, 'idempotency-key': key },
      });
      const list = listIn(told, name);
      if (list.length !== elements.length)
        throw new ProviderFault('malformed', `Xero answered ${list.length} of ${elements.length} ${name}.`);
      return list.map((element) => ({ element, faults: faultsOf(element) }));
    },
  };
}

function faultsOf(element: Loose): string[] {
  const said = looseListOf(element['ValidationErrors']).flatMap(({ Message }) => textOf(Message) ?? []);
  const isWrong = element['StatusAttributeString'] === 'ERROR' || element['HasErrors'] === true;
  return isWrong && said.length === 0 ? ['it did not say why'] : said;
}
