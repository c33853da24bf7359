import { useState } from 'react';
import type { ExpenseKindView, ExpenseView } from '#shared/expense.ts';
import { PAYER_WORDS, PAYERS } from '#shared/expense-words.ts';
import { upload } from '#web/api/upload.ts';
import { queryClient, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { amount as shapedAmount } from '../../billing/rules.ts';
import { useClients } from '../../desk/names.ts';
import { type ChosenTicket, TicketField } from '../../desk/ticket-field.tsx';
import { useCan, useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { Receipts } from './receipts.tsx';
import { EXPENSES_TOUCHED } from './touched.ts';
import { bodyOf, newValues, type Values, valuesOf } from './values.ts';

const LABELS = {
  ...{ clientId: 'Client', kindId: 'Kind of expense', day: 'Day', quantity: 'How many', amount: 'Amount' },
  ...{ tax: 'Tax in it', currency: 'Currency', paidBy: 'Paid from', chargeable: 'Charge the client' },
  ...{ ticketId: 'Ticket', markup: 'Mark-up in %', clientNote: 'Note on the invoice', note: 'Note for us' },
} as const;

type Props = {
  /** Null: one that is begun, on a ticket that is given or chosen, or for a client. */
  expense: ExpenseView | null;
  ticket?: { id: string; client: { id: string } } | undefined;
  day?: string | undefined;
  onClose(): void;
};

/** What somebody paid or drove: of which kind, how much, who paid, what the client is charged, and its receipts. */
export function ExpenseForm({ expense, ticket, day, onClose }: Props) {
  const { timeZone } = useMe();
  const priced = useCan()('contract.manage');
  const today = dayIn(useNow(), timeZone);
  const clients = useClients();
  const [files, setFiles] = useState<readonly File[]>([]);
  const begun = expense ? valuesOf(expense) : newValues(ticket, day ?? today);
  const [chosen, setChosen] = useState<ChosenTicket | null>(
    expense?.ticket ? { ...expense.ticket, client: expense.client } : null,
  );
  const [clientId, setClientId] = useState(begun.clientId);
  const { data } = useGet('GET /expense-kinds', { query: clientId ? { clientId } : {} });
  const kinds = data?.items ?? [];
  const kindOf = ({ kindId }: Pick<Values, 'kindId'>) => kinds.find(({ id }) => id === kindId);
  const form = useForm<Values>({
    values: begun,
    version: expense?.version ?? 0,
    rules: {
      kindId: needed('what kind of expense it is'),
      clientId: (value) => (ticket || expense ? null : needed('the client')(value)),
      quantity: (value, all) => (kindOf(all)?.unit ? worthy(value, 'how many') : null),
      amount: (value, all) => (kindOf(all)?.unit === '' ? worthy(value, 'what was paid') : null),
      tax: shapedAmount,
      markup: shapedAmount,
    },
    follow: (next, before) => {
      if (next.clientId !== before.clientId) setClientId(next.clientId);
      const kind = next.kindId === before.kindId ? undefined : kindOf(next);
      return kind ? { ...next, chargeable: kind.chargeable, markup: kind.markup ?? '' } : next;
    },
    save: async ({ values, version }) => {
      const body = bodyOf(values, kindOf(values), { currency: data?.currency ?? '', priced });
      const { ticketId } = values;
      const whose = ticketId ? { ticketId } : { clientId: values.clientId ?? '' };
      const { id } = expense
        ? await send('PATCH /expenses/{id}', { params: { id: expense.id }, body: { version, ...body, ticketId } })
        : await send('POST /expenses', { body: { ...whose, ...body } });
      await keepReceipts(id, files);
    },
    onSaved: onClose,
  });
  const kind = kindOf(form.values);
  const currency = form.values.currency.trim().toUpperCase() || (data?.currency ?? '');
  return (
    <FormShell form={form} submit={expense ? 'Save' : 'Record the expense'} onCancel={onClose} labels={LABELS}>
      {!ticket && (
        <TicketField
          label={LABELS.ticketId}
          data-autofocus={!expense || undefined}
          description={
            expense
              ? `Of ${expense.client.name}; blank: it belongs to the client alone, and the ticket can be moved`
              : 'Blank: for a client, without a ticket'
          }
          ticket={chosen}
          clientId={expense?.client.id}
          error={form.errors.ticketId}
          onTicket={(next) => {
            setChosen(next);
            form.set('ticketId', next?.id ?? null);
            if (next && !expense) form.set('clientId', next.client.id);
          }}
        />
      )}
      {!expense && !ticket && (
        <PickField
          form={form}
          name="clientId"
          label={LABELS.clientId}
          description={chosen ? 'The client of the ticket' : undefined}
          disabled={chosen !== null}
          data={named(clients)}
          searchable
        />
      )}
      <div className="f-expense-row">
        <PickField
          form={form}
          name="kindId"
          label={LABELS.kindId}
          data={named(kinds.filter(({ id, active }) => active || id === expense?.kind.id))}
        />
        <TextField form={form} name="day" type="date" max={today} label={LABELS.day} />
      </div>
      {kind && <Worth form={form} kind={kind} currency={currency} />}
      <div className="f-expense-row">
        <PickField
          form={form}
          name="paidBy"
          label={LABELS.paidBy}
          description="What came out of your own pocket is paid back to you"
          data={PAYERS.map((value) => ({ value, label: PAYER_WORDS[value] }))}
        />
        <TextField
          form={form}
          name="currency"
          label={LABELS.currency}
          description="Blank: as the client is billed"
          placeholder={data?.currency ?? ''}
          maxLength={3}
        />
      </div>
      <SwitchField form={form} name="chargeable" label={LABELS.chargeable} />
      {form.values.chargeable && (
        <div className="f-expense-row">
          {priced && <TextField form={form} name="markup" label={LABELS.markup} inputMode="decimal" />}
          <TextField form={form} name="clientNote" label={LABELS.clientNote} maxLength={120} />
        </div>
      )}
      <AreaField form={form} name="note" label={LABELS.note} minRows={2} maxLength={2000} />
      <Receipts stored={expense?.receipts ?? []} files={files} onFiles={setFiles} hint={receiptHint(kind, currency)} />
    </FormShell>
  );
}

const worthy = (value: string, what: string) => needed(what)(value) ?? shapedAmount(value);

const receiptHint = (kind: ExpenseKindView | undefined, currency: string): string =>
  kind === undefined || kind.receiptAbove === null
    ? 'Pictures or PDF'
    : Number(kind.receiptAbove) === 0
      ? 'Pictures or PDF; one is needed before it is submitted'
      : `Pictures or PDF; above ${currency} ${kind.receiptAbove} one is needed before it is submitted`;

type WorthProps = { form: ReturnType<typeof useForm<Values>>; kind: ExpenseKindView; currency: string };

/** An amount with its tax, or how many of the unit. */
function Worth({ form, kind, currency }: WorthProps) {
  if (kind.unit !== '') {
    const each = kind.rates.find((rate) => rate.currency === currency)?.price;
    const costs =
      each === undefined ? `No price in ${currency} is set for it` : `${currency} ${each} for each ${kind.unit}`;
    return (
      <TextField
        form={form}
        name="quantity"
        label={`${LABELS.quantity} ${kind.unit}`}
        description={costs}
        inputMode="decimal"
      />
    );
  }
  const taxed = kind.taxRate ? `Blank: ${kind.taxRate.percent} %, ${kind.taxRate.name}` : 'Blank: none';
  return (
    <div className="f-expense-row">
      <TextField
        form={form}
        name="amount"
        label={LABELS.amount}
        description={`${currency}, with the tax in it`}
        inputMode="decimal"
      />
      <TextField form={form} name="tax" label={LABELS.tax} description={taxed} inputMode="decimal" />
    </div>
  );
}

/** One after the other; what could not be kept is told of, and the expense stays without it. */
async function keepReceipts(id: string, files: readonly File[]): Promise<void> {
  for (const file of files)
    try {
      await upload(`/api/v1/expenses/${id}/receipts`, file);
    } catch (error) {
      toast.fault(error, `${file.name} was not kept`);
    }
  await Promise.all(EXPENSES_TOUCHED.map((one) => queryClient.invalidateQueries({ queryKey: [one] })));
}
