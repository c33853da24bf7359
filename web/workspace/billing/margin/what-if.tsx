import { sayMinutes } from '#kernel/minutes.ts';
import type { ContractView } from '#shared/contract.ts';
import { hasHeld } from '#shared/contract-words.ts';
import type { WhatIfView } from '#shared/what-if.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { readerStore } from '#web/ui/marks/reader.ts';
import { money } from '../money.ts';
import { share } from './share.ts';
import { WhatIfForm } from './what-if-form.tsx';

/** Thinks a change of a contract through: what the last twelve months would have come to. Nothing is written. */
export function WhatIf({ contract }: { contract: ContractView }) {
  const { data } = useGet('GET /contracts', { query: { clientId: contract.client.id } });
  const ask = useDo('POST /contracts/{id}/what-if', { failed: 'Not worked out' });
  const others = (data?.items ?? []).filter(({ id, state }) => id !== contract.id && hasHeld(state));
  return (
    <div className="f-margin">
      <p className="f-dim">
        {!hasHeld(contract.state)
          ? 'As if this draft had held for the last twelve months. Nothing is changed or sent.'
          : 'Change what you think of; the last twelve months are worked out once more with it. Nothing is changed or sent.'}
      </p>
      <WhatIfForm
        contract={contract}
        others={others}
        pending={ask.isPending}
        onAsk={(body) => ask.mutate({ params: { id: contract.id }, body })}
      />
      {ask.error && <ErrorState error={ask.error} compact />}
      {ask.data && <Outcome view={ask.data} />}
    </div>
  );
}

const monthWords = (month: string): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString(readerStore.get().language, {
    ...{ month: 'short', year: 'numeric', timeZone: 'UTC' },
  });

function Outcome({ view }: { view: WhatIfView }) {
  const { months, lines, currency, uncosted, unrated } = view;
  const sum = (of: (month: WhatIfView['months'][number]) => number) => months.reduce((all, one) => all + of(one), 0);
  const [before, after] = [sum((one) => one.before), sum((one) => one.after)];
  const cost = months.every((one) => one.cost !== null) ? sum((one) => one.cost ?? 0) : null;
  const signed = (minor: number) => `${minor > 0 ? '+' : ''}${money(minor, currency)}`;
  return (
    <>
      <Facts
        facts={[
          ['As agreed', `${money(before, currency)}${cost === null ? '' : `, ${share(before, cost)} is left`}`],
          ['With the change', `${money(after, currency)}${cost === null ? '' : `, ${share(after, cost)} is left`}`],
          ['Difference', signed(after - before)],
          ['Cost of the work', cost === null ? 'Not known in this currency' : money(cost, currency)],
        ]}
      />
      {uncosted > 0 && (
        <p className="f-dim">{sayMinutes(uncosted)} are of people of whom nobody has said what they cost.</p>
      )}
      {unrated.after > 0 && (
        <p className="f-dim">
          For {unrated.after} {unrated.after === 1 ? 'entry' : 'entries'} there would be no rate: they count as nothing
          {unrated.before > 0 && ` (${unrated.before} as agreed)`}.
        </p>
      )}
      <Section
        title="Month by month"
        help="What stands in contracts by the month in which it began, and work by its day. Charges, credits and tax are left out."
      >
        <Sideways label="Month by month, as a table">
          <table className="f-report-table">
            <caption className="f-hidden">Month by month</caption>
            <thead>
              <tr>
                <th scope="col">Month</th>
                {['As agreed', 'With the change', 'Difference', 'Cost', 'Left as agreed', 'Left then'].map((name) => (
                  <th scope="col" className="f-money" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((one) => (
                <tr key={one.month}>
                  <th scope="row">{monthWords(one.month)}</th>
                  <td className="f-money">{money(one.before, currency)}</td>
                  <td className="f-money">{money(one.after, currency)}</td>
                  <td className="f-money">{signed(one.after - one.before)}</td>
                  <td className="f-money">{one.cost === null ? '–' : money(one.cost, currency)}</td>
                  <td className="f-money">{one.cost === null ? '–' : share(one.before, one.cost)}</td>
                  <td className="f-money">{one.cost === null ? '–' : share(one.after, one.cost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      </Section>
      <Section title="What it comes of">
        <ul className="f-terms">
          {lines.map(({ name, before: was, after: now, why }) => (
            <li key={name}>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              : {money(was, currency)} → {money(now, currency)}
              {why.map((one) => (
                <div key={one} className="f-dim">
                  {one}
                </div>
              ))}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
