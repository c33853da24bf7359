/** The life of a configuration item, in its usual order; `missing` may follow any. */
export const ITEM_STATES = [
  'on_order',
  'in_stock',
  'deployed',
  'in_maintenance',
  'retired',
  'disposed',
  'missing',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** By what an item is known again, the surest first. */
export const IDENTIFIER_KINDS = ['uuid', 'serial', 'mac', 'hostname'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export const ATTRIBUTE_TYPES = ['text', 'number', 'date', 'instant', 'flag', 'choice', 'money', 'url'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** Attributes that each source sees at its own time or says in its own words: that they differ means nothing. */
export const PASSING_ATTRIBUTES: readonly string[] = ['lastBootAt', 'antivirus', 'antivirusState'];

/** Parts that an inventory lists: each a list of records as the source says them. */
export const INVENTORY_SECTIONS = [
  'networks',
  'processors',
  'memory',
  'disks',
  'volumes',
  'users',
  'printers',
  'monitors',
  'antivirus',
  'virtualMachines',
] as const;
export type InventorySection = (typeof INVENTORY_SECTIONS)[number];

/** Who may say something of an item: a person, or a kind of system. */
export const SOURCE_KINDS = ['person', 'agent', 'rmm', 'monitor', 'import'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How an alert is meant: nothing to do, worth watching, or something is broken (ITIL: monitoring and event management). */
export const ALERT_KINDS = ['informational', 'warning', 'exception'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const ALERT_STATES = [
  'open',
  'suppressed',
  'correlated',
  'ticketed',
  'acknowledged',
  'cleared',
  'closed',
] as const;
export type AlertState = (typeof ALERT_STATES)[number];
