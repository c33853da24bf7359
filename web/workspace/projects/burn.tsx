import { Link } from '@tanstack/react-router';
import { sayMinutes } from '#kernel/minutes.ts';
import type { ProjectBurn, ProjectView } from '#shared/project.ts';
import { WORTH_WORDS } from '#shared/project-words.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { money, shortDay } from '../billing/money.ts';

/** What of the budgets is used up, what it will come to, and the work that says so. */
export function Burn({ project }: { project: ProjectView }) {
  const { data, error, refetch } = useGet('GET /projects/{id}/burn', { params: { id: project.id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={6} />;
  return (
    <>
      <Hours burn={data} />
      <Money burn={data} />
      <Cost burn={data} />
      <Section title="The work in it" help="Each entry of time on a task of the project.">
        {data.entries.length === 0 ? (
          <EmptyState title="Nothing recorded yet">Time on the tasks of the project counts here.</EmptyState>
        ) : (
          <Entries burn={data} />
        )}
      </Section>
    </>
  );
}

const LEVELS = { 80: 'More than 80 % of it is used up.', 100: 'All of it is used up.' } as const;

/** How much of a budget is used up, drawn and said. */
function Used({ used, budget, level }: { used: number; budget: number | null; level: 0 | 80 | 100 }) {
  if (budget === null) return null;
  const part = Math.round((used / budget) * 100);
  return (
    <div className="f-burn-used" data-level={level}>
      <span className="f-burn-bar" role="img" aria-label={`${part} % used up`}>
        <span style={{ inlineSize: `${Math.min(part, 100)}%` }} />
      </span>
      <strong>{part} %</strong>
      {level !== 0 && <span role="status">{LEVELS[level]}</span>}
    </div>
  );
}

function Hours({ burn: { hours } }: { burn: ProjectBurn }) {
  const { budget, worked, left, forecast, unestimated, level } = hours;
  return (
    <Section title="Hours">
      <Used used={worked} budget={budget} level={level} />
      <Facts
        facts={[
          ['Planned', budget !== null && sayMinutes(budget)],
          ['Worked', sayMinutes(worked)],
          ['Left to do', `${sayMinutes(left)}, as open tasks are estimated less what was worked on each`],
          ['At completion', `${sayMinutes(worked)} + ${sayMinutes(left)} = ${sayMinutes(forecast)}`],
          ['Without an estimate', unestimated > 0 && `${unestimated} open tasks, which are not in it`],
        ]}
      />
    </Section>
  );
}

function Money({ burn: { money: paid, currency } }: { burn: ProjectBurn }) {
  if (!paid) return null;
  return (
    <Section title="Money">
      <Used used={paid.worth} budget={paid.budget} level={paid.level} />
      <Facts
        facts={[
          ['Budget', paid.budget !== null && money(paid.budget, currency)],
          ['Work so far is worth', money(paid.worth, currency)],
          [
            'At completion',
            paid.forecast !== null && `${money(paid.forecast, currency)}, at what an hour was worth so far`,
          ],
          ['Without a rate', paid.unrated > 0 && `${paid.unrated} entries, which are not in it`],
        ]}
      />
    </Section>
  );
}

function Cost({ burn: { cost, currency } }: { burn: ProjectBurn }) {
  if (!cost) return null;
  const { price, cost: spent, uncosted } = cost;
  return (
    <Section title="What it cost">
      <Facts
        facts={[
          ['Price', price !== null && money(price, currency)],
          ['The work cost', money(spent, currency)],
          ['Left of the price', price !== null && money(price - spent, currency)],
          ['Not in it', uncosted > 0 && `${sayMinutes(uncosted)} of people of whom nobody said what they cost`],
        ]}
      />
    </Section>
  );
}

const Entries = ({ burn: { entries, currency } }: { burn: ProjectBurn }) => (
  <Sideways label="Work as a table">
    <table className="f-report-table">
      <caption className="f-hidden">Work on the project</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Task</th>
          <th scope="col">Who</th>
          <th scope="col" className="f-money">
            Time
          </th>
          <th scope="col">Stands at</th>
          <th scope="col" className="f-money">
            Worth
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, day, ticket, staff, minutes, kind, amount }) => (
          <tr key={id}>
            <td>{shortDay(day)}</td>
            <td>
              <Link to="/tickets/$key" params={{ key: ticket.key }}>
                {ticket.key} <bdi>{ticket.title}</bdi>
              </Link>
            </td>
            <td>
              <bdi>{staff}</bdi>
            </td>
            <td className="f-money">{sayMinutes(minutes)}</td>
            <td>{kind === null ? '' : WORTH_WORDS[kind]}</td>
            <td className="f-money">{amount === null ? '' : money(amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);
