import { foldedWords } from '#kernel/fold.ts';
import { typingErrors } from '#kernel/typing-errors.ts';

/** A client with its sites, as far as names go. */
export type KnownClient = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
};

export type Suggested = { readonly clientId: string; readonly siteId: string | null; readonly why: string };

/** What firms are called behind their names: two that differ in it alone are one. */
const FORMS = new Set(
  'ltd limited inc incorporated llc llp plc corp corporation co company pty gmbh ag kg bv nv sa sas sarl srl spa oy ab as aps the and'.split(
    ' ',
  ),
);
/** Shorter names differ in one letter too easily. */
const LEAST_LETTERS = 6;

const plain = (name: string): string => {
  const words = foldedWords(name);
  const kept = words.filter((word) => !FORMS.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
};

/** Suggests for places at a vendor which client and site they may stand for, by their names, always with the reason. */
export function suggester(clients: readonly KnownClient[]) {
  const known = clients.map((client) => ({
    ...client,
    plain: plain(client.name),
    places: client.sites.map((site) => ({ ...site, plain: plain(site.name) })),
  }));
  type Known = (typeof known)[number];
  const byName = Map.groupBy(known, (client) => client.plain);
  const byCode = new Map(known.map((client) => [client.code.toLowerCase(), client]));
  const only = (found: readonly Known[] | undefined) => (found?.length === 1 ? found[0] : undefined);
  const placeIn = (client: Known, name: string) => client.places.find((place) => place.plain === name && name !== '');

  const byParent = (name: string, parent: string | null): Suggested | null => {
    const client = parent === null ? undefined : only(byName.get(plain(parent)));
    if (!client) return null;
    const place = placeIn(client, name);
    const why = place
      ? `“${parent}” above it has the client’s name, and the site has the same name`
      : `“${parent}” above it has the client’s name`;
    return { clientId: client.id, siteId: place?.id ?? null, why };
  };
  const byPrefix = (name: string): Suggested | null => {
    const found = known.filter((client) => client.plain !== '' && name.startsWith(`${client.plain} `));
    const longest = Math.max(...found.map((client) => client.plain.length));
    const client = only(found.filter((one) => one.plain.length === longest));
    if (!client) return null;
    const place = placeIn(client, name.slice(client.plain.length + 1));
    const why = place
      ? 'Begins with the client’s name and ends with that of the site'
      : 'Begins with the client’s name';
    return { clientId: client.id, siteId: place?.id ?? null, why };
  };
  const byTyping = (name: string): Suggested | null => {
    if (name.length < LEAST_LETTERS) return null;
    const client = only(known.filter((one) => typingErrors(name, one.plain, 1) <= 1));
    return client ? { clientId: client.id, siteId: null, why: 'Differs from the client’s name in one letter' } : null;
  };

  return (site: { name: string; parentName: string | null }): Suggested | null => {
    const name = plain(site.name);
    const under = byParent(name, site.parentName);
    if (under) return under;
    const same = only(byName.get(name));
    if (same) return { clientId: same.id, siteId: null, why: 'Has the client’s name' };
    const coded = byCode.get(name);
    if (coded) return { clientId: coded.id, siteId: null, why: 'Is the client’s code' };
    return byPrefix(name) ?? byTyping(name);
  };
}
