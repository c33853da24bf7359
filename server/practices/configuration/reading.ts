import type { IdentifierKind, InventorySection } from '#shared/estate-words.ts';

/** A value of an attribute; null says that the source knows of none. */
export type ReadingValue = string | number | boolean | null;

/**
 * What one source says of one device at one time, in Fettle's words, whatever system it came from. Whatever is left out was not said and
 * stays as it was; null says that the source knows of none any more. Times are ISO 8601 in UTC, sizes are MB (10⁶ bytes) unless the
 * attribute's name says otherwise.
 */
export type DeviceReading = {
  /** The device's id at the source; it stays when the device is renamed or moved. At most 200 characters. */
  readonly externalId: string;
  /** What people call it: its host name without a domain, or the name given at the source. */
  readonly name: string;
  /** The key of a class, such as `server`, `workstation`, `laptop`, `switch`; null where the source does not tell. */
  readonly classKey: string | null;
  /** By what it may be known again. Values that stand for nothing ("To be filled by O.E.M.") are thrown out by whoever takes the reading. */
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[];
  /** By the key of the attribute, such as `manufacturer`, `operatingSystem`, `memoryMb`. Keys that no class has are kept unshown. */
  readonly attributes: Readonly<Record<string, ReadingValue>>;
  readonly online?: boolean | null;
  readonly lastSeenAt?: string | null;
  /** Who was signed in last, as the source writes it (`ACME\\jo.lee`). */
  readonly user?: string | null;
  /** Whether the source says that it is being worked on: nothing it alerts of is anybody's trouble. */
  readonly inMaintenance?: boolean;
  /** Where a person opens it in the source, and where remote control begins. */
  readonly openUrl?: string | null;
  readonly remoteUrl?: string | null;
  /** Everything installed; left out where it was not asked. */
  readonly software?: readonly SoftwareReading[];
  /** Lists of parts; a section that is left out was not asked. */
  readonly sections?: Readonly<Partial<Record<InventorySection, readonly Readonly<Record<string, ReadingValue>>[]>>>;
  /**
   * Beside what lists software or parts: what the source says of the device at the same time without them. A later reading that says just
   * this is no news. Left out where the source is always asked for all.
   */
  readonly brief?: DeviceReading;
};

export type SoftwareReading = {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  /** `YYYY-MM-DD`, or null. */
  readonly installedOn: string | null;
};
