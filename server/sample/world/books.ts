import type { ClientSpec } from './client-spec.ts';

/** Who Harbour IT is on its invoices. The number is nobody’s. */
export const SELLER = {
  legalName: 'Harbour IT Pty Ltd',
  address: 'Level 3, 40 Wharf Street\nSydney NSW 2000\nAustralia',
  taxNumberName: 'ABN',
  taxNumber: '12 345 678 910',
  payTo: 'Harbour IT Pty Ltd, BSB 000-000, account 1234 5678\nPlease quote the number of the invoice.',
  numberPrefix: 'HIT-',
};

/** What is charged in a country: in its currency, an hour of work, a user with everything, a device that is watched; per month. */
export type PriceList = { currency: string; hour: string; user: string; device: string };

const AUSTRALIA: PriceList = { currency: 'AUD', hour: '180', user: '139', device: '14.50' };

/** Elsewhere than in Australia. Who is not named pays Australian dollars. */
const ABROAD: Readonly<Record<string, PriceList>> = {
  NZ: { currency: 'NZD', hour: '195', user: '149', device: '15.50' },
  SG: { currency: 'SGD', hour: '165', user: '125', device: '13' },
  JP: { currency: 'JPY', hour: '17500', user: '13500', device: '1400' },
  DE: { currency: 'EUR', hour: '115', user: '89', device: '9.20' },
  GB: { currency: 'GBP', hour: '98', user: '76', device: '7.90' },
  US: { currency: 'USD', hour: '125', user: '95', device: '9.95' },
};

export const pricesFor = ({ country }: Pick<ClientSpec, 'country'>): PriceList => ABROAD[country] ?? AUSTRALIA;

/** A line of a contract as its terms have it. */
export type BookedLine = {
  kind: 'all_inclusive' | 'block_hours' | 'fixed' | 'time';
  name: string;
  unit?: string;
  quantity?: string;
  price?: string;
  keepsMonths?: number;
  /** What counts how many there are. */
  counts?: 'people' | 'devices' | 'licences';
};

/** What a tier agrees to: all-inclusive users, hours that are paid ahead, or work as it comes; devices are watched beside the latter two. */
export function linesFor(
  { code, group, people }: Pick<ClientSpec, 'code' | 'group' | 'people'>,
  prices: PriceList,
): BookedLine[] {
  const devices: BookedLine = {
    ...{ kind: 'fixed', name: 'Monitored device', unit: 'device' },
    ...{ quantity: String(people + 2), price: prices.device },
    ...(code === DEVICES.client ? { counts: 'devices' } : {}),
  };
  if (group === 'gold') {
    const user: BookedLine = { kind: 'all_inclusive', name: 'All-inclusive user', unit: 'user', price: prices.user };
    return [{ ...user, quantity: String(people), ...(code === SEATS.client ? { counts: 'people' } : {}) }];
  }
  if (group === 'silver') {
    const hours = people > 10 ? '20' : '8';
    return [
      { kind: 'block_hours', name: 'Prepaid hours', unit: 'h', quantity: hours, price: prices.hour, keepsMonths: 1 },
      devices,
      ...(code === LICENCES.client ? [LICENCES.line] : []),
    ];
  }
  return [{ kind: 'time', name: 'Time and materials' }, devices];
}

/** Acme takes on people in the middle of a month: on the day of the month before this one, or of this one. */
export const SEATS = { client: 'ACME', line: 'All-inclusive user' } as const;
export const SEATS_ADDED = [
  { month: -1, day: '12', more: 2 },
  { month: 0, day: '05', more: 1 },
] as const;
/** Whose watched devices are counted: so many computers are gone since it was agreed how many there are. */
export const DEVICES = { client: 'BIRCH', classKey: 'computer', gone: 2 } as const;
/** Contracts whose term is over soon, in so many months: one that nobody has renewed, and two that go on by themselves unless told. */
export const ENDING: Readonly<Record<string, { inMonths: number; renewsMonths: number | null; noticeDays: number }>> = {
  TIDE: { inMonths: 1, renewsMonths: null, noticeDays: 60 },
  BIRCH: { inMonths: 2, renewsMonths: 12, noticeDays: 30 },
  CLOV: { inMonths: 3, renewsMonths: 24, noticeDays: 90 },
};

/** Its price rises each year, for the last time in the month before this one. */
export const UPLIFT_PERCENT = '3.5';

/** A line that was credited afterwards, and why. */
export const CREDITED = { client: 'HALC', month: -2, reason: 'Four users had left before the month began' } as const;

/** Licences that a client has from a vendor, whose list of yesterday has more, under another name. */
const PRODUCT = 'Microsoft 365 Business Premium';
export const LICENCES = {
  client: 'BIRCH',
  vendor: 'Cloud distributor',
  product: PRODUCT,
  line: {
    ...{ kind: 'fixed', name: PRODUCT, unit: 'licence', quantity: '16', price: '33', counts: 'licences' },
  } satisfies BookedLine as BookedLine,
  before: `Customer,Product,Quantity\nBirch Legal,${PRODUCT},16`,
  now: `Customer,Product,Quantity\nBirch Legal,${PRODUCT} (NCE),19`,
} as const;

/** Who is billed in another currency from this month on, for which no rate is agreed yet. */
export const NEW_CURRENCY = { client: 'MALABR', currency: 'INR' } as const;

/** Whose timesheets wait to be approved, as few as there are clients with something to look at. */
export const WAITING = ['jack', 'ngaire'] as const;
/** Who has not handed in the last weeks and wants to be reminded. */
export const FORGETS = 'luca';

/** What an hour of somebody costs Harbour IT, with all that comes with it; who is not named costs the rest. */
export const HOUR_COSTS: Readonly<Record<string, string>> = {
  priya: '92',
  hamish: '88',
  ngaire: '86',
  ruth: '58',
  dana: '52',
};
export const HOUR_COST = '64';
