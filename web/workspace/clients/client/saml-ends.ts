const SOON_MS = 30 * 86_400_000;

/** Whether the end of a certificate is near, or over. */
export function endsSoon(expiresAt: string, now = Date.now()): 'soon' | 'over' | null {
  const left = Date.parse(expiresAt) - now;
  return left <= 0 ? 'over' : left < SOON_MS ? 'soon' : null;
}

/** Whether no certificate of a provider lasts much longer: with the next one beside it, nothing need be done. */
export const certificatesEnd = ({ certificates }: { certificates: readonly { expiresAt: string }[] }): boolean =>
  certificates.length > 0 && certificates.every(({ expiresAt }) => endsSoon(expiresAt) !== null);
