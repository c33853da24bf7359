import type { BilledWay, ProductKind } from '#shared/product-words.ts';

/** What Harbour IT sells: in whole Australian dollars, and what one costs it. */
export type SoldSpec = {
  readonly code: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly billed: BilledWay;
  readonly unit: string;
  readonly price: number;
  readonly cost: number;
  readonly supplier: string;
  readonly description: string;
};

const [WHOLESALER, CLOUD, OWN] = ['Southern Wholesale', 'Cloud distributor', ''];
const sold =
  (kind: ProductKind, billed: BilledWay, unit: string, supplier: string) =>
  (code: string, name: string, price: number, cost: number, description = ''): SoldSpec => ({
    ...{ code, name, kind, billed, unit, price, cost, supplier, description },
  });
const goods = sold('goods', 'once', '', WHOLESALER);
const licence = sold('licence', 'monthly', 'user', CLOUD);
const managed = sold('service', 'monthly', 'device', OWN);
const fixed = sold('service', 'once', '', OWN);
const labour = sold('labour', 'once', 'h', OWN);

export const PRICE_BOOK: readonly SoldSpec[] = [
  goods('LAP-14', 'Laptop 14", 16 GB, 512 GB', 1_890, 1_520, 'Three years of on-site warranty.'),
  goods('LAP-16', 'Laptop 16", 32 GB, 1 TB', 2_790, 2_265, 'Three years of on-site warranty.'),
  goods('DESK-S', 'Small desktop, 16 GB, 512 GB', 1_290, 1_015),
  goods('DOCK', 'Docking station, USB-C', 329, 248),
  goods('MON-27', 'Monitor 27", USB-C', 589, 455),
  goods('KBM', 'Keyboard and mouse, wireless', 99, 68),
  goods('HEAD', 'Headset for meetings', 219, 164),
  goods('FW-60', 'Firewall for up to 60 people', 1_650, 1_210, 'With the vendor’s replacement within a business day.'),
  goods(
    'FW-200',
    'Firewall for up to 200 people',
    3_950,
    2_980,
    'With the vendor’s replacement within a business day.',
  ),
  goods('SW-24', 'Switch, 24 ports, PoE', 1_190, 890),
  goods('SW-48', 'Switch, 48 ports, PoE', 2_090, 1_570),
  goods('AP-6', 'Access point, Wi-Fi 6', 389, 282),
  goods('UPS-1500', 'Uninterruptible power supply, 1500 VA', 980, 745),
  goods('NAS-4', 'Storage with four discs of 8 TB', 2_650, 2_080),
  goods('CAM-R', 'Camera for a meeting room', 1_450, 1_105),
  licence('M365-BP', 'Microsoft 365 Business Premium', 36, 30),
  licence('M365-E3', 'Microsoft 365 E3', 62, 54),
  licence('MAILSEC', 'Mail filter with archive', 9, 5),
  licence('AWARE', 'Security awareness training', 5, 3, 'A short lesson each month and a test now and then.'),
  licence('PWM', 'Password manager', 8, 5),
  sold('licence', 'once', '', CLOUD)('WIN-SRV', 'Windows Server, 16 cores', 1_790, 1_540),
  managed('MFW', 'Managed firewall', 85, 22, 'Watched around the clock, with updates outside office hours.'),
  managed('MSW', 'Managed switch', 24, 6),
  managed(
    'BKP-1',
    'Backup of a server, up to 1 TB',
    120,
    48,
    'Kept for 90 days in two places; a restore is tried each month.',
  ),
  managed(
    'BKP-5',
    'Backup of a server, up to 5 TB',
    290,
    130,
    'Kept for 90 days in two places; a restore is tried each month.',
  ),
  managed('EDR', 'Threat detection on a computer', 11, 6, 'Watched by people around the clock.'),
  fixed('SETUP-PC', 'Setting up a computer', 220, 95, 'With the data of the old one.'),
  fixed('AUDIT', 'Security review with report', 2_400, 1_150),
  labour('ENG', 'Engineer', 180, 92),
  labour('SENIOR', 'Senior engineer', 220, 108),
];

