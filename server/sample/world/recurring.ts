import type { Recurrence } from '#shared/recurrence.ts';

/** Tickets that come by themselves. `requester` is the place in the client's list of people. */
export const RECURRING: readonly {
  client: string;
  name: string;
  template: string;
  rule: Omit<Recurrence, 'start'>;
  title?: string;
}[] = [
  {
    client: 'ACME',
    name: 'Test restore at Acme',
    template: 'backup',
    rule: { frequency: 'monthly', interval: 1, nth: { week: 1, weekday: 2 }, time: '09:00' },
  },
  {
    client: 'ACME',
    name: 'Patching at Acme',
    template: 'patching',
    rule: { frequency: 'monthly', interval: 1, nth: { week: 3, weekday: 4 }, time: '08:30' },
  },
  {
    client: 'BIRCH',
    name: 'Test restore at Birch Legal',
    template: 'backup',
    rule: { frequency: 'monthly', interval: 1, nth: { week: 2, weekday: 3 }, time: '09:00' },
  },
  {
    client: 'CORAL',
    name: 'Visit to Coral Dental',
    template: 'visit',
    rule: { frequency: 'monthly', interval: 3, nth: { week: 1, weekday: 1 }, time: '08:00' },
  },
  {
    client: 'BREN',
    name: 'Patching at St Brendan’s',
    template: 'patching',
    rule: { frequency: 'monthly', interval: 1, nth: { week: 2, weekday: 2 }, time: '10:00' },
  },
  {
    client: 'SALT',
    name: 'Visit to the Kalgoorlie camp',
    template: 'visit',
    rule: { frequency: 'monthly', interval: 3, nth: { week: 2, weekday: 2 }, time: '07:30' },
  },
  {
    client: 'THORN',
    name: 'Test restore at Thornbury & Vale',
    template: 'backup',
    rule: { frequency: 'monthly', interval: 1, nth: { week: 1, weekday: 3 }, time: '09:30' },
  },
];
