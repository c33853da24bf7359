import type { ContractView, LineView } from '#shared/contract.ts';
import type { LineKind } from '#shared/contract-words.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayAfter } from '#web/ui/marks/day-in.ts';
import { send } from '../session/send.ts';
import { LineFields } from './line-fields.tsx';
import { contractLineBody, LINE_LABELS, type LineValues, lineRules, lineValues } from './line-values.ts';
import { BILLING_TOUCHED } from './touched.ts';

/** A line of a contract: what it costs, and which work it takes in. */
export function LineForm({
  contract,
  line,
  onClose,
}: {
  contract: ContractView;
  line: LineView | null;
  onClose(): void;
}) {
  const { id } = contract;
  const costsNow = ({ kind }: LineValues) => line === null && kind !== 'time';
  const form = useForm<LineValues>({
    values: lineValues(line, contract.begins),
    version: line?.version ?? 0,
    rules: lineRules(costsNow),
    rename: (path) => path.replace('counts.', ''),
    save: ({ values, version }) => {
      const body = contractLineBody(values);
      const { kind, from, until, quantity, price } = values;
      if (line)
        return send(
          'PATCH /contracts/{id}/lines/{lineId}',
          { params: { id, lineId: line.id }, body: { version, ...body, until: until ? dayAfter(until) : null } },
          BILLING_TOUCHED,
        );
      const costs = kind === 'time' ? {} : { quantity: quantity.trim(), price: price.trim() };
      return send(
        'POST /contracts/{id}/lines',
        { params: { id }, body: { kind: kind as LineKind, from, ...body, ...costs } },
        BILLING_TOUCHED,
      );
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={line ? 'Save' : 'Add the line'} onCancel={onClose} labels={LINE_LABELS}>
      <LineFields form={form} currency={contract.currency} isNew={!line} dated clientId={contract.client.id} />
    </FormShell>
  );
}
