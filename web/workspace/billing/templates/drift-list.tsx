import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContractDrift, ContractTemplateView, LineDrift } from '#shared/contract-template.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { BILLING_TOUCHED } from '../touched.ts';

type Field = LineDrift['differs'][number]['field'];
/** What a field is called where both sides can be told in short words. */
const FIELD_WORDS: Readonly<Partial<Record<Field, string>>> = {
  ...{ name: 'name', unit: 'unit', price: 'price', percent: 'per cent of the rates', prorated: 'parts of a month' },
  ...{ weighted: 'dearer hours', keepsMonths: 'months it is good for' },
};
/** What differs where they cannot. */
const OTHER_WORDS: Readonly<Partial<Record<Field, string>>> = {
  ...{ missing: 'the contract has no such line', taxRateId: 'another tax', covers: 'takes in other work' },
  ...{ counts: 'counted by something else' },
};

const said = (value: string | null): string => ({ true: 'yes', false: 'no' })[value ?? ''] ?? value ?? 'none';

/** How a line differs: “Backup: price 45, not 40”. */
const lineWords = ({ name, differs }: LineDrift): string =>
  `${name}: ${differs
    .map(
      ({ field, template, contract }) =>
        OTHER_WORDS[field] ?? `${FIELD_WORDS[field]} ${said(contract)}, not ${said(template)}`,
    )
    .join('; ')}`;

/** The contracts that were made from a template, with how each differs, and a way to bring it in line. */
export function DriftList({ template, may }: { template: ContractTemplateView; may: boolean }) {
  const { data, error, refetch } = useGet('GET /contract-templates/{id}/drift', { params: { id: template.id } });
  const [aligning, setAligning] = useState<ContractDrift | null>(null);
  return (
    <Section
      title="Contracts made from it"
      help="What differs today. How many of something there are is no difference."
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data?.items.length === 0 && (
        <EmptyState title="None yet">Pick this template where a new contract is drafted.</EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Sideways label="Contracts made from it as a table">
          <table className="f-report-table">
            <caption className="f-hidden">Contracts made from this template</caption>
            <thead>
              <tr>
                <th scope="col">Contract</th>
                <th scope="col">Differs in</th>
                <th scope="col">
                  <span className="f-hidden">What can be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.contract.id}>
                  <th scope="row">
                    <Link to="/billing/contracts/$id" params={{ id: one.contract.id }}>
                      <bdi>{one.contract.name}</bdi>
                    </Link>
                    <div className="f-dim">
                      <bdi>{one.client.name}</bdi>
                    </div>
                  </th>
                  <td>
                    <Differences drift={one} />
                  </td>
                  <td>
                    {may && one.lines.length > 0 && (
                      <Button size="compact-sm" variant="default" onClick={() => setAligning(one)}>
                        Bring in line…
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
      {aligning && (
        <Dialog title="Bring in line" opened onClose={() => setAligning(null)}>
          <AlignForm drift={aligning} onClose={() => setAligning(null)} />
        </Dialog>
      )}
    </Section>
  );
}

function Differences({ drift: { lines, own } }: { drift: ContractDrift }) {
  if (lines.length === 0 && own.length === 0) return 'Nothing';
  return (
    <ul className="f-terms">
      {lines.map((line) => (
        <li key={line.lineId}>{lineWords(line)}</li>
      ))}
      {own.length > 0 && <li className="f-dim">Of its own: {own.join(', ')}</li>}
    </ul>
  );
}

/** From which day on a contract is as its template says. */
function AlignForm({ drift: { contract, begins, lines }, onClose }: { drift: ContractDrift; onClose(): void }) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const form = useForm<{ from: string }>({
    values: { from: today < begins ? begins : today },
    rules: { from: needed('a day') },
    save: ({ values: { from } }) =>
      send(
        'POST /contracts/{id}/align',
        { params: { id: contract.id }, body: { from, lineIds: lines.map(({ lineId }) => lineId) } },
        BILLING_TOUCHED,
      ),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Bring in line" onCancel={onClose} labels={{ from: 'From' }}>
      <p className="f-plain">
        <bdi>{contract.name}</bdi> gets what the template says. How many there are stays, and so do its own lines.
      </p>
      <ul className="f-terms">
        {lines.map((line) => (
          <li key={line.lineId}>{lineWords(line)}</li>
        ))}
      </ul>
      <TextField
        form={form}
        name="from"
        type="date"
        label="From"
        description="Prices hold from this day on; the rest at once."
      />
    </FormShell>
  );
}
