import { Link } from '@tanstack/react-router';
import type { ClientView } from '#shared/client.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { TIME_ZONES } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { send } from '../../session/send.ts';

const LABELS = { name: 'Name', timeZone: 'Time zone' } as const;
const valuesOf = ({ name, timeZone }: ClientView) => ({ name, timeZone });

/** The MSP itself: how it is called, and by which clock it lives. */
export default function CompanyPage() {
  const { data, error, refetch } = useGet('GET /clients', { query: { kind: 'internal' } });
  const own = data?.items[0];
  return (
    <>
      <PageHead title="Your company" narrow />
      <PageBody narrow>
        {own ? (
          <CompanyForm own={own} />
        ) : data ? (
          <EmptyState title="You do not see your company’s record">
            You are limited to some clients, and your own company is not one of them. Somebody who sees every client can
            change this.
          </EmptyState>
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonLines lines={4} />
        )}
      </PageBody>
    </>
  );
}

function CompanyForm({ own }: { own: ClientView }) {
  const params = { id: own.id };
  const form = useForm({
    values: valuesOf(own),
    version: own.version,
    rules: { name: needed('your company’s name') },
    draft: 'company',
    save: ({ changed, version }) =>
      send('PATCH /clients/{id}', { params, body: { version, ...changed } }, [
        'GET /me',
        'GET /clients',
        'GET /clients/{id}',
        'GET /clients/{id}/overview',
      ]),
    latest: async () => {
      const stored = await call('GET /clients/{id}', { params });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: () => toast.done('Saved'),
  });
  return (
    <>
      <FormShell form={form} submit="Save" labels={LABELS}>
        <TextField
          form={form}
          name="name"
          label={LABELS.name}
          description="Stands above every page of the workspace"
          required
          maxLength={200}
          autoComplete="organization"
        />
        <PickField
          form={form}
          name="timeZone"
          label={LABELS.timeZone}
          description="Service hours of your own tickets follow its clock; each client has its own"
          data={TIME_ZONES.includes(form.values.timeZone) ? [...TIME_ZONES] : [form.values.timeZone, ...TIME_ZONES]}
        />
      </FormShell>
      <p className="f-plain f-dim">
        Your people, sites and holidays are on{' '}
        <Link to="/clients/$id" params={params}>
          your company’s own page
        </Link>
        , as with any client.
      </p>
    </>
  );
}
