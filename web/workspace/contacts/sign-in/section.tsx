import { useState } from 'react';
import type { ContactCard } from '#shared/client.ts';
import type { Static } from '#shared/http.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { SessionLine } from '../../account/session-line.tsx';
import { Actions } from './actions.tsx';
import { Identities } from './identities.tsx';
import { SignInLink } from './link.tsx';
import { factsOf } from './words.tsx';

/** Sessions that are told one by one. */
const SHOWN = 5;

type Contact = Static<typeof ContactCard>['contact'];

/** By which ways somebody may come into the portal, what they have for it and where they are, and what helps when they cannot. */
export function ContactSignIn({ contact: { id, name, email } }: { contact: Contact }) {
  const { data, error, refetch } = useGet('GET /contacts/{id}/sign-in', { params: { id } });
  const linked = useGet('GET /contacts/{id}/identities', { params: { id } }).data?.items ?? [];
  const [linking, setLinking] = useState(false);
  return (
    <Section title="Signing in to the portal">
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && (
        <>
          <Facts facts={factsOf(data, { email, linked: linked.length > 0 })} />
          <Identities items={linked} />
          {data.sessions.length > 0 && (
            <ul className="f-lines" aria-label="Where they are signed in">
              {data.sessions.slice(0, SHOWN).map((session) => (
                <SessionLine key={session.id} session={session} />
              ))}
              {data.sessions.length > SHOWN && <li className="f-dim">And {data.sessions.length - SHOWN} more</li>}
            </ul>
          )}
          <Actions
            contact={{ id, name, email }}
            signIn={data}
            linked={linked.length > 0}
            onLink={() => setLinking(true)}
          />
        </>
      )}
      <Dialog title={`A link for ${name} to sign in`} opened={linking} onClose={() => setLinking(false)}>
        <SignInLink contactId={id} name={name} />
      </Dialog>
    </Section>
  );
}
