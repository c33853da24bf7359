/** A request that was not sent, or an answer that was not taken, because it is outside the limits. */
export class EgressRefused extends Error {
  override readonly name: string = 'EgressRefused';
}

/** The address is not of the public internet, and nobody said that it may be connected to. */
export class PrivateAddressRefused extends EgressRefused {
  override readonly name = 'PrivateAddressRefused';
}
