import type { IdentifierKind } from '#shared/estate-words.ts';

export type Identifier = { readonly kind: IdentifierKind; readonly value: string };

/**
 * Values that stand for nothing, as makers of boards and virtual machines leave them; compared without case, blanks and punctuation.
 * From the field: integrations reference, section 6, and what inventory projects document as dummies.
 */
const EXCLUDED_VALUES: readonly string[] = [
  'to be filled by o.e.m.',
  'default string',
  'system serial number',
  'chassis serial number',
  'base board serial number',
  'serial number',
  'not specified',
  'not applicable',
  'not available',
  'no serial',
  'invalid',
  'unknown',
  'undefined',
  'none',
  'null',
  'n/a',
  'oem',
  'empty',
  'xxxxxxx',
  '123456789',
  '1234567890',
  '0123456789',
  '012345678',
  'localhost',
  'localhost.localdomain',
  '03000200-0400-0500-0006-000700080009',
  '00020003-0004-0005-0006-000700080009',
  '12345678-1234-5678-90ab-cddeefaabbcc',
];

const squeeze = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const ALWAYS = new Set(EXCLUDED_VALUES.map(squeeze));

/** One letter or digit over and over: `0000000`, `FFFFFFFF-FFFF-…`. */
const isMonotone = (squeezed: string) => /^(.)\1*$/u.test(squeezed);

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/;

/** Whether a text is a UUID, with or without its hyphens. */
export const isUuid = (text: string): boolean => UUID.test(text.toLowerCase());

const NORMAL: Readonly<Record<IdentifierKind, (value: string) => string | null>> = {
  uuid: (value) => (isUuid(value.trim()) ? value.trim().toLowerCase().replaceAll('-', '') : null),
  serial: (value) => {
    const serial = value.replace(/\s+/g, ' ').trim().toUpperCase();
    return serial.length >= 4 ? serial : null;
  },
  mac: (value) => {
    const mac = value.toLowerCase().replace(/[^0-9a-f]/g, '');
    return mac.length === 12 && isGlobal(mac) ? mac : null;
  },
  hostname: (value) => {
    const host = value.trim().toLowerCase().split('.')[0] ?? '';
    return host.length >= 2 ? host : null;
  },
};

/**
 * Whether a MAC address was given to one card by its maker: not a group's, and not made up on the machine (docker, virtual adapters,
 * random addresses of wireless cards), by the two lowest bits of the first octet (IEEE 802).
 */
function isGlobal(mac: string): boolean {
  const first = Number.parseInt(mac.slice(0, 2), 16);
  return (first & 0b11) === 0;
}

const MAC = /^[0-9a-f]{2}([:\s-]?[0-9a-f]{2}){5}$|^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i;

/** Whether a text is one MAC address, in any of the usual notations. */
export const isMac = (text: string): boolean => MAC.test(text);

/** An identifier for people, in the usual notation: it is compared without marks. */
export function identifierText({ kind, value }: Identifier): string {
  if (kind === 'mac') return macText(value);
  return kind === 'uuid' ? value.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : value;
}

/**
 * MAC addresses, one or several with commas between them, in one notation: lower case with colons, whether they came as `8C-04-BA-…`,
 * `8c04.ba11.2233` or without marks. What is none stays as it is.
 */
export const macText = (text: string): string =>
  text
    .replace(/[^,]+/g, (one) =>
      MAC.test(one.trim())
        ? one.replace(/\S.*\S/, (mac) =>
            mac
              .toLowerCase()
              .replace(/[^0-9a-f]/g, '')
              .replace(/..(?=.)/g, '$&:'),
          )
        : one,
    )
    .trim();

/** The identifier as it is compared, or null where its value stands for nothing. `excluded` are the installation's own such values. */
export function normalIdentifier(
  { kind, value }: Identifier,
  excluded: ReadonlySet<string> = new Set(),
): Identifier | null {
  if (value.length > 200) return null;
  const normal = NORMAL[kind](value);
  if (normal === null) return null;
  const squeezed = squeeze(normal);
  if (squeezed === '' || isMonotone(squeezed) || ALWAYS.has(squeezed) || excluded.has(squeezed)) return null;
  return { kind, value: normal };
}

/** The same for many: each once. */
export function normalIdentifiers(given: readonly Identifier[], excluded?: readonly string[]): Identifier[] {
  const own = new Set((excluded ?? []).map(squeeze));
  const found = given.map((one) => normalIdentifier(one, own)).filter((one) => one !== null);
  return [...new Map(found.map((one) => [`${one.kind} ${one.value}`, one])).values()];
}
