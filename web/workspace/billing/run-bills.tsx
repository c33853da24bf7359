import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { BillRow } from '#shared/billing.ts';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { useCan } from '../session/me.ts';
import { money } from './money.ts';

type Props = {
  bills: readonly BillRow[];
  title: string;
  /** The clients whose bills are not to be issued. */
  left: ReadonlySet<string>;
  onLeave?(clients: readonly string[], leave: boolean): void;
  onOpen(client: string): void;
};

/** Bills of a run, one below the other, with what is said of each; with `onLeave` each can be ticked to be issued. */
export function RunBills({ bills, title, left, onLeave, onOpen }: Props) {
  const can = useCan();
  const clients = bills.map(({ client }) => client.id);
  const ticked = clients.filter((id) => !left.has(id)).length;
  return (
    <Sideways label={title}>
      <table className="f-report-table f-run-table">
        <caption className="f-hidden">{title}</caption>
        <thead>
          <tr>
            {onLeave && (
              <th scope="col">
                <Checkbox
                  aria-label={`Issue all: ${title}`}
                  checked={ticked === clients.length}
                  indeterminate={ticked > 0 && ticked < clients.length}
                  onChange={(event) => onLeave(clients, !event.currentTarget.checked)}
                />
              </th>
            )}
            <th scope="col">Client</th>
            <th scope="col">What is said</th>
            <th scope="col" className="f-money" data-less>
              Last time, before tax
            </th>
            <th scope="col" className="f-money" data-less>
              Before tax
            </th>
            <th scope="col" className="f-money">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => (
            <tr key={`${bill.client.id} ${bill.currency}`}>
              {onLeave && (
                <td>
                  <Checkbox
                    aria-label={`Issue ${bill.client.name}`}
                    checked={!left.has(bill.client.id)}
                    onChange={(event) => onLeave([bill.client.id], !event.currentTarget.checked)}
                  />
                </td>
              )}
              <th scope="row">
                {bill.invoice ? (
                  <>
                    <bdi>{bill.client.name}</bdi>
                    <div>
                      <Link to="/billing/invoices/$id" params={{ id: bill.invoice.id }}>
                        {bill.invoice.number}
                      </Link>
                    </div>
                  </>
                ) : (
                  <Button variant="subtle" size="compact-sm" onClick={() => onOpen(bill.client.id)}>
                    <bdi>{bill.client.name}</bdi>
                  </Button>
                )}
              </th>
              <td className="f-report-words">
                {bill.reasons.length > 0 ? (
                  <ul className="f-billing-reasons">
                    {bill.reasons.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                ) : (
                  `${bill.lines} ${bill.lines === 1 ? 'line' : 'lines'}`
                )}
                {bill.unapproved && can('time.approve') && (
                  <Link to="/time/approval">Look at what waits for approval</Link>
                )}
                {bill.undecided > 0 && (
                  <Link to="/billing/counts" search={{ client: bill.client.id }}>
                    Decide about {bill.undecided === 1 ? 'the count' : `${bill.undecided} counts`}
                  </Link>
                )}
              </td>
              <td className="f-money" data-less>
                {bill.before ? money(bill.before.net, bill.currency) : '–'}
              </td>
              <td className="f-money" data-less>
                {money(bill.net, bill.currency)}
              </td>
              <td className="f-money">{money(bill.total, bill.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
