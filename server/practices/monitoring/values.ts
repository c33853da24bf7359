import type { ConditionValues } from '#kernel/conditions.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { DueAlert } from './due.ts';
import { placeWords } from './tickets.ts';

/** Of an alert what conditions of rules speak of. */
export type AlertValues = Pick<
  DueAlert,
  | 'connector_name'
  | 'kind'
  | 'severity'
  | 'condition'
  | 'title'
  | 'text'
  | 'site'
  | 'device'
  | 'count'
  | 'client_known'
  | 'item_class'
  | 'item_name'
  | 'item_service_name'
  | 'item_service_importance'
>;
/** Of a client the same. */
export type ClientValues = {
  readonly code: string;
  readonly name: string;
  readonly group: string | null;
  readonly importance: string;
};

const CLIENT = `
select c.code, c.name, g.name as "group", c.importance from clients c left join client_groups g on g.id = c.group_id where c.id = $1`;

export async function clientValues(ctx: Ctx, clientId: string): Promise<ClientValues> {
  const [found] = await ctx.hot<ClientValues>('alert_client_values', CLIENT, [clientId]);
  if (!found) throw new Error('The client of an alert is gone');
  return found;
}

/** What the condition of a rule sees of an alert. */
export const valuesOf = (alert: AlertValues, client: ClientValues): ConditionValues => ({
  alert: {
    connector: alert.connector_name,
    kind: alert.kind,
    severity: alert.severity,
    condition: alert.condition,
    title: alert.title,
    text: alert.text,
    site: alert.site,
    device: placeWords(alert),
    count: alert.count,
  },
  item: {
    class: alert.item_class,
    name: alert.item_name,
    service: alert.item_service_name,
    serviceImportance: alert.item_service_importance,
  },
  client: { ...client, known: alert.client_known },
});
