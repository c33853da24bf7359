import type { VarianceView } from '#shared/count.ts';
import { DECISION_KINDS, type DecisionKind } from '#shared/count-words.ts';
import { AreaField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Facts } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayAfter } from '#web/ui/marks/day-in.ts';
import { send } from '../session/send.ts';
import { countedWords, signed, signedNumber } from './count-columns.tsx';
import { lastDay, shortDay, unitPrice } from './money.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = { kind: string | null; from: string; until: string; reason: string };
const LABELS = { kind: 'What to do', from: 'From', until: 'Until', reason: 'Why' } as const;
const WHAT: Readonly<Record<DecisionKind, { name: string; help: string; button: string }>> = {
  accept: {
    name: 'Accept what was counted',
    help: 'The contract has it from a day on. What was before stays; a month that is billed already gets the difference.',
    button: 'Accept',
  },
  set_aside: {
    name: 'Set aside',
    help: 'It comes back on a day, such as when the client has answered.',
    button: 'Set aside',
  },
  keep: {
    name: 'Keep the difference',
    help: 'It is meant, and stays so until the difference is another one.',
    button: 'Keep',
  },
};
const isKind = (text: string | null): text is DecisionKind => DECISION_KINDS.some((one) => one === text);
const WEEK = 7;

/** A difference between a count and a contract, and what is done about it. */
export function DecisionForm({
  one,
  kind: begun,
  onClose,
}: {
  one: VarianceView;
  kind: DecisionKind;
  onClose(): void;
}) {
  const { line, client, contract, counts, currency, counted, decision } = one;
  const reasoned = ({ kind }: Values) => kind !== 'accept';
  const form = useForm<Values>({
    values: {
      ...{ kind: begun, from: one.asOf, reason: '' },
      until: Array.from({ length: WEEK }).reduce<string>((day) => dayAfter(day), one.asOf),
    },
    version: line.version,
    rules: { reason: (value, all) => (reasoned(all) ? needed('why')(value) : null) },
    save: ({ values: { kind, from, until, reason }, version }) =>
      send(
        'POST /count-variances/{lineId}/decision',
        {
          params: { lineId: line.id },
          body: {
            ...{ version, snapshotId: counted?.snapshotId ?? '', kind: isKind(kind) ? kind : 'accept' },
            ...(kind === 'accept' ? { from } : { reason: reason.trim() }),
            ...(kind === 'set_aside' ? { until } : {}),
          },
        },
        BILLING_TOUCHED,
      ),
    onSaved: onClose,
  });
  const kind = isKind(form.values.kind) ? form.values.kind : 'accept';
  return (
    <div className="f-decision">
      <Facts
        facts={[
          ['Line', <bdi key="line">{`${line.name} (${contract.name}, ${client.name})`}</bdi>],
          ['Counted', <bdi key="counted">{`${counts.name}: ${countedWords(one)}`}</bdi>],
          ['Contract', one.contracted],
          ['Difference', `${signedNumber(one.difference)}${one.since ? `, since ${shortDay(one.since)}` : ''}`],
          [
            'A month',
            `${signedNumber(one.difference)} × ${unitPrice(one.price, currency)} = ${signed(one.monthly, currency)}`,
          ],
          [
            'This month',
            `${signed(one.thisMonth, currency)} until ${lastDay(one.monthEnds)}, agreed from ${shortDay(one.asOf)}`,
          ],
          [
            'Decided last',
            decision && (
              <bdi key="last">{`${WHAT[decision.kind].name}${decision.reason ? `: ${decision.reason}` : ''} (${decision.by ?? 'Fettle'})`}</bdi>
            ),
          ],
        ]}
      />
      <FormShell form={form} submit={WHAT[kind].button} onCancel={onClose} labels={LABELS}>
        <PickField
          form={form}
          name="kind"
          label={LABELS.kind}
          description={WHAT[kind].help}
          data={DECISION_KINDS.map((value) => ({ value, label: WHAT[value].name }))}
        />
        {kind === 'accept' && <TextField form={form} name="from" type="date" label={LABELS.from} data-autofocus />}
        {kind === 'set_aside' && <TextField form={form} name="until" type="date" label={LABELS.until} />}
        {kind !== 'accept' && (
          <AreaField
            form={form}
            name="reason"
            label={LABELS.reason}
            data-autofocus
            maxLength={500}
            autosize
            minRows={2}
            required
          />
        )}
      </FormShell>
    </div>
  );
}
