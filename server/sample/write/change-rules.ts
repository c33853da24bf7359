import type { Ctx } from '#platform/context/index.ts';
import { createRule, publishRule } from '#server/practices/change/index.ts';
import type { ChangeRuleTerms } from '#shared/change-rule.ts';
import { CLIENTS } from '../world/clients.ts';
import { QUORUM } from './board.ts';

/** Nobody decides about what risks little, the board about every other normal change. */
export async function writeRules(priya: Ctx, teamId: string): Promise<void> {
  await write(priya, 'The board decides about what risks more', {
    condition: "change.type == 'normal' && change.risk != 1",
    steps: [
      { name: 'Change board', approvers: [{ kind: 'team', id: teamId }], quorum: QUORUM, veto: true, above: null },
    ],
  });
  const small = await createRule(priya, {
    name: 'What risks little goes on by itself',
    terms: {
      ...{ condition: "change.type == 'normal' && change.risk == 1", stage: 'before' },
      outcome: { does: 'authorise' },
    },
  });
  await publishRule(priya, small, { version: 1 });
}

/** A client’s director agrees before something of theirs stands still. */
export async function writeClientRule(priya: Ctx, code: string): Promise<void> {
  const name = CLIENTS.find((client) => client.code === code)?.name ?? code;
  await write(priya, `${name} agrees before something of theirs stands still`, {
    condition: `change.type == 'normal' && change.outage && change.items > 0 && client.code == '${code}'`,
    steps: [
      {
        name: `Director of ${name}`,
        approvers: [{ kind: 'role', role: 'director' }],
        quorum: 'any',
        veto: true,
        above: null,
      },
    ],
  });
}

type Steps = Extract<ChangeRuleTerms['outcome'], { approval: unknown }>['approval']['steps'];

async function write(priya: Ctx, name: string, { condition, steps }: { condition: string; steps: Steps }) {
  const hours = { expireAfterHours: 720, remindEveryHours: null };
  const approval = { order: 'parallel' as const, currency: 'AUD', ...hours, steps };
  const rule = await createRule(priya, {
    name,
    terms: { condition, stage: 'before', outcome: { does: 'ask', approval } },
  });
  await publishRule(priya, rule, { version: 1 });
}