/** What an Australian dollar is in other currencies of the price book, in thousandths. */
export const ABROAD_RATES: Readonly<Record<string, number>> = {
  NZD: 1_090,
  USD: 660,
  EUR: 605,
  GBP: 515,
  SGD: 880,
  JPY: 97_000,
};

type OfferedSpec = {
  readonly code: string;
  readonly quantity: string;
  readonly discount?: string;
  readonly choice?: 'optional' | 'one_of';
  readonly group?: string;
};
export type QuoteSpec = {
  /** Which client of the sample, by where it stands. */
  readonly client: number;
  readonly title: string;
  readonly introduction: string;
  /** How many days ago it was sent; null for a draft. */
  readonly sentDaysAgo: number | null;
  readonly validDays: number;
  readonly becomes: 'draft' | 'sent' | 'accepted' | 'declined' | 'withdrawn' | 'revised';
  readonly lines: readonly OfferedSpec[];
};

export const QUOTE_TERMS =
  'Prices hold until the day above. Goods stay ours until they are paid. Work is done in office hours unless agreed otherwise.';
export const DECLINED_BECAUSE = 'We wait with this until the next financial year.';

/** What clients were offered. The first waits at Acme, with a spare unit that may be taken and one of two backups to choose. */
export const QUOTES: readonly QuoteSpec[] = [
  {
    ...{ client: 0, title: 'New firewall for the head office', sentDaysAgo: 4, validDays: 30, becomes: 'sent' },
    introduction:
      'As discussed: the firewall in the head office is at the end of its life, and the backup grows beyond its plan.',
    lines: [
      { code: 'FW-60', quantity: '1', discount: '5' },
      { code: 'ENG', quantity: '6' },
      { code: 'UPS-1500', quantity: '1', choice: 'optional' },
      { code: 'MFW', quantity: '1' },
      { code: 'BKP-1', quantity: '1', choice: 'one_of', group: 'Backup' },
      { code: 'BKP-5', quantity: '1', choice: 'one_of', group: 'Backup' },
    ],
  },
  {
    ...{ client: 1, title: 'Laptops for two new people', sentDaysAgo: 15, validDays: 21, becomes: 'accepted' },
    introduction: 'Two places like those that you have.',
    lines: [
      { code: 'LAP-14', quantity: '2' },
      { code: 'DOCK', quantity: '2', choice: 'optional' },
      { code: 'SETUP-PC', quantity: '2' },
      { code: 'EDR', quantity: '2' },
    ],
  },
  {
    ...{ client: 2, title: 'Security review', sentDaysAgo: 40, validDays: 30, becomes: 'declined' },
    introduction: 'What your insurer asks about, looked at in two days.',
    lines: [{ code: 'AUDIT', quantity: '1' }],
  },
  {
    ...{ client: 0, title: 'Wireless in the warehouse', sentDaysAgo: 75, validDays: 30, becomes: 'sent' },
    introduction: 'After the survey: six access points and a switch.',
    lines: [
      { code: 'AP-6', quantity: '6', discount: '10' },
      { code: 'SW-24', quantity: '1' },
      { code: 'ENG', quantity: '8' },
    ],
  },
  {
    ...{ client: 1, title: 'Meeting room on the second floor', sentDaysAgo: null, validDays: 30, becomes: 'draft' },
    introduction: '',
    lines: [
      { code: 'CAM-R', quantity: '1' },
      { code: 'MON-27', quantity: '2' },
      { code: 'ENG', quantity: '3' },
    ],
  },
  {
    ...{ client: 3, title: 'Mail filter for everybody', sentDaysAgo: 20, validDays: 45, becomes: 'withdrawn' },
    introduction: 'As asked after the wave of forged invoices.',
    lines: [{ code: 'MAILSEC', quantity: '25' }],
  },
  {
    ...{ client: 4, title: 'Storage for the scans', sentDaysAgo: 12, validDays: 30, becomes: 'revised' },
    introduction: 'The old storage is 90 % full.',
    lines: [
      { code: 'NAS-4', quantity: '1', discount: '4' },
      { code: 'SENIOR', quantity: '4' },
      { code: 'BKP-5', quantity: '1' },
    ],
  },
];
