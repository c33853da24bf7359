/** When a service of a client was not there. Hours count back from the sample's end; negative ones are to come. */
export type OutageSpec = {
  client: string;
  service: string;
  title: string;
  from: number;
  /** Null: it lasts. */
  until: number | null;
  planned?: true;
  /** How much of it was missing, in percent; all unless said. */
  share?: number;
  cause?: string;
};

/** Days before the end on which scanning did not work, until that was made better. */
const SCANNING = [78, 73, 68, 64, 59, 55, 50, 46];

export const OUTAGES: readonly OutageSpec[] = [
  ...SCANNING.map((day) => ({
    ...{ client: 'ACME', service: 'Printing', title: 'Scans did not arrive by mail', share: 40 },
    ...{ from: 24 * day, until: 24 * (day - 1), cause: 'The scan server stopped sending.' },
  })),
  {
    client: 'ACME',
    service: 'Network and Wi-Fi',
    title: 'The internet link of the head office was away',
    from: 1_460,
    until: 1_453,
    cause: 'The carrier cut a fibre during road works. The mobile link had no SIM in it.',
  },
  {
    client: 'ACME',
    service: 'Network and Wi-Fi',
    title: 'Wi-Fi on the second floor was slow',
    from: 620,
    until: 610,
    share: 30,
    cause: 'A controller update set all access points to one channel.',
  },
  {
    client: 'ACME',
    service: 'Printing',
    title: 'Nothing could be printed',
    from: 2_900,
    until: 2_893,
    cause: 'The print server had no disk space left.',
  },
  {
    client: 'ACME',
    service: 'E-mail and calendar',
    title: 'Mailboxes are moved to another region',
    from: -60,
    until: -64,
    planned: true,
  },
  {
    client: 'BIRCH',
    service: 'Managed desktop',
    title: 'Laptops could not be unlocked after an update',
    from: 200,
    until: 194,
    share: 60,
    cause: 'A faulty driver in the ring for pilots reached everybody.',
  },
  {
    client: 'BIRCH',
    service: 'Identity and access',
    title: 'Nobody could sign in',
    from: 3_610,
    until: 3_607,
    cause: 'The certificate of the identity provider had expired.',
  },
  {
    client: 'CORAL',
    service: 'Printing',
    title: 'The label printers of the warehouse stand still',
    from: 4,
    until: null,
    share: 40,
  },
];
