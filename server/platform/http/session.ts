import type { Permission } from '#shared/permissions.ts';
import type { Identity } from '../context/index.ts';

/** Who calls: found from the cookie or the bearer key before the route runs. */
export type Session = {
  /** The session's or key's row. */
  readonly id: string;
  readonly via: 'cookie' | 'key';
  readonly identity: Identity & { permissions: ReadonlySet<Permission> };
  /** When the person last proved who they are (ISO); sensitive changes ask for a fresh proof. */
  readonly authenticatedAt: string;
  /** The person has a password alone where more is required: until they add to it, they have no permission. */
  readonly needsSecondFactor?: boolean;
  /** A key that ends, or works from some networks only: what it hands out must not outlast or outreach that. */
  readonly limited?: boolean;
};

/** Finds the caller from the request's credentials: null for nobody; throws `unauthenticated` for bad or ended ones. */
export type Authenticate = (credentials: {
  cookie: string | null;
  bearer: string | null;
  /** Where the request comes from. */
  address: string;
  /** The host that it asks, as a proxy that is believed passes it on. */
  host: string;
}) => Promise<Session | null>;
