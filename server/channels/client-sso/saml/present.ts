import type { Ctx } from '#platform/context/index.ts';
import type { ClientProviderView, SamlAnswer } from '#shared/client-sso.ts';
import { describeCertificate } from './certificate.ts';

/** What Fettle is called at a SAML provider: the address of its metadata for that one. */
export const entityIdOf = (baseUrl: string, providerId: string): string =>
  `${baseUrl}/api/v1/portal/sign-in/saml/${providerId}/metadata`;

/** Where a SAML provider makes browsers post its answers to: an address of its own, so that answers of two never mix up. */
export const acsPath = (id: string): string => `/api/v1/portal/sign-in/saml/${id}/acs`;

type Row = { id: string; kind: string; sign_on_url: string | null; certificates: string[]; last_answer: unknown };

/** What is shown of a provider that speaks SAML; null of any other. */
export function presentSaml(ctx: Ctx, row: Row): ClientProviderView['saml'] {
  if (row.kind !== 'saml') return null;
  return {
    signOnUrl: row.sign_on_url ?? '',
    certificates: row.certificates.map(describeCertificate),
    entityId: entityIdOf(ctx.services.baseUrl, row.id),
    lastAnswer: (row.last_answer as SamlAnswer | null) ?? null,
  };
}
