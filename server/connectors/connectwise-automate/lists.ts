import {
  type Caller,
  everyRecord,
  type ListedPage,
  type Loose,
  looseListOf,
  ProviderFault,
} from '#server/connectors/core/index.ts';
import { API } from './calls.ts';

/** The most that Automate documents. */
const MOST_A_PAGE = 1_000;

export type List = {
  /** Behind the API's root, such as `/Computers`. */
  readonly path: string;
  /** The field that orders the list; without one, pages shift. */
  readonly orderBy: string;
  readonly idOf: (record: Loose) => string | null;
  readonly fields?: string;
  readonly condition?: string;
  /** Nothing is concluded from what is missing. */
  readonly once?: boolean;
  /** Of one computer: a short page is taken for the last without a look behind it, as there are so many of these. */
  readonly isSmall?: boolean;
};

/** Lists records of the API. */
export type Lists = {
  /** Every record, in the parts in which they come. Throws `ProviderFault`. */
  records(list: List): AsyncGenerator<readonly Loose[]>;
  all(list: List): Promise<Loose[]>;
};

/**
 * A list says nowhere how long it is: it ends with a page that is shorter than others. A server may give fewer than it is asked for,
 * so how many it gives is learned where a short page is not the last.
 */
export function openLists(caller: Caller): Lists {
  let size = MOST_A_PAGE;

  const read = async ({ path, orderBy, fields, condition }: List, page: number): Promise<readonly unknown[]> => {
    const query = { page, pagesize: MOST_A_PAGE, orderby: orderBy, includefields: fields, condition };
    const answer = await caller.json({ path: `${API}${path}`, query });
    if (Array.isArray(answer)) return answer;
    throw new ProviderFault('malformed', `Automate’s answer to ${path} holds no list.`);
  };
  const pager = (list: List) => {
    let ahead: readonly unknown[] | null = null;
    return async (page: number): Promise<ListedPage<Loose>> => {
      const records = ahead ?? (await read(list, page));
      ahead = null;
      if (!list.isSmall && records.length > 0 && records.length < size) {
        ahead = await read(list, page + 1);
        if (ahead.length > 0) size = records.length;
      }
      const isLast = ahead === null ? records.length < size : ahead.length === 0;
      if (isLast) ahead = null;
      return { items: looseListOf(records), isLast };
    };
  };
  const records: Lists['records'] = (list) => everyRecord(pager(list), list.idOf, { once: list.once === true });
  return {
    records,
    async all(list) {
      const found: Loose[] = [];
      for await (const part of records(list)) found.push(...part);
      return found;
    },
  };
}
