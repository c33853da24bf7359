import { expect, test } from 'vitest';
import { withContext } from '#platform/context/index.ts';
import { SYSTEM } from '#platform/database/index.ts';
import { TEST_SECRET } from '#tests/database.ts';
import { openDesk } from '#tests/desk.ts';
import { Explainer, nodesOf } from '#tests/plans/plans.ts';
import { statementsOf } from '#tests/plans/statements.ts';
import { noteBounce } from './bounce.ts';
import { RECEIVER } from './receiver.ts';

const desk = await openDesk();

test('the mail that a report is on is found without reading all that went out', async () => {
  const report = { kind: 'delivery' as const, originalId: 'a@msp.example', references: [], recipients: [] };
  const statements = await statementsOf(() =>
    withContext(desk.services, RECEIVER, (ctx) => noteBounce(ctx, report as Parameters<typeof noteBounce>[1])),
  );
  const explainer = await Explainer.open(desk.adminUrl, TEST_SECRET, SYSTEM, ['enable_seqscan = off']);
  const indexes: (string | undefined)[] = [];
  for (const statement of statements)
    indexes.push(...nodesOf(await explainer.plansOf(statement)).map(({ node }) => node['Index Name']));
  await explainer.close();
  expect(indexes).toContain('outgoing_mails_message');
});
