import type { Item } from '#web/api/client.ts';

const KINDS: Readonly<Record<Item<'GET /item-duplicates'>['why'][number]['kind'], string>> = {
  uuid: 'the hardware UUID',
  serial: 'the serial number',
  mac: 'the MAC address',
  hostname: 'the host name',
};

/** Why two items may be one: "Both have the serial number 5CG1234". Pairs that somebody named share nothing that was found. */
export const sharedWords = (why: Item<'GET /item-duplicates'>['why']): string =>
  why.length === 0
    ? 'Somebody says that they are one'
    : `Both have ${why.map(({ kind, value }) => `${KINDS[kind]} ${value}`).join(', ')}`;
