import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { clausesOf } from '#shared/contract-clauses/clauses.ts';
import type { CLAUSES_EN } from '#shared/contract-clauses/en.ts';
import { taxNumberOf } from '#shared/party-words.ts';
import type { ContractDocument, PortalContractView } from '#shared/signing.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { dayBefore } from '#web/ui/marks/day-in.ts';
import { sayFrom } from '#web/ui/words/words.ts';
import { billDay, billMoney, billNumber, billPrice } from '../bills.ts';
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

const say = sayFrom<typeof CLAUSES_EN>();

function Contract({ contract }: { contract: PortalContractView }) {
  const { id, document, name, state, mine } = contract;
  const { currency, terms } = document;
  const { facts, lines, monthly, rates } = clausesOf(document, {
    ...{ say, day: billDay, last: (until) => billDay(dayBefore(until)), number: billNumber },
    money: (minor) => billMoney({ minor, currency }),
    price: (price) => billPrice(price, currency),
  });
  return (
    <>
      <Title of={`${t('clause.contract')}: ${name}`} />
      <div className="f-portal-head">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <Button component="a" variant="default" href={`/api/v1/portal/contracts/${id}/pdf`} download>
          {t('quotes.pdf')}
        </Button>
      </div>
      <article className="f-quote" aria-label={t('clause.contract')}>
        <dl>
          {factsOf(contract, facts).map(([fact, value]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <section aria-label={t('clause.lines')}>
          <h2 className="f-portal-heading">{t('clause.lines')}</h2>
          <ul className="f-bill-lines">
            {lines.map((line, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what was sent stays as it is, and its lines have no ids
              <Line key={nth} line={line} />
            ))}
          </ul>
          <Sums sums={[monthly]} />
        </section>
        <Rates rates={rates} />
        {terms && (
          <section aria-label={t('clause.terms')}>
            <h2 className="f-portal-heading">{t('clause.terms')}</h2>
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

type Said = ReturnType<typeof clausesOf>;

function Line({ line: { name, amount, details } }: { line: Said['lines'][number] }) {
  return (
    <li>
      <span className="f-bill-line">
        <bdi className="f-quote-name">{name}</bdi>
        {amount && <strong>{amount}</strong>}
      </span>
      <ul className="f-plain f-dim">
        {details.map((detail) => (
          <li key={detail} dir="auto">
            {detail}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Rates({ rates }: { rates: Said['rates'] }) {
  if (rates.length === 0) return null;
  return (
    <section aria-label={t('clause.rates')}>
      <h2 className="f-portal-heading">{t('clause.rates')}</h2>
      <p className="f-dim">{t('clause.ratesHelp')}</p>
      <Sums sums={rates} />
    </section>
  );
}

function factsOf(contract: PortalContractView, agreed: Said['facts']): [string, ReactNode][] {
  const { signature, document } = contract;
  const facts: (readonly [string, ReactNode] | false)[] = [
    [t('clause.seller'), partyOf(document.seller)],
    [t('clause.buyer'), partyOf(document.buyer)],
    [t('quotes.state'), contractState(contract)],
    ...agreed,
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

function partyOf(party: ContractDocument['seller']): ReactNode {
  return (
    <span className="f-portal-note">{[party.name, party.address, taxNumberOf(party)].filter(Boolean).join('\n')}</span>
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
