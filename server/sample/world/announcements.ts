import type { AnnouncementKind, ServiceTrouble } from '#shared/announcement-words.ts';

/** Something that Harbour IT told its clients. Hours count back from the sample's end; negative ones are to come. */
export type AnnouncementSpec = {
  kind: AnnouncementKind;
  title: string;
  text: string;
  /** Those that have one of these; absent: all clients. */
  services?: readonly string[];
  effect?: ServiceTrouble;
  from: number;
  until?: number;
  published: number;
  updates?: readonly { at: number; text: string }[];
  ended?: { at: number; text: string };
};

export const ANNOUNCEMENTS: readonly AnnouncementSpec[] = [
  {
    kind: 'outage',
    title: 'Remote access is slow',
    text: 'Connecting takes up to a minute, and remote desktops stutter. Whoever is in the office is not affected.',
    services: ['Remote access'],
    effect: 'degraded',
    from: 3,
    published: 2.7,
    updates: [{ at: 1.5, text: 'One of two gateways takes all connections. We are bringing the second one back.' }],
  },
  {
    kind: 'maintenance',
    title: 'New firewall software in the night to Saturday',
    text: 'Internet links are away twice for some minutes. Telephones that use them are away as well.',
    services: ['Network and Wi-Fi'],
    from: -80,
    until: -84,
    published: 20,
  },
  {
    kind: 'notice',
    title: 'Passkeys instead of passwords',
    text: 'From next month you can sign in with your fingerprint or face. We will write to each of you when it is your turn; you need do nothing until then.',
    from: 50,
    published: 50,
  },
  {
    kind: 'outage',
    title: 'Mail from outside does not arrive',
    text: 'Mail from other companies waits at our mail filter; nothing is lost. Mail within your company works.',
    services: ['E-mail and calendar'],
    from: 412,
    published: 411.5,
    updates: [{ at: 410, text: 'A certificate of the filter had expired. It is being renewed.' }],
    ended: { at: 408.8, text: 'All mail that waited has been delivered.' },
  },
  {
    kind: 'maintenance',
    title: 'Storage moved to faster disks',
    text: 'Files can be read but not changed while it runs.',
    services: ['File storage'],
    from: 900,
    until: 896,
    published: 980,
    ended: { at: 896, text: '' },
  },
];
