import type { Caller } from './callers.ts';
import { CANARY, type Forbidden } from './canary.ts';
import type { Operation } from './description.ts';
import { PARKING } from './expense.ts';
import type { Own } from './requests.ts';
import type { Scene } from './scene.ts';
import type { Kind } from './vocabulary.ts';
import type { Firm } from './world.ts';

/** A value that exists where the caller may not look, and one of the same form that exists nowhere. */
export type Pair = { foreign: string; nowhere: string };

/** A way to look at the scene: who looks, what is theirs, what must stay hidden. */
export type Pov = {
  caller: Caller;
  isContact?: boolean;
  own: Own;
  /** Makes something new of one's own, for a request that is meant to succeed; absent where nothing is meant to. */
  fresh?: ((operation: Operation) => Own) | undefined;
  pairs: Partial<Record<Kind, readonly Pair[]>>;
  forbidden: Forbidden;
};

/** A kind of work that every installation begins with. */
const REMOTE_WORK = '01990000-0000-7000-8000-000000000171';
export const NOWHERE_ID = '0193ffff-ffff-7fff-bfff-ffffffffffff';
const nowhere = (...ids: string[]): Pair[] => ids.map((foreign) => ({ foreign, nowhere: NOWHERE_ID }));
/** The same word with other letters: found nowhere. */
const word = (foreign: string): Pair => ({ foreign, nowhere: foreign.replaceAll('zq', 'qz') });

/** The pairs for somebody of another client. */
export function strangerPairs(scene: Scene): Pov['pairs'] {
  const { foreign: b, movedKey, private: theirs } = scene;
  const far = (key: string) => key.replace(/\d+$/, '99999');
  return {
    client: nowhere(b.client),
    ticket: [
      ...nowhere(b.ticket.id, b.merged.id),
      { foreign: b.ticket.key, nowhere: far(b.ticket.key) },
      { foreign: b.ticket.key.toLowerCase(), nowhere: far(b.ticket.key).toLowerCase() },
      { foreign: movedKey, nowhere: far(movedKey) },
    ],
    contact: nowhere(b.colleague),
    site: nowhere(b.site),
    file: nowhere(b.file, b.noteFile, b.looseFile),
    looseFile: nowhere(b.looseFile),
    message: nowhere(b.message),
    item: nowhere(b.item),
    event: nowhere(b.event),
    recurring: nowhere(b.recurring),
    mail: nowhere(b.mail),
    incoming: nowhere(b.incoming),
    clientProvider: nowhere(b.clientProvider),
    page: nowhere(b.page),
    policy: nowhere(b.policy),
    article: nowhere(b.article),
    articleFile: nowhere(b.articleFile, b.draftFile),
    announcement: nowhere(b.announcement),
    alert: nowhere(b.alert),
    alertRule: nowhere(b.alertRule),
    changePeriod: nowhere(b.changePeriod),
    improvement: nowhere(b.improvement),
    timeEntry: nowhere(b.timeEntry),
    expense: nowhere(b.spent.expense),
    expenseReceipt: nowhere(b.spent.expenseReceipt),
    contract: nowhere(b.billing.contract),
    contractLine: nowhere(b.billing.contractLine),
    rate: nowhere(b.billing.rate),
    charge: nowhere(b.billing.charge),
    countSnapshot: nowhere(b.billing.countSnapshot),
    invoice: nowhere(b.billing.invoice),
    invoiceLine: nowhere(b.billing.invoiceLine),
    project: nowhere(b.planned.project),
    projectPhase: nowhere(b.planned.projectPhase),
    projectTask: nowhere(b.planned.projectTask),
    projectMilestone: nowhere(b.planned.projectMilestone),
    quote: nowhere(b.quoted.quote),
    quoteLine: nowhere(b.quoted.quoteLine),
    orderLine: nowhere(b.quoted.orderLine),
    sentContract: nowhere(b.quoted.sentContract),
    knownError: nowhere(b.knownError),
    proposal: nowhere(b.proposal),
    calendarFeed: nowhere(b.calendarFeed),
    device: nowhere(b.estate.device, b.estate.certificate),
    relation: nowhere(b.estate.relation),
    scriptRun: nowhere(b.estate.scriptRun),
    duplicate: nowhere(b.estate.duplicate),
    baseline: nowhere(b.estate.baseline),
    flag: nowhere(b.flag),
    portalImage: nowhere(b.portalImage),
    enrolmentKey: nowhere(b.agents.key),
    agentReport: nowhere(b.agents.report),
    offer: nowhere(b.ordered.offer),
    vote: nowhere(b.ordered.vote),
    task: nowhere(b.ordered.task),
    delegation: nowhere(b.ordered.delegation),
    catalogueItem: nowhere(b.ordered.item),
    change: nowhere(b.change),
    major: nowhere(b.major),
    outage: nowhere(b.outage),
    ...(Object.fromEntries(Object.entries(theirs).map(([kind, id]) => [kind, nowhere(id)])) as Pov['pairs']),
    word: [word(CANARY), word('zqdesk'), word('zqforein'), { foreign: 'BIRCH', nowhere: 'BERCH' }],
    tag: [word(`${CANARY} zqdesk tag`)],
    custom: [word(`asset:${CANARY} zqdesk custom`)],
  };
}

