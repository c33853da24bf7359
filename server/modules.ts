import { thresholdModule } from './automation/threshold/index.ts';
import { billingModule } from './business/billing/index.ts';
import { clientModule } from './business/client/index.ts';
import { contractModule } from './business/contract/index.ts';
import { countModule } from './business/count/index.ts';
import { expenseModule } from './business/expense/index.ts';
import { marginModule } from './business/margin/index.ts';
import { productModule } from './business/product/index.ts';
import { projectModule } from './business/project/index.ts';
import { quoteModule } from './business/quote/index.ts';
import { signingModule } from './business/signing/index.ts';
import { timeModule } from './business/time/index.ts';
import { brandModule } from './channels/brand/index.ts';
import { clientSsoModule } from './channels/client-sso/index.ts';
import { mailInModule } from './channels/mail-in/index.ts';
import { mailOutModule } from './channels/mail-out/index.ts';
import { portalModule } from './channels/portal/index.ts';
import { connectorModule } from './connectors/core/index.ts';
import { scriptModule } from './connectors/scripts/index.ts';
import './connectors/providers.ts';
import { inventoryAgentModule } from './connectors/inventory-agent/index.ts';
import { accountingModule } from './connectors/xero/index.ts';
import { bulkModule } from './desk/bulk/index.ts';
import { classificationModule } from './desk/classification/index.ts';
import { conversationModule } from './desk/conversation/index.ts';
import { libraryModule } from './desk/library/index.ts';
import { lifecycleModule } from './desk/lifecycle/index.ts';
import { liveModule } from './desk/live/index.ts';
import { nextModule } from './desk/next/index.ts';
import { notificationModule } from './desk/notification/index.ts';
import { relatedModule } from './desk/related/index.ts';
import { searchModule } from './desk/search/index.ts';
import { teamModule } from './desk/team/index.ts';
import { ticketModule } from './desk/ticket/index.ts';
import { viewModule } from './desk/view/index.ts';
import { auditModule } from './platform/audit/index.ts';
import type { Place, Role } from './platform/config/index.ts';
import type { Services } from './platform/context/index.ts';
import type { MachineRoute, Route } from './platform/http/index.ts';
import { identityModule } from './platform/identity/index.ts';
import type { JobDefinition, QueueName } from './platform/jobs/index.ts';
import { portalAddressModule } from './platform/portal-address/index.ts';
import { settingsModule } from './platform/settings/index.ts';
import { upkeepModule } from './platform/upkeep/index.ts';
import { wordsModule } from './platform/words/index.ts';
import { adoptionModule } from './practices/adoption/index.ts';
import { announcementModule } from './practices/announcement/index.ts';
import { approvalModule } from './practices/approval/index.ts';
import { cabModule } from './practices/cab/index.ts';
import { calendarFeedModule } from './practices/calendar-feed/index.ts';
import { changeModule } from './practices/change/index.ts';
import { changeScheduleModule } from './practices/change-schedule/index.ts';
import { configurationModule } from './practices/configuration/index.ts';
import { escalationModule } from './practices/escalation/index.ts';
import { improvementModule } from './practices/improvement/index.ts';
import { knowledgeModule } from './practices/knowledge/index.ts';
import { majorModule } from './practices/major/index.ts';
import { monitoringModule } from './practices/monitoring/index.ts';
import { onCallModule } from './practices/on-call/index.ts';
import { problemModule } from './practices/problem/index.ts';
import { requestModule } from './practices/request/index.ts';
import { satisfactionModule } from './practices/satisfaction/index.ts';
import { serviceModule } from './practices/service/index.ts';
import { serviceLevelModule } from './practices/service-level/index.ts';
import { spanModule } from './practices/span/index.ts';
import { valueStreamModule } from './practices/value-stream/index.ts';
import { sampleModule } from './sample/index.ts';

/** What a feature folder offers the program: its routes, and its background work. */
export type Module = {
  readonly name: string;
  readonly routes?: readonly Route[];
  /** Addresses for programs that cannot speak the API. */
  readonly machines?: readonly MachineRoute[];
  readonly jobs?: (services: Services) => readonly JobDefinition[];
  /** The queues of `jobs`, known without services, so that they can be made at migration. */
  readonly queues?: readonly (string | QueueName)[];
  /** Work looked for at short intervals; must be safe when several processes do it. */
  readonly loops?: readonly Loop[];
  /** What it listens on besides HTTP, where the configuration says so. */
  readonly doors?: readonly Door[];
  /** Ends what it keeps for this process, once nothing is asked of it any more; what is asked later begins it anew. */
  readonly stop?: () => Promise<void>;
};

export type Door = {
  readonly role: Role;
  /** Throws `StartupError` where the place is taken. */
  open(services: Services, place: Place): Promise<{ stop(): Promise<void> }>;
};

export type Loop = {
  readonly name: string;
  /** Which role does it; the scheduler unless said. */
  readonly role?: Role;
  readonly everyMs: number;
  /** `signal` asks a long run to end at its next good place. */
  run(services: Services, signal: AbortSignal): Promise<unknown>;
};

/** Every feature folder, in the order in which the API reference lists them. */
export const MODULES: readonly Module[] = [
  ticketModule,
  bulkModule,
  viewModule,
  nextModule,
  relatedModule,
  spanModule,
  conversationModule,
  knowledgeModule,
  problemModule,
  libraryModule,
  requestModule,
  approvalModule,
  changeModule,
  satisfactionModule,
  announcementModule,
  serviceModule,
  majorModule,
  monitoringModule,
  changeScheduleModule,
  cabModule,
  calendarFeedModule,
  valueStreamModule,
  improvementModule,
  configurationModule,
  serviceLevelModule,
  onCallModule,
  escalationModule,
  thresholdModule,
  searchModule,
  portalModule,
  portalAddressModule,
  clientSsoModule,
  brandModule,
  clientModule,
  timeModule,
  expenseModule,
  contractModule,
  countModule,
  billingModule,
  marginModule,
  productModule,
  projectModule,
  quoteModule,
  signingModule,
  inventoryAgentModule,
  teamModule,
  classificationModule,
  lifecycleModule,
  settingsModule,
  adoptionModule,
  wordsModule,
  notificationModule,
  mailInModule,
  mailOutModule,
  connectorModule,
  accountingModule,
  scriptModule,
  liveModule,
  identityModule,
  auditModule,
  upkeepModule,
  sampleModule,
];
