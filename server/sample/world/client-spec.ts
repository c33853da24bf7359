import type { Culture } from './names.ts';

export type Industry =
  | 'manufacturing'
  | 'legal'
  | 'dental'
  | 'logistics'
  | 'care'
  | 'school'
  | 'accounting'
  | 'hotel'
  | 'engineering'
  | 'property'
  | 'design'
  | 'health'
  | 'wholesale'
  | 'builder'
  | 'mining'
  | 'vet'
  | 'aviation'
  | 'farm'
  | 'drinks'
  | 'retail'
  | 'insurance'
  | 'media'
  | 'charity'
  | 'childcare'
  | 'travel';

/** A client of Harbour IT as the sample makes it. */
export type ClientSpec = {
  code: string;
  name: string;
  /** Of its mail and web: below `.example`, which leads nowhere. */
  domain: string;
  industry: Industry;
  group: 'gold' | 'silver' | 'bronze';
  timeZone: string;
  country: string;
  region: string;
  language: string;
  people: number;
  /** Where its names come from, the heavier the more. */
  cultures: Partial<Record<Culture, number>>;
  /** The first is the head office. `dial` is followed by three digits. */
  sites: readonly { name: string; address: string; timeZone?: string }[];
  dial: string;
  /** The system that the business runs on. */
  app: string;
  carrier: string;
  notes: string;
  /** Served around the clock, or on Saturdays too. */
  hours?: 'always' | 'saturday';
  /** The client's own priority grid, where its contract has one. */
  matrix?: readonly (readonly [number, number, number])[];
};
