import type { LicencePosition } from '#shared/estate.ts';

type Counted = Pick<LicencePosition, 'product' | 'seats' | 'installed'>;

/** Whether more is installed than is allowed. */
export const isShort = ({ seats, installed }: Counted): boolean => installed > seats;

/** What lies between entitlement and use, in words: `3 too few`, `All in use`, `2 free`. */
export function gapWords({ product, seats, installed }: Counted): string {
  if (product === '') return 'Not counted: it names no software';
  if (installed > seats) return `${installed - seats} too few`;
  return installed === seats ? 'All in use' : `${seats - installed} free`;
}
