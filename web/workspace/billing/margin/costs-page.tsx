import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffCostView } from '#shared/margin.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { perHourWords, shortDay } from '../money.ts';
import { BILLING_TOUCHED } from '../touched.ts';
import { CostForm } from './cost-form.tsx';
import '../../clients/report/report.css';
import '../billing.css';

/** What an hour of each person costs, from which day on. */
export default function CostsPage() {
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useGet('GET /staff-costs', {});
  const add = <Button onClick={() => setOpen(true)}>New cost</Button>;
  return (
    <div className="f-report">
      <PageHead title="What people cost" actions={add}>
        <Link to="/billing/margin">Margins</Link>
      </PageHead>
      <PageBody>
        <p className="f-dim">
          An hour of each person with all that comes with it, in your own currency. To change it, say what holds from a
          later day: margins of what was before stay.
        </p>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="Nothing is said yet" action={add}>
            Without it, work costs nothing and every margin is all of what was invoiced.
          </EmptyState>
        )}
        {data && data.items.length > 0 && <Costs rows={data.items} />}
      </PageBody>
      <Dialog title="New cost" opened={open} onClose={() => setOpen(false)}>
        <CostForm onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function Costs({ rows }: { rows: readonly StaffCostView[] }) {
  const remove = useDo('DELETE /staff-costs/{id}', { failed: 'Not removed', refresh: BILLING_TOUCHED });
  return (
    <Sideways label="Costs">
      <table className="f-report-table">
        <caption className="f-hidden">Costs</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">From</th>
            <th scope="col" className="f-money">
              An hour
            </th>
            <th scope="col">
              <span className="f-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, staff, from, perHour }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{staff.name}</bdi>
              </th>
              <td>{shortDay(from)}</td>
              <td className="f-money">{perHourWords(perHour)}</td>
              <td>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={remove.isPending}
                  aria-label={`Remove what ${staff.name} costs from ${shortDay(from)}`}
                  onClick={() => remove.mutate({ params: { id } })}
                >
                  Remove
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
