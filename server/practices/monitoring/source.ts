/** Whose a place at the source is; null for one that is mapped to nobody. */
export type ClientOf = (site: string | null) => { readonly clientId: string; readonly siteId: string | null } | null;

/** The system that alerts come from, as it is configured here. */
export type AlertSource = {
  readonly id: string;
  readonly name: string;
  readonly clientOf: ClientOf;
  /** What people call a place at the source, where that is not how it is named in alerts. */
  readonly siteName?: (site: string) => string;
};
