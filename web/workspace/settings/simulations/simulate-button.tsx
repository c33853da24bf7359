import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { SimulationDraft } from '#shared/simulation.ts';
import { ApiProblem } from '#web/api/problem.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { monthsBefore, PERIODS } from './periods.ts';
import { TOUCHED } from './touched.ts';

type Props<V> = {
  form: Form<V>;
  /** What is typed, saved or not, as a simulation takes it. */
  draft(values: V): SimulationDraft;
};

/** Tries what is typed on the tickets of some months. Nothing is saved by it. */
export function SimulateButton<V>({ form, draft }: Props<V>) {
  const navigate = useNavigate();
  const start = (months: number) =>
    form.attempt(async (values) => {
      const body = { draft: draft(values), since: monthsBefore(Date.now(), months) };
      const { id } = await send('POST /service-levels/simulations', { body }, TOUCHED).catch((error: unknown) => {
        throw withoutPlace(error);
      });
      await navigate({ to: '/settings/simulations/$id', params: { id } });
    });
  return (
    <Menu withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" loading={form.attempting} disabled={form.busy}>
          Simulate…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>As it stands here, on the tickets of</Menu.Label>
        {PERIODS.map(({ months, label }, at) => (
          <Menu.Item key={months} data-autofocus={at === 0 || undefined} onClick={() => void start(months)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A fault of the draft on the field where saving would show it: `draft.hours.0.value.hours` → `value.hours`. */
function withoutPlace(error: unknown): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const { status, code, title, message: detail, requestId } = error;
  const errors = error.errors.map((one) => ({ ...one, path: one.path.replace(/^draft\.\w+\.\d+\./, '') }));
  return new ApiProblem({ status, code, title, detail, errors, ...(requestId ? { requestId } : {}) });
}
