import type { ClientProviderView } from '#shared/client-sso.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { send } from '../../session/send.ts';

/** Removes an identity provider of a client, once somebody is sure. */
export async function removeProvider(client: string, provider: ClientProviderView, done: () => void): Promise<void> {
  const sure = await confirm({
    title: `Remove ${provider.name}?`,
    body: 'Whoever signed in there is signed out. They stay contacts of the client.',
    action: 'Remove',
    danger: true,
  });
  if (!sure) return;
  try {
    const params = { id: client, providerId: provider.id };
    await send('DELETE /clients/{id}/identity-providers/{providerId}', { params }, [
      'GET /clients/{id}/identity-providers',
    ]);
    done();
  } catch (error) {
    toast.fault(error, 'Not removed');
  }
}
