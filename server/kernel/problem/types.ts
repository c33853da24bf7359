/** Days are whole numbers, counted from 1 January 1970 in the time zone of whose days they are. */
export type Day = number;

/** An incident as the detector looks at it. */
export type Incident = {
  readonly clientId: string;
  readonly id: string;
  readonly day: Day;
  readonly categoryId: string | null;
  readonly serviceId: string | null;
  readonly itemId: string | null;
  /** Who reported it. */
  readonly person: string | null;
  /** What it is about: the words of its title, folded, without those that say nothing. */
  readonly words: readonly string[];
  /** Worked on it so far. */
  readonly minutes: number;
  /** Whether a problem that has not ended has it already: then it speaks for that one alone. */
  readonly inProblem: boolean;
};

/** Something that monitoring said again and again: the same condition of the same thing. */
export type RepeatedAlert = {
  readonly clientId: string;
  readonly id: string;
  readonly itemId: string | null;
  readonly title: string;
  /** On which day each of its times began. */
  readonly days: readonly Day[];
};

/** What a vendor warns of; it concerns every item that has all the words in one of its texts. */
export type Advisory = { readonly id: string; readonly title: string; readonly words: readonly string[] };

/** A text of an item: what it is, or one of its programs. An item stands here once for each. */
export type Item = { readonly clientId: string; readonly id: string; readonly words: readonly string[] };

/** By what incidents belong together, the narrowest first. */
export const AXES = ['advisory', 'alert', 'item', 'words', 'about', 'trend'] as const;
export type Axis = (typeof AXES)[number];

/** What a proposal is about; what does not matter to its axis is null or empty. */
export type Subject = {
  readonly itemId: string | null;
  readonly categoryId: string | null;
  readonly serviceId: string | null;
  readonly words: readonly string[];
  readonly alertId: string | null;
  readonly advisoryId: string | null;
};

/** What somebody decided about a proposal, when it had how much. */
export type Verdict = {
  readonly clientId: string;
  readonly axis: Axis;
  readonly group: string;
  readonly words: readonly string[];
  readonly said: 'accepted' | 'rejected';
  readonly day: Day;
  readonly counted: number;
  /** Of an accepted one: when its problem ended; null while it goes on, and of a rejected one. */
  readonly endedOn: Day | null;
};

/** What a group must have to be proposed, and why it is that much. */
export type Bar = { readonly needed: number; readonly days: number; readonly why: readonly string[] };

/** A problem that is proposed, with what speaks for it. */
export type Proposal = {
  readonly clientId: string;
  readonly axis: Axis;
  /** The same for the same thing, whenever it is looked for. */
  readonly group: string;
  readonly subject: Subject;
  /** Incidents, times of an alert, or items that an advisory concerns. */
  readonly counted: number;
  readonly bar: Bar;
  /** On how many days they were, and from how many people. */
  readonly days: number;
  readonly people: number;
  /** With those that narrower proposals have, and those that came before what counts: how many there are of it in the window. */
  readonly all: number;
  /** As many days before: how many there were then, all of them. */
  readonly before: number;
  readonly minutes: number;
  readonly from: Day;
  readonly to: Day;
  /** A week each, the last first: how many there were. */
  readonly weeks: readonly number[];
  /** Where there are far more lately than is usual for these weekdays: how many, and how many would be. */
  readonly rise: { readonly counted: number; readonly expected: number } | null;
  /** Incidents that speak for it, the newest first. */
  readonly incidents: readonly string[];
  readonly items: readonly string[];
  /** Of what several clients have in common: which clients; else empty. */
  readonly clientIds: readonly string[];
  /** How many times it has what is needed, twice that where it rises; by this they are in order. */
  readonly strength: number;
};
