/** A request that was not sent, or an answer that was not taken, because it is outside the limits. */
export class EgressRefused extends Error {
  override readonly name = 'EgressRefused';
}
