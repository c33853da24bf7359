/** A record in which everything is null but what stands in `keep`: a vendor may leave out whatever it likes. */
export function emptied<R extends Readonly<Record<string, unknown>>>(record: R, keep: readonly (keyof R)[]) {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, keep.includes(key) ? value : null]),
  ) as Record<keyof R, unknown>;
}

/** A word that no document of the vendor knows. */
export const UNKNOWN_WORD = 'BrandNewIn2027';
