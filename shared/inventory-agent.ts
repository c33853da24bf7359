import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, Page, PageQuery } from './http.ts';

/** A key by which agents on a client's machines report; the key itself is shown when it is made, and never again. */
export const EnrolmentKeyView = Type.Object({
  id: Id,
  name: Type.String(),
  site: Nullable(Type.Object({ id: Id, name: Type.String() })),
  hint: Type.String({ description: 'The last four letters of the key' }),
  createdAt: Instant,
  createdBy: Nullable(Type.String({ description: 'Who made it' })),
  lastUsedAt: Nullable(Instant),
  devices: Type.Integer({ description: 'How many machines reported by it last' }),
  revokedAt: Nullable(Instant),
});
export type EnrolmentKeyView = Static<typeof EnrolmentKeyView>;

export const CreateEnrolmentKey = Type.Object({ name: Name, siteId: Type.Optional(Nullable(Id)) });
export type CreateEnrolmentKey = Static<typeof CreateEnrolmentKey>;

/** How one agent on one system is told where to report. */
export const AgentSetup = Type.Object({
  agent: Type.String(),
  system: Type.String(),
  command: Type.String({ description: 'To be run there as an administrator' }),
});
export type AgentSetup = Static<typeof AgentSetup>;

export const CreatedEnrolmentKey = Type.Object({
  id: Id,
  key: Type.String(),
  url: Type.String({ description: 'The address to which agents report' }),
  setups: Type.Array(AgentSetup),
});
export type CreatedEnrolmentKey = Static<typeof CreatedEnrolmentKey>;

/** The last thing that the agent of a machine said. */
export const AgentReportView = Type.Object({
  id: Id,
  externalId: Type.String({ description: 'The agent’s own name for the machine' }),
  name: Type.String(),
  agent: Type.String(),
  enrolmentKey: Type.Object({ id: Id, name: Type.String() }),
  receivedAt: Instant,
});
export type AgentReportView = Static<typeof AgentReportView>;
export const AgentReportPage = Page(AgentReportView);
export const AgentReportQuery = Type.Object({
  ...PageQuery,
  enrolmentKeyId: Type.Optional(Id),
  externalId: Type.Optional(Type.String({ maxLength: 200 })),
});
export type AgentReportQuery = Static<typeof AgentReportQuery>;

const Said = Type.Record(Type.String(), Type.String());
/**
 * What an agent said of its machine, as it was understood: by section the records, by field what was said. Sections that it did not say again are
 * those that it said before. What may be secret was never kept.
 */
export const AgentReport = Type.Object({
  deviceId: Type.String(),
  itemType: Type.String(),
  sections: Type.Record(Type.String(), Type.Array(Said)),
});
export type AgentReport = Static<typeof AgentReport>;
