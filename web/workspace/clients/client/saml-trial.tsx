import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { ClientProviderView, SamlAnswer } from '#shared/client-sso.ts';
import { SAML_FAULTS, type SamlFaultCode } from '#shared/saml-words.ts';
import { REFUSALS, type Refusal } from '#shared/sign-in-words.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../../session/send.ts';
import { endsSoon } from './saml-ends.ts';

type Props = { client: string; provider: ClientProviderView; unsaved: boolean };

/** How long its certificates last, what the provider said last, and trying it out. */
export function SamlTrial({ client, provider, unsaved }: Props) {
  const [busy, setBusy] = useState(false);
  const { saml } = provider;
  if (!saml) return null;
  const go = async () => {
    setBusy(true);
    try {
      const params = { id: client, providerId: provider.id };
      const { url } = await send('POST /clients/{id}/saml-providers/{providerId}/trials', { params });
      window.location.assign(url);
    } catch (error) {
      toast.fault(error, 'Not tried out');
      setBusy(false);
    }
  };
  return (
    <div className="f-saml-part">
      {saml.certificates.map(({ fingerprint, name, expiresAt }) => (
        <p key={fingerprint} className="f-plain">
          Certificate <bdi>{name}</bdi>, until <TimeAgo at={expiresAt} long />{' '}
          {endsSoon(expiresAt) && (
            <Badge color={endsSoon(expiresAt) === 'over' ? 'red' : 'yellow'}>
              {endsSoon(expiresAt) === 'over' ? 'Is over' : 'Ends soon'}
            </Badge>
          )}
        </p>
      ))}
      {saml.lastAnswer && <LastAnswer answer={saml.lastAnswer} />}
      <Button
        variant="default"
        size="compact-sm"
        loading={busy}
        disabled={unsaved || saml.signOnUrl === ''}
        onClick={() => void go()}
      >
        Try it out
      </Button>
      <p className="f-plain f-dim">
        {unsaved
          ? 'Save first.'
          : 'You sign in there as somebody of the client, and come back here. Nobody is signed in to the portal.'}
      </p>
    </div>
  );
}

function LastAnswer({ answer }: { answer: SamlAnswer }) {
  const { at, trial, fault, detail, who } = answer;
  return (
    <div role="status">
      <p className="f-plain">
        {trial ? 'Tried out' : 'Last answer'} <TimeAgo at={at} />:{' '}
        {fault === null ? 'taken.' : (SAML_FAULTS[fault as SamlFaultCode] ?? fault)}
      </p>
      {detail !== '' && (
        <p className="f-plain f-mono">
          <bdi>{detail}</bdi>
        </p>
      )}
      {who && (
        <p className="f-plain">
          <bdi>{[who.name, who.email, who.subject].filter(Boolean).join(' · ')}</bdi>: {outcomeWords(who.outcome)}
        </p>
      )}
    </div>
  );
}

/** What would come of somebody who signs in. */
function outcomeWords(outcome: string): string {
  if (outcome === 'known') return 'would be signed in as a contact whom you know.';
  if (outcome === 'new') return 'would be signed in, and made a contact.';
  if (outcome === 'unverified')
    return 'would be refused: no address counts. It must be one that the provider says, of a domain that is named above.';
  if (outcome === 'unknown') return 'would be refused: there is no contact of this address, and new ones are not made.';
  if (outcome === 'linked')
    return 'would be refused: the contact of this address signs in as somebody else there. Unlink them on the contact’s page.';
  return REFUSALS[outcome as Refusal] ?? outcome;
}
