import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PortalAccount, PortalInvoiceRow } from '#shared/portal-billing.ts';
import { useGet } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { dayBefore } from '#web/ui/marks/day-in.ts';
import { billDay, billMoney, billName } from '../bills.ts';
import { PagedList } from '../paged-list.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { blockWords, stateWords } from './words.ts';

/** What the company was billed, what of it is open, and what is left of what it paid ahead. */
export default function InvoicesPage() {
  const { data: account } = useGet('GET /portal/account', {});
  const { rows, more, reading } = usePages('GET /portal/invoices', {});
  return (
    <>
      <Title of={t('frame.invoices')} />
      <div className="f-portal-head">
        <h1>{t('frame.invoices')}</h1>
        {rows.length > 0 && (
          <Button component="a" variant="default" href="/api/v1/portal/statement/pdf" download>
            {t('invoices.statement')}
          </Button>
        )}
      </div>
      {account && <Account account={account} />}
      <PagedList
        {...{ rows, more, reading }}
        none={<EmptyState title={t('invoices.none')}>{t('invoices.noneHelp')}</EmptyState>}
        line={(invoice) => <InvoiceLine key={invoice.id} invoice={invoice} />}
      />
    </>
  );
}

function Account({ account: { owed, blocks } }: { account: PortalAccount }) {
  if (owed.length === 0 && blocks.length === 0) return null;
  return (
    <dl className="f-portal-figures">
      {owed.map(({ currency, open, overdue }) => (
        <div key={currency}>
          <dt>{t('invoices.toPay')}</dt>
          <dd>
            <strong>{billMoney({ minor: open, currency })}</strong>{' '}
            {overdue > 0 && (
              <span className="f-dim">
                {t('invoices.overdue')}: {billMoney({ minor: overdue, currency })}
              </span>
            )}
          </dd>
        </div>
      ))}
      {blocks.map((block) => (
        <div key={`${block.line} ${block.from}`}>
          <dt dir="auto">{t('invoices.left', { line: block.line })}</dt>
          <dd>
            <strong>{blockWords(block, block.left)}</strong>{' '}
            <span className="f-dim">
              {t('invoices.leftOf', { granted: blockWords(block, block.granted) })}
              {block.until && ` · ${t('invoices.until', { day: billDay(dayBefore(block.until)) })}`}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function InvoiceLine({ invoice }: { invoice: PortalInvoiceRow }) {
  const { id, number, kind, name, currency, total, open, state, issuedOn, dueOn } = invoice;
  const isCredit = kind === 'credit';
  return (
    <li>
      <Link to="/portal/invoices/$id" params={{ id }}>
        <span className="f-portal-title">
          <span className="f-dim">{number}</span> <bdi>{billName(name)}</bdi>
        </span>
        <span className="f-portal-facts">
          <strong>{billMoney({ minor: total, currency })}</strong>
          <span>{isCredit ? t('invoices.credit') : stateWords(state)}</span>
          <span className="f-dim">
            {billDay(issuedOn)}
            {!isCredit && open > 0 && ` · ${t('invoices.due', { day: billDay(dueOn) })}`}
          </span>
        </span>
      </Link>
    </li>
  );
}
