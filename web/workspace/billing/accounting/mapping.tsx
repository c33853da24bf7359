import { Button } from '@mantine/core';
import type { AccountingMapping, BookChoice, CodeMapping, ContactMapping } from '#shared/accounting.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { MOST_OFFERED, Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { ACCOUNTING_TOUCHED } from './touched.ts';

/** What is called what in Xero: clients, accounts, taxes. */
export function Mapping() {
  const { data, error, refetch } = useGet('GET /accounting/mapping', {}, { staleTime: 60_000 });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={6} />;
  return (
    <>
      <Codes
        title="Accounts"
        help="Which income account each kind of line goes to."
        codes={data.codes.filter(({ what }) => what === 'account')}
        choices={data.accounts}
      />
      <Codes
        title="Taxes"
        help="What each tax on your invoices is called there. Choose one of the same per cent."
        codes={data.codes.filter(({ what }) => what === 'tax')}
        choices={data.taxes}
      />
      <Clients mapping={data} />
    </>
  );
}

type CodesProps = { title: string; help: string; codes: readonly CodeMapping[]; choices: readonly BookChoice[] };

function Codes({ title, help, codes, choices }: CodesProps) {
  const save = useDo('PUT /accounting/codes', { failed: 'Not saved', refresh: ACCOUNTING_TOUCHED });
  const label = ({ code, name }: BookChoice) => (title === 'Accounts' ? `${code} ${name}` : name);
  return (
    <Section title={title} help={help}>
      <div className="f-accounting-codes">
        {codes.map(({ what, key, title: name, code, proposal }) => {
          const known = choices.some((one) => one.code === code) || code === null;
          const data = [...choices, ...(known ? [] : [{ code, name: `${code} (not there any more)` }])];
          const proposed = choices.find((one) => one.code === proposal);
          return (
            <Select
              key={key}
              label={name}
              placeholder={key === 'default' || what === 'tax' ? 'Not chosen yet' : 'As everything else'}
              searchable
              clearable
              data={data.map((one) => ({ value: one.code, label: label(one) }))}
              value={code}
              {...(proposed ? { description: `There is one of this name: ${label(proposed)}` } : {})}
              onChange={(next) => {
                const chosen = choices.find((one) => one.code === next);
                save.mutate({ body: { codes: [{ what, key, code: next, ...(chosen ? { name: chosen.name } : {}) }] } });
              }}
            />
          );
        })}
      </div>
    </Section>
  );
}

function Clients({ mapping: { clients, contacts } }: { mapping: AccountingMapping }) {
  const save = useDo('PUT /accounting/contacts', { failed: 'Not saved', refresh: ACCOUNTING_TOUCHED });
  const proposed = clients.flatMap(({ client, proposal }) =>
    proposal ? [{ clientId: client.id, contact: { id: proposal.id, name: proposal.name } }] : [],
  );
  const many = proposed.length === 1 ? 'proposal' : 'proposals';
  return (
    <Section
      title="Clients"
      help="Which contact in Xero each client is. Nothing is sent for a client that has none, and no contact is made by itself."
      actions={
        proposed.length > 0 && (
          <Button loading={save.isPending} onClick={() => save.mutate({ body: { contacts: proposed.slice(0, 500) } })}>
            Accept {proposed.length} {many}
          </Button>
        )
      }
    >
      <Sideways label="Each client and its contact">
        <table className="f-accounting-table">
          <thead>
            <tr>
              <th scope="col">Client</th>
              <th scope="col">Contact in Xero</th>
            </tr>
          </thead>
          <tbody>
            {clients.map((one) => (
              <ClientRow
                key={one.client.id}
                mapping={one}
                contacts={contacts}
                onMap={(contact) => save.mutate({ body: { contacts: [{ clientId: one.client.id, contact }] } })}
              />
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}

type RowProps = {
  mapping: ContactMapping;
  contacts: AccountingMapping['contacts'];
  onMap(contact: { id: string; name: string } | null): void;
};

const WHY = { name: 'has its name', mail: 'has the mail address that its bills go to' } as const;

function ClientRow({ mapping: { client, contact, proposal }, contacts, onMap }: RowProps) {
  const make = useDo('POST /accounting/clients/{id}/contact', { failed: 'Not made', refresh: ACCOUNTING_TOUCHED });
  const isThere = contact === null || contacts.some(({ id }) => id === contact.id);
  const all = isThere ? contacts : [...contacts, { id: contact.id, name: `${contact.name} (not there any more)` }];
  const ask = async () => {
    const body = `A contact called “${client.name}” is made in Xero, and stands for the client from then on.`;
    if (await confirm({ title: 'Make a contact in Xero?', body, action: 'Make it' }))
      make.mutate({ params: { id: client.id }, body: { name: client.name } });
  };
  return (
    <tr>
      <th scope="row">
        <bdi>{client.name}</bdi>
      </th>
      <td>
        <Select
          aria-label={`Contact of ${client.name}`}
          placeholder="None yet"
          searchable
          clearable
          limit={MOST_OFFERED}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
          value={contact?.id ?? null}
          onChange={(next) => onMap(contacts.find(({ id }) => id === next) ?? null)}
        />
        {proposal && (
          <div className="f-accounting-proposal">
            <span>
              <bdi>{proposal.name}</bdi> {WHY[proposal.why]}.
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Accept: ${proposal.name} for ${client.name}`}
              onClick={() => onMap({ id: proposal.id, name: proposal.name })}
            >
              Accept
            </Button>
          </div>
        )}
        {contact === null && proposal === null && (
          <Button
            mt={4}
            variant="subtle"
            size="compact-sm"
            loading={make.isPending}
            aria-label={`Make one in Xero… for ${client.name}`}
            onClick={() => void ask()}
          >
            Make one in Xero…
          </Button>
        )}
      </td>
    </tr>
  );
}
