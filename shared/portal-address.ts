import Type, { type Static } from 'typebox';
import { Nullable } from './http.ts';

/** Where a client's people find the portal. */
export const PortalAddress = Type.Object({
  url: Type.String({ description: 'What to hand to the client’s people' }),
  path: Type.String({ description: 'Where it is at the installation’s own address, such as /portal/for/acme' }),
  host: Nullable(Type.String({ description: 'The client’s own host name' })),
});
export type PortalAddress = Static<typeof PortalAddress>;

export const PutPortalAddress = Type.Object({
  host: Nullable(
    Type.String({
      minLength: 1,
      maxLength: 253,
      description: 'A host name such as help.example.com that leads here; null for none',
    }),
  ),
});
export type PutPortalAddress = Static<typeof PutPortalAddress>;
