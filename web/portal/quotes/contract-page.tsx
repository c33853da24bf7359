import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ContractDocument, PortalContractView } from '#shared/signing.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { dayBefore } from '#web/ui/marks/day-in.ts';
import { billDay, billMoney } from '../bills.ts';
import { Sums } from '../sums.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { contractState } from './contract-words.ts';
import { ForSigners } from './for-signers.tsx';
import { Sign } from './sign.tsx';
import '#web/ui/answers/answers.css';
import './quotes.css';

/** One contract as it was sent: what is agreed, what it costs a month, and signing it. */
export default function ContractPage() {
  return (
    <>
      <ForSigners>
        <SentContract />
      </ForSigners>
      <p>
        <Link to="/portal/quotes">{t('quotes.back')}</Link>
      </p>
    </>
  );
}

function SentContract() {
  const { id } = useParams({ from: '/portal/contracts/$id' });
  const { data, error, refetch } = useGet('GET /portal/contracts/{id}', { params: { id } });
  if (data) return <Contract key={data.version} contract={data} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={8} />;
}

function Contract({ contract }: { contract: PortalContractView }) {
  const { document, name, state, mine } = contract;
  const { currency, lines, monthly, terms } = document;
  return (
    <>
      <Title of={`${t('quotes.contract.one')}: ${name}`} />
      <div className="f-portal-head">
        <h1>
          <bdi>{name}</bdi>
        </h1>
      </div>
      <article className="f-quote" aria-label={t('quotes.contract.one')}>
        <dl>
          {factsOf(contract).map(([fact, value]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <section aria-label={t('quotes.contract.lines')}>
          <h2 className="f-portal-heading">{t('quotes.contract.lines')}</h2>
          <ul className="f-bill-lines">
            {lines.map((line, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what was sent stays as it is, and its lines have no ids
              <Line key={nth} line={line} currency={currency} />
            ))}
          </ul>
          <Sums sums={[[t('quotes.contract.beforeTax'), billMoney({ minor: monthly, currency })]]} />
        </section>
        {terms && (
          <section aria-label={t('quotes.terms')}>
            <h2 className="f-portal-heading">{t('quotes.terms')}</h2>
            <p className="f-portal-note" dir="auto">
              {terms}
            </p>
          </section>
        )}
        {state === 'sent' && mine && <Accept contract={contract} />}
      </article>
    </>
  );
}

function Line({ line, currency }: { line: ContractDocument['lines'][number]; currency: string }) {
  const { name, kind, unit, until, percent, prices } = line;
  return (
    <li>
      <span className="f-bill-line">
        <bdi className="f-quote-name">{name}</bdi>
        {prices[0] && <strong>{billMoney({ minor: prices[0].amount, currency })}</strong>}
      </span>
      <span className="f-dim">
        {t(`quotes.contract.${kind}`)}
        {kind === 'time' && ` · ${t('quotes.contract.ofRates', { percent })}`}
        {until && ` · ${t('quotes.contract.last', { day: billDay(dayBefore(until)) })}`}
      </span>
      {prices.map(({ from, quantity, price, amount }) => (
        <span key={from} className="f-dim">
          {' '}
          · {quantity} {unit && <bdi>{unit}</bdi>} × {price} = {billMoney({ minor: amount, currency })}{' '}
          {t('quotes.contract.since', { day: billDay(from) })}
        </span>
      ))}
    </li>
  );
}

function factsOf(contract: PortalContractView): [string, ReactNode][] {
  const { signature, document } = contract;
  const { seller, buyer, begins, ends, renewsMonths, noticeDays, everyMonths, advance } = document;
  const { upliftPercent, upliftMonths, afterHours, holiday } = document;
  const last = ends === null ? t('quotes.contract.noEnd') : billDay(dayBefore(ends));
  const months = (count: number) => ({ months: String(count) });
  const facts: (readonly [string, ReactNode] | false)[] = [
    [t('quotes.contract.seller'), partyOf(seller)],
    [t('quotes.contract.buyer'), partyOf(buyer)],
    [t('quotes.state'), contractState(contract)],
    [t('quotes.contract.begins'), billDay(begins)],
    [
      t('quotes.contract.ends'),
      renewsMonths === null ? last : t('quotes.contract.renews', { day: last, ...months(renewsMonths) }),
    ],
    ends !== null && [t('quotes.contract.notice'), t('quotes.contract.noticeDays', { days: String(noticeDays) })],
    [
      t('quotes.contract.billed'),
      t(advance ? 'quotes.contract.advance' : 'quotes.contract.after', months(everyMonths)),
    ],
    upliftPercent !== null && [
      t('quotes.contract.rises'),
      t('quotes.contract.risesBy', { percent: upliftPercent, ...months(upliftMonths) }),
    ],
    afterHours !== null && [t('quotes.contract.afterHours'), `× ${afterHours}`],
    holiday !== null && [t('quotes.contract.holiday'), `× ${holiday}`],
    signature !== null && [
      t('quotes.contract.signed'),
      t('quotes.signedBy', { name: signature.name, day: billDay(signature.signedAt.slice(0, 10)) }),
    ],
    signature !== null && [
      t('quotes.checksum'),
      <code key="sum" className="f-quote-sum">{`SHA-256 ${signature.sha256}`}</code>,
    ],
  ];
  return facts.filter((fact) => fact !== false).map(([name, value]) => [name, value]);
}

function partyOf({ name, address, taxNumberName, taxNumber }: ContractDocument['seller']): ReactNode {
  return (
    <span className="f-portal-note">
      {[name, address, `${taxNumberName} ${taxNumber}`.trim()].filter(Boolean).join('\n')}
    </span>
  );
}

function Accept({ contract: { id, version, document } }: { contract: PortalContractView }) {
  const [signing, setSigning] = useState(false);
  const sign = useDo('POST /portal/contracts/{id}/sign', {
    failed: false,
    refresh: ['GET /portal/contracts', 'GET /portal/contracts/{id}'],
    onDone: () => toast.done(t('quotes.contract.thanks')),
  });
  if (!signing)
    return (
      <div className="f-portal-form">
        <div className="f-portal-buttons">
          <Button onClick={() => setSigning(true)}>{t('quotes.contract.sign')}</Button>
        </div>
      </div>
    );
  const monthly = billMoney({ minor: document.monthly, currency: document.currency });
  return (
    <Sign
      consentTo={t('quotes.contract.consent', { monthly })}
      submit={t('quotes.contract.signIt')}
      isPending={sign.isPending}
      fault={sign.error}
      field="consent"
      onSign={(signed) => sign.mutate({ params: { id }, body: { version, ...signed } })}
      onCancel={() => setSigning(false)}
    />
  );
}
