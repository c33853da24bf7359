import type { SignInMethods } from '#shared/identity.ts';
import { REFUSALS, type Refusal } from '#shared/sign-in-words.ts';
import { useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../session/send.ts';
import { SmallButton } from './parts.tsx';

type Linked = SignInMethods['identities'];

/** Signing in at the company's own identity provider, where there is one. */
export function Identities({ linked }: { linked: Linked }) {
  const { data } = useGet('GET /sign-in', {});
  const refused = useAddress().at.get('refused') ?? '';
  const providers = data?.providers ?? [];
  if (providers.length === 0 && linked.length === 0) return null;
  const link = async (key: string) => {
    const body = { intent: 'link', returnTo: '/account/sign-in' } as const;
    const { url } = await send('POST /me/identities/{key}', { params: { key }, body });
    window.location.assign(url);
  };
  const unlink = async ({ id, provider }: Linked[number]) => {
    const sure = await confirm({
      title: `Unlink ${provider}?`,
      body: 'You then sign in with your password or a passkey.',
      action: 'Unlink',
      danger: true,
    });
    if (sure) await send('DELETE /me/identities/{id}', { params: { id } }, ['GET /me/sign-in']);
  };
  const tried = (work: Promise<unknown>, what: string) => void work.catch((error: unknown) => toast.fault(error, what));
  return (
    <Section title="Sign in through your company">
      {refused in REFUSALS && (
        <p className="f-form-note" role="alert">
          {REFUSALS[refused as Refusal]}
        </p>
      )}
      <ul className="f-lines">
        {linked.map((one) => (
          <li key={one.id}>
            <div>
              {one.provider}
              <div className="f-dim">
                {one.email}
                {one.lastUsedAt && (
                  <>
                    {' '}
                    · last used <TimeAgo at={one.lastUsedAt} long />
                  </>
                )}
              </div>
            </div>
            <SmallButton onClick={() => tried(unlink(one), 'Not unlinked')}>Unlink</SmallButton>
          </li>
        ))}
        {providers
          .filter(({ name }) => !linked.some(({ provider }) => provider === name))
          .map(({ key, name }) => (
            <li key={key}>
              {name}
              <SmallButton onClick={() => tried(link(key), 'Not linked')}>Link</SmallButton>
            </li>
          ))}
      </ul>
    </Section>
  );
}
