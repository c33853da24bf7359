/** The number under which somebody pays taxes, with what it is called; null for whoever has none. */
export const taxNumberOf = (
  { taxNumberName, taxNumber }: { readonly taxNumberName: string; readonly taxNumber: string },
  called = '',
): string | null => (taxNumber.trim() === '' ? null : `${taxNumberName || called} ${taxNumber}`.trim());
