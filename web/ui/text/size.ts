const KILO = 1024;

/** A file's size as people say it: `12 KB`. */
export const sizeOf = (bytes: number): string =>
  bytes < KILO
    ? `${bytes} B`
    : bytes < KILO * KILO
      ? `${Math.round(bytes / KILO)} KB`
      : `${(bytes / KILO / KILO).toFixed(1)} MB`;
