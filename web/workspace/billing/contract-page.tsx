import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContractView, LineView } from '#shared/contract.ts';
import { CONTRACT_STATE_WORDS, LINE_KIND_WORDS } from '#shared/contract-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan, useMe } from '../session/me.ts';
import { ContractForm } from './contract-form.tsx';
import { Covered } from './covered.tsx';
import { LineForm } from './line-form.tsx';
import { MAIL_STATES } from './mail-states.ts';
import { WhatIf } from './margin/what-if.tsx';
import { lastDay, money, shortDay, unitPrice } from './money.ts';
import { Preview } from './preview.tsx';
import { SignedBy } from './quotes/signed.tsx';
import { SendContract, SendOrTakeBack } from './send-contract.tsx';
import { SinceSigned } from './since-signed.tsx';
import { TemplateForm } from './templates/template-form.tsx';
import { TermsForm } from './terms-form.tsx';
import { BILLING_TOUCHED } from './touched.ts';
import { periodWords } from './words.ts';
import '../clients/report/report.css';
import './billing.css';

/** One contract: what it costs since when, which work it takes in, and what it comes to. */
export default function ContractPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useGet('GET /contracts/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    );
  return <Contract contract={data} />;
}

type Doing =
  | 'edit'
  | 'send'
  | 'add'
  | 'preview'
  | 'template'
  | 'whatIf'
  | { line: LineView; what: 'line' | 'terms' }
  | null;

function Contract({ contract }: { contract: ContractView }) {
  const can = useCan();
  const [doing, setDoing] = useState<Doing>(null);
  const { timeZone, allClients } = useMe();
  const today = dayIn(useNow(), timeZone);
  const { id, version, state, client, currency, lines } = contract;
  const move = useDo('PATCH /contracts/{id}', { failed: 'Not changed', refresh: BILLING_TOUCHED });
  const remove = useDo('DELETE /contracts/{id}/lines/{lineId}', { failed: 'Not removed', refresh: BILLING_TOUCHED });
  const manages = can('contract.manage') && state !== 'ended';
  const waits = state === 'sent' || state === 'signed';
  const may = manages && !waits;
  const close = () => setDoing(null);
  const end = async () => {
    const sure = await confirm({
      title: 'End this contract?',
      body: contract.ends
        ? `It holds until ${lastDay(contract.ends)}, and nothing in it can be changed any more.`
        : 'It holds no more from today on, and nothing in it can be changed any more.',
      action: 'End it',
    });
    if (sure) move.mutate({ params: { id }, body: { version, state: 'ended' } });
  };
  const activate = async () => {
    const sure =
      state === 'signed' ||
      (await confirm({
        title: 'Make it active?',
        body: `Nobody signed this contract. It is billed from ${shortDay(contract.begins)} on, and stays a contract until it is ended.`,
        action: 'Make it active unsigned',
      }));
    if (sure) move.mutate({ params: { id }, body: { version, state: 'active' } });
  };
  return (
    <div className="f-report">
      <PageHead
        title={contract.name}
        actions={
          <>
            {manages && <SendOrTakeBack contract={contract} onSend={() => setDoing('send')} />}
            {manages && (state === 'draft' || state === 'signed') && (
              <Button
                variant={state === 'signed' ? 'filled' : 'default'}
                disabled={lines.length === 0}
                data-tip={lines.length === 0 ? 'Add a line first' : undefined}
                loading={move.isPending}
                onClick={() => void activate()}
              >
                {state === 'signed' ? 'Make it active' : 'Make it active…'}
              </Button>
            )}
            <Button variant="default" onClick={() => setDoing('preview')}>
              What is due now
            </Button>
            {can('billing.run') && (
              <Button variant="default" onClick={() => setDoing('whatIf')}>
                What if…
              </Button>
            )}
            {may && (
              <Button variant="default" onClick={() => setDoing('edit')}>
                Edit
              </Button>
            )}
            {can('contract.manage') && allClients && lines.length > 0 && (
              <Button variant="default" onClick={() => setDoing('template')}>
                Save as a template
              </Button>
            )}
            {may && state === 'active' && (
              <Button variant="default" onClick={() => void end()}>
                End…
              </Button>
            )}
            <Button component="a" variant="default" href={`/api/v1/contracts/${id}/pdf`} download>
              PDF
            </Button>
          </>
        }
      >
        <Link to="/billing/contracts">All contracts</Link>
      </PageHead>
      <PageBody>
        <Facts
          facts={[
            ['Client', <bdi key="client">{client.name}</bdi>],
            ['Stands at', CONTRACT_STATE_WORDS[state]],
            [
              'Sent to',
              contract.sent && (
                <span key="sent">
                  <bdi>{contract.sent.to.name}</bdi>
                  {contract.sent.by && `, by ${contract.sent.by}`}, <TimeAgo at={contract.sent.at} />
                </span>
              ),
            ],
            ['Mailed to', contract.mailed && `${contract.mailed.address}, ${MAIL_STATES[contract.mailed.state]}`],
            ['Holds', `${shortDay(contract.begins)} – ${contract.ends ? lastDay(contract.ends) : 'open'}`],
            [
              'Then',
              contract.ends && (contract.renewsMonths ? `Goes on for ${contract.renewsMonths} months` : 'It ends'),
            ],
            ['Billed', periodWords(contract)],
            ['Costs a month', money(contract.monthly, currency)],
            [
              'Prices rise',
              contract.upliftPercent && `by ${contract.upliftPercent} % every ${contract.upliftMonths} months`,
            ],
            ['Outside the hours of service', contract.afterHours && `× ${contract.afterHours}`],
            ['On public holidays', contract.holiday && `× ${contract.holiday}`],
            [
              'Made from',
              contract.template && (
                <Link key="template" to="/billing/templates/$id" params={{ id: contract.template.id }}>
                  <bdi>{contract.template.name}</bdi>
                </Link>
              ),
            ],
            ['Reference', contract.reference && <bdi key="reference">{contract.reference}</bdi>],
            ['Notes', contract.notes && <bdi key="notes">{contract.notes}</bdi>],
          ]}
        />
        <SinceSigned contract={contract} />
        <Section
          title="Lines"
          help="What includes work or holds hours is asked before what charges it."
          actions={may && <Button onClick={() => setDoing('add')}>Add a line</Button>}
        >
          {lines.length === 0 ? (
            <EmptyState title="No lines yet">A line costs something each month, takes in work, or both.</EmptyState>
          ) : (
            <Lines
              lines={lines}
              covered={contract.covered}
              currency={currency}
              may={may}
              onDo={setDoing}
              onRemove={state === 'draft' ? ({ id: lineId }) => remove.mutate({ params: { id, lineId } }) : null}
            />
          )}
        </Section>
        {contract.terms && (
          <Section title="Terms">
            <p className="f-plain f-billing-words">{contract.terms}</p>
          </Section>
        )}
        {contract.signature && <SignedBy signature={contract.signature} />}
      </PageBody>
      <Dialog title="Edit the contract" opened={doing === 'edit'} onClose={close} size={680}>
        <ContractForm contract={contract} clientId={client.id} onClose={close} />
      </Dialog>
      <Dialog title="Send for signature" opened={doing === 'send'} onClose={close}>
        <SendContract contract={contract} onClose={close} />
      </Dialog>
      <Dialog title="Save as a template" opened={doing === 'template'} onClose={close} size={680}>
        <TemplateForm template={null} contract={contract} onClose={close} />
      </Dialog>
      <Dialog title="What is due now" opened={doing === 'preview'} onClose={close} size={960}>
        <Preview clientId={client.id} by={today} />
      </Dialog>
      <Dialog title="What if…" opened={doing === 'whatIf'} onClose={close} size={960}>
        <WhatIf contract={contract} />
      </Dialog>
      <Dialog title="Add a line" opened={doing === 'add'} onClose={close} size={680}>
        <LineForm contract={contract} line={null} onClose={close} />
      </Dialog>
      {typeof doing === 'object' && doing !== null && (
        <Dialog title={doing.line.name} opened onClose={close} size={680}>
          {doing.what === 'terms' ? (
            <TermsForm contract={contract} line={doing.line} onClose={close} />
          ) : (
            <LineForm contract={contract} line={doing.line} onClose={close} />
          )}
        </Dialog>
      )}
    </div>
  );
}

