import type { ContractTemplateView, TemplateLine, TemplateLineView } from '#shared/contract-template.ts';
import type { LineKind } from '#shared/contract-words.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { LineFields } from '../line-fields.tsx';
import { LINE_LABELS, type LineValues, lineBody, lineRules, lineValues } from '../line-values.ts';
import { BILLING_TOUCHED } from '../touched.ts';

/** A line of a template as it is sent: a name of what counts it is told, never asked. */
const asSent = ({ counts, quantity, price, ...line }: TemplateLineView): TemplateLine => ({
  ...line,
  counts: counts && {
    source: counts.source,
    ...(counts.classKey ? { classKey: counts.classKey } : {}),
    ...(counts.productId ? { productId: counts.productId } : {}),
  },
  ...(quantity === null ? {} : { quantity }),
  ...(price === null ? {} : { price }),
});

/** The lines of a template without one, as they are sent. */
export const linesWithout = ({ lines }: ContractTemplateView, id: string): TemplateLine[] =>
  lines.filter((line) => line.id !== id).map(asSent);

type Props = { template: ContractTemplateView; line: TemplateLineView | null; onClose(): void };

/** A line that contracts from a template get. */
export function TemplateLineForm({ template, line, onClose }: Props) {
  const form = useForm<LineValues>({
    values: lineValues(line, ''),
    version: template.version,
    rules: lineRules(({ kind }) => kind !== 'time'),
    // Paths of the server name the line by its number.
    rename: (path) => path.replace(/^lines\.\d+\./, '').replace('counts.', ''),
    save: ({ values, version }) => {
      const { kind, quantity, price } = values;
      const costs = kind === 'time' ? {} : { quantity: quantity.trim(), price: price.trim() };
      const one: TemplateLine = { ...keptBeside(line), kind: kind as LineKind, ...lineBody(values), ...costs };
      const lines = line
        ? template.lines.map((other) => (other.id === line.id ? one : asSent(other)))
        : [...template.lines.map(asSent), one];
      const params = { id: template.id };
      return send('PATCH /contract-templates/{id}', { params, body: { version, lines } }, BILLING_TOUCHED);
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={line ? 'Save' : 'Add the line'} onCancel={onClose} labels={LINE_LABELS}>
      <LineFields form={form} currency={template.currency} isNew={!line} dated={false} clientId={null} />
    </FormShell>
  );
}

const keptBeside = (line: TemplateLineView | null) => (line ? { id: line.id } : {});
