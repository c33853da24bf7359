import { useQueries } from '@tanstack/react-query';
import { reading } from '#web/api/use.ts';
import { ManyField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { useClients } from '../desk/names.ts';

/** A site as the form keeps it: with its client, so that it goes when its client does. */
export const siteValue = ({ id, clientId }: { id: string; clientId: string }): string => `${clientId}/${id}`;

/** Those of the clients that are chosen. */
export const ofChosen = (sites: readonly string[], clientIds: readonly string[]): string[] =>
  sites.filter((site) => clientIds.includes(site.split('/')[0] ?? ''));

/** Their ids, as the API takes them. */
export const siteIdsOf = (sites: readonly string[], clientIds: readonly string[]): string[] =>
  ofChosen(sites, clientIds).map((site) => site.split('/')[1] ?? '');

/** For more clients than this nobody goes through their sites. */
const MOST_CLIENTS = 10;
type Values = { clientIds: readonly string[]; siteIds: readonly string[] };

/** To which sites of the chosen clients it is narrowed; nothing where they have none. */
export function SitesField<V extends Values>({ form: given }: { form: Form<V> }) {
  // The field touches only what every such form has.
  const form = given as unknown as Form<Values>;
  const { clientIds, siteIds } = form.values;
  const clients = useClients();
  const asked = clientIds.length > MOST_CLIENTS ? [] : clientIds;
  const answers = useQueries({
    queries: asked.map((id) => ({ ...reading('GET /clients/{id}/sites', { params: { id } }), staleTime: 60_000 })),
  });
  if (answers.some(({ data }) => !data)) return null;
  const nameOf = new Map(clients.map(({ id, name }) => [id, name]));
  const choices = answers.flatMap(({ data }, at) => {
    const clientId = asked[at] ?? '';
    const before = asked.length > 1 ? `${nameOf.get(clientId) ?? ''}: ` : '';
    return (data?.items ?? [])
      .map(({ id, name, active }) => ({ value: siteValue({ id, clientId }), label: `${before}${name}`, active }))
      .filter(({ value, active }) => active || siteIds.includes(value));
  });
  if (choices.length === 0) return null;
  return (
    <ManyField
      form={form}
      name="siteIds"
      label="Sites"
      description="Only their people, and who sees the whole company. A client without a site here is told as a whole."
      data={choices}
    />
  );
}