type LinesProps = {
  lines: readonly LineView[];
  covered: ContractView['covered'];
  currency: string;
  may: boolean;
  onDo(doing: Doing): void;
} & {
  /** Only what is not agreed yet is taken away. */
  onRemove: ((line: LineView) => void) | null;
};

function Lines({ lines, covered, currency, may, onDo, onRemove }: LinesProps) {
  return (
    <Sideways label="Lines as a table">
      <table className="f-report-table">
        <caption className="f-hidden">Lines of the contract</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Work</th>
            <th scope="col">Quantity and price, a month</th>
            <th scope="col">
              <span className="f-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <bdi>{line.name}</bdi>
                <div className="f-dim">
                  {LINE_KIND_WORDS[line.kind].name}
                  {line.until && `, until ${lastDay(line.until)}`}
                </div>
                {line.counts && (
                  <div className="f-dim">
                    Counted by <bdi>{line.counts.name}</bdi>
                  </div>
                )}
              </th>
              <td>
                <Covered line={line} covered={covered} />
              </td>
              <td>
                {line.terms.length === 0 ? (
                  `${line.percent} % of the rates`
                ) : (
                  <ul className="f-terms">
                    {line.terms.map((term) => (
                      <li key={term.from}>
                        {term.quantity} {line.unit} × {unitPrice(term.price, currency)}{' '}
                        <span className="f-dim">
                          from {shortDay(term.from)}
                          {term.counted && `, as counted on ${shortDay(term.counted)}`}
                        </span>
                      </li>
                    ))}
                    {line.priceNow !== null && line.terms.every(({ price }) => price !== line.priceNow) && (
                      <li>
                        {currency} {line.priceNow} <span className="f-dim">today, as prices have risen</span>
                      </li>
                    )}
                  </ul>
                )}
              </td>
              <td>
                {may && (
                  <div className="f-row-of-buttons">
                    {onRemove && (
                      <Button size="compact-sm" variant="default" onClick={() => onRemove(line)}>
                        Remove
                      </Button>
                    )}
                    {line.terms.length > 0 && (
                      <Button size="compact-sm" variant="default" onClick={() => onDo({ line, what: 'terms' })}>
                        Change quantity or price
                      </Button>
                    )}
                    <Button size="compact-sm" variant="default" onClick={() => onDo({ line, what: 'line' })}>
                      Edit
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