/** What nobody outside may be told: the words, the codes of the keys, and the ids of every row. */
export async function foreignToAll({ admin, foreign, private: theirs }: Scene): Promise<Forbidden> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select a.table_name as name from information_schema.columns a join information_schema.columns b using (table_schema, table_name)
     where table_schema = 'fettle' and a.column_name = 'client_id' and b.column_name = 'id' and b.data_type = 'uuid'`,
  );
  const { client, article, articleFile, draftFile, announcement } = foreign;
  const ids = new Set<string>([
    client,
    foreign.incoming,
    article,
    articleFile,
    draftFile,
    announcement,
    ...Object.values(theirs),
  ]);
  for (const { name } of tables) {
    const { rows } = await admin.query<{ id: string }>(
      `select t.id from fettle.${name} t join fettle.clients c on c.id = t.client_id where c.code in ('BIRCH', 'CEDAR')`,
    );
    for (const { id } of rows) ids.add(id);
  }
  return { words: [CANARY, 'birch', 'cedar'], ids };
}

/** What the caller has themselves, for requests where something else is foreign. A ticket of theirs moves to the annex. */
export function ownIn({ provider, annex }: Scene, mine: Firm): Own {
  const known: Partial<Record<Kind, string>> = {
    client: mine.client,
    contact: mine.asker,
    site: mine.site,
    file: mine.file,
    looseFile: mine.looseFile,
    message: mine.message,
    item: mine.item,
    event: mine.event,
    recurring: mine.recurring,
    mail: mine.mail,
    incoming: mine.incoming,
    clientProvider: mine.clientProvider,
    page: mine.page,
    policy: mine.policy,
    article: mine.article,
    articleFile: mine.articleFile,
    announcement: mine.announcement,
    alert: mine.alert,
    alertRule: mine.alertRule,
    changePeriod: mine.changePeriod,
    improvement: mine.improvement,
    timeEntry: mine.timeEntry,
    ...mine.spent,
    ...mine.billing,
    ...mine.planned,
    ...mine.quoted,
    knownError: mine.knownError,
    proposal: mine.proposal,
    calendarFeed: mine.calendarFeed,
    device: mine.estate.device,
    relation: mine.estate.relation,
    scriptRun: mine.estate.scriptRun,
    duplicate: mine.estate.duplicate,
    baseline: mine.estate.baseline,
    flag: mine.flag,
    portalImage: mine.portalImage,
    enrolmentKey: mine.agents.key,
    agentReport: mine.agents.report,
    offer: mine.ordered.offer,
    vote: mine.ordered.vote,
    task: mine.ordered.task,
    delegation: mine.ordered.delegation,
    catalogueItem: provider.catalogueItem,
    slaCalendar: provider.slaCalendar,
    advisory: provider.advisory,
    mailbox: provider.mailbox,
    change: mine.change,
    major: mine.major,
    outage: mine.outage,
    changeModel: provider.changeModel,
    changeRule: provider.changeRule,
    valueStream: provider.valueStream,
    workType: REMOTE_WORK,
    expenseKind: PARKING,
    taxRate: provider.taxRate,
    staffCost: provider.staffCost,
    product: provider.product,
    contractTemplate: provider.contractTemplate,
    templateLine: provider.templateLine,
    billingRun: provider.billingRun,
    projectTemplate: provider.projectTemplate,
    vendorList: provider.vendorList,
    vendorProduct: provider.vendorProduct,
    connector: provider.connector.id,
    connectorCall: provider.connector.call,
    script: provider.connector.script,
    staff: provider.tom.id,
    team: provider.team,
    group: provider.group,
    service: provider.service,
    category: provider.category,
    template: provider.template,
    checklist: provider.checklist,
    schedule: provider.schedule,
    cabBoard: provider.cabBoard,
    cabMeeting: provider.cabMeeting,
    override: provider.override,
    escalationPath: provider.escalationPath,
    field: provider.field,
    word: 'home',
    tag: 'home',
    custom: 'asset:home',
  };
  return async (kind, place, { url }) => {
    if (url.endsWith('/move') && kind === 'client') return annex.client;
    if (url.endsWith('/move') && kind === 'contact') return annex.contact;
    if (kind === 'catalogueItem' && place.includes('parts.')) return provider.cataloguePart;
    if (kind === 'ticket' && url.includes('/request')) return mine.ordered.ticket;
    if (kind === 'ticket') return place.startsWith('path.') ? mine.ticket.id : mine.child.id;
    return known[kind] ?? NOWHERE_ID;
  };
}
