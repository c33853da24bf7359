// Generated from the routes by `node tools/generate/operations.ts`; do not edit.

export type AcceptInvitation = { token: string; password: string };

export type AcceptProposal = { title?: string };

export type AcceptQuote = { /** Full name, as a signature */ name: string; /** That they may bind their company by it */ consent: boolean; /** The optional lines that are taken, and one of each group */ lineIds: string[] };

export type AccessLog = { /** The company’s clock, by which days are told apart */ timeZone: string; rows: ({ /** Of a day of work the last change */ at: string; what: 'worked' | 'denied' | 'signed_in' | 'sign_in_refused' | 'signed_out' | 'created' | 'invited' | 'sign_in_link_made' | 'password_set' | 'password_changed' | 'second_factor_on' | 'second_factor_off' | 'second_factor_reset' | 'recovery_codes_renewed' | 'identity_linked' | 'identity_unlinked'; /** Whom of the company it concerns */ contact: string | null; /** Who of the provider did it, or their key */ staff: string | null; /** How somebody signed in */ by: string | null; /** Where from */ address: string | null; /** Of a day of work */ changes: number | null })[]; /** There was more than is listed; a shorter time shows it */ more: boolean };

export type AccountingLink = { state: 'new' | 'choosing' | 'on' | 'paused' | 'refused'; organisation: string; oauthClientId: string; hasWebhookKey: boolean; sendFrom: string; authorizeUrl: string; tokenUrl: string; apiUrl: string; /** What was in the way the last time; empty where nothing was */ fault: string; faultAt: string | null; goodAt: string | null; nextAt: string; version: number };

export type AccountingMapping = { clients: ContactMapping[]; contacts: { id: string; name: string }[]; codes: CodeMapping[]; accounts: BookChoice[]; taxes: BookChoice[] };

export type AccountingView = { link: AccountingLink | null; /** Where Xero sends the browser back to */ callbackUrl: string; /** Where Xero may tell of changes */ webhookUrl: string; counts: { waiting: number; failed: number; sent: number }; payments: { invoice: { id: string; number: string }; client: Named; /** Minor units of the currency */ amount: number; currency: string; paidOn: string; /** Whether it was taken back there since */ undone: boolean }[] };

export type AddExpense = { clientId?: string; ticketId?: string; kindId: string; /** When it was paid or driven, not in the future */ day: string; /** How many of the unit, for a kind that has one */ quantity?: string; /** What was paid, with the tax in it, in minor units; not for a kind with a unit */ amount?: number; /** The tax in it, in minor units; without it by the tax of its kind */ tax?: number; /** ISO 4217; without it the client’s */ currency?: string; paidBy: 'own' | 'company'; /** Whether the client is charged; without it as its kind says */ chargeable?: boolean; /** Per cent on top, 0 to 1,000; without it as its kind says. For those who may change prices (contract.manage) */ markup?: string; /** Stands on the invoice */ clientNote?: string; /** For the firm alone */ note?: string };

export type AddLeave = { startsAt: string; endsAt: string; note?: string };

export type AddLine = { kind: 'fixed' | 'all_inclusive' | 'time' | 'block_hours' | 'block_money'; name: string; /** What is counted: user, device, site */ unit?: string; /** Whether a part of a month costs a part */ prorated?: boolean; covers?: { workTypeIds?: string[]; kinds?: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categoryIds?: string[]; serviceIds?: string[]; staffIds?: string[]; itemIds?: string[]; contactIds?: string[]; hours?: ('in_hours' | 'after_hours' | 'holiday')[] } | null; /** Per cent of the rates, for work that is charged */ percent?: string; /** An hour at a dearer time takes as many hours more off the block */ weighted?: boolean; keepsMonths?: number | null; taxRateId?: string | null; position?: number; counts?: CountedBy | null; /** The beginning of the contract, unless given */ from?: string; /** A number from 0, up to four digits behind the point */ quantity?: string; /** An amount in major units, up to four digits behind the point: 180.00 */ price?: string };

export type AddOverride = { staffId: string; startsAt: string; endsAt: string; note?: string };

export type AddPayment = { /** Minor units; below zero where it was given back */ amount: number; paidOn: string; note?: string };

export type AddPeople = { /** Colleagues who follow it */ contactIds?: string[]; /** Others who should; your service desk decides about those whom it does not know */ addresses?: string[] };

export type AddTask = { /** A task that is there already, instead of a title */ ticketId?: string; title?: string; description?: string; assigneeId?: string | null; teamId?: string | null; phaseId?: string | null; position?: number; starts?: string | null; /** The last day, which counts */ ends?: string | null; estimateMinutes?: number | null; shown?: boolean; /** Tasks of the project that it comes after */ after?: string[] };

export type AddTime = { minutes: number; note?: string; /** As its kind of work says, unless given */ billable?: boolean; workTypeId?: string | null; /** When it began, where that is known */ startedAt?: string | null; /** When it was done; without it now, or the end of what began at startedAt */ workedAt?: string };

export type AdvisoriesImported = { entered: number; /** Passed over, because they are entered already */ already: number };

export type AdvisoryList = { items: AdvisoryView[] };

export type AdvisoryPreview = { lines: ({ /** Of a table the line where it begins; of JSON which one it is, from 1 */ line: number; title: string; severity: 'low' | 'medium' | 'high' | 'critical' | null; words: string[]; /** It is entered already, or stands further up: it is passed over */ already: boolean; /** How many items it concerns */ items: number; /** At how many clients */ clients: number; faults: { field: string; message: string }[] })[]; /** Columns that are not read */ ignored: string[] };

export type AdvisoryView = { id: string; title: string; vendor: string; product: string; severity: 'low' | 'medium' | 'high' | 'critical' | null; reference: string; text: string; url: string; words: string[]; publishedOn: string | null; enteredBy: string; createdAt: string };

export type AgendaEntry = { change: { id: string; key: string; title: string; client: Named; type: 'standard' | 'normal' | 'emergency'; status: string; risk: number | null; outage: boolean; riskWhy: string[]; plannedStart: string | null; plannedEnd: string | null }; why: 'decide' | 'afterwards' | 'failed'; /** How long it was talked about before it was begun last */ seconds: number; begunAt: string | null; outcome: 'approved' | 'rejected' | 'deferred' | 'noted' | null; note: string; voters: AgendaVoter[]; /** Whether the reader may write down votes: not about what is their own */ mayRecord: boolean };

export type AgendaVoter = { voteId: string; staff: Named; vote: 'approve' | 'reject' | null; comment: string; present: boolean; /** When they got a link that still counts */ askedByMail: string | null };

export type AgentReport = { deviceId: string; itemType: string; sections: { [key: string]: { [key: string]: string }[] } };

export type AgentReportPage = { items: AgentReportView[]; nextCursor: string | null };

export type AgentReportQuery = { limit?: number; cursor?: string; enrolmentKeyId?: string; externalId?: string };

export type AgentReportView = { id: string; /** The agent’s own name for the machine */ externalId: string; name: string; agent: string; enrolmentKey: Named; receivedAt: string };

export type AgentSetup = { agent: string; system: string; /** To be run there as an administrator */ command: string };

export type AlertCountQuery = { severity?: number[]; kind?: ('informational' | 'warning' | 'exception')[]; clientId?: string; itemId?: string; connectorId?: string; ticketId?: string; /** Those that this alert explains */ causeId?: string; /** Those of which it is not known whose they are */ unknown?: boolean; /** Leaves out those that another explains */ grouped?: boolean; /** A part of title, condition, device, or of the name of its item, place or client */ q?: string };

export type AlertCounts = { items: ({ state: 'open' | 'suppressed' | 'correlated' | 'ticketed' | 'acknowledged' | 'cleared' | 'closed'; count: number; capped: boolean })[] };

export type AlertDecision = { by: string; does: string; sentence: string; /** What decided, in a few words */ brief: string; ruleId: string | null };

export type AlertOccurrence = { startedAt: string; endedAt: string | null; ended: boolean; /** 1 critical, 2 high, 3 medium, 4 low, 5 information */ severity: number; title: string };

export type AlertPage = { items: AlertRow[]; nextCursor: string | null };

export type AlertQuery = { limit?: number; cursor?: string; state?: ('open' | 'suppressed' | 'correlated' | 'ticketed' | 'acknowledged' | 'cleared' | 'closed')[]; severity?: number[]; kind?: ('informational' | 'warning' | 'exception')[]; clientId?: string; itemId?: string; connectorId?: string; ticketId?: string; /** Those that this alert explains */ causeId?: string; /** Those of which it is not known whose they are */ unknown?: boolean; /** Leaves out those that another explains */ grouped?: boolean; /** A part of title, condition, device, or of the name of its item, place or client */ q?: string };

export type AlertRow = { id: string; client: Named; /** False while nobody has said whose it is */ clientKnown: boolean; connector: Named; /** What names the client at the source */ site: string; /** What people call that; the same where it is not said */ siteName: string; item: Named | null; /** What it is on, in words */ device: string; condition: string; title: string; /** 1 critical, 2 high, 3 medium, 4 low, 5 information */ severity: number; kind: 'informational' | 'warning' | 'exception'; state: 'open' | 'suppressed' | 'correlated' | 'ticketed' | 'acknowledged' | 'cleared' | 'closed'; /** Whether it lasts at its source */ open: boolean; /** How often it was raised */ count: number; firstAt: string; lastAt: string; clearedAt: string | null; ticket: { id: string; key: string; title: string } | null; causeId: string | null; /** How many others it explains, counted up to 10,000 */ explains: number; decision: AlertDecision | null; decideAt: string | null; acknowledgedBy: string | null; version: number };

export type AlertRules = { items: AlertRuleView[] };

export type AlertRuleTerms = { /** CEL over alert, item and client; empty fits every alert */ condition: string; outcome: RuleOutcome };

export type AlertRuleVersion = { number: number; /** Null: it was withdrawn */ terms: { /** CEL over alert, item and client; empty fits every alert */ condition: string; outcome: RuleOutcome } | null; note: string; publishedAt: string; publishedBy: string | null };

export type AlertRuleVersions = { items: AlertRuleVersion[] };

export type AlertRuleView = { id: string; name: string; level: 'provider' | 'group' | 'client'; client: Named | null; group: Named | null; position: number; terms: AlertRuleTerms | null; draft: AlertRuleTerms | null; publishedAt: string | null; /** Of the version in force; null while none is */ number: number | null; fault: { at: string; error: string } | null; version: number };

export type AlertSimulation = { /** Alerts that were looked at: the newest 10,000 of that time that the rule may reach */ judged: number; capped: boolean; /** How many the rule would decide about */ fits: number; changed: number; counts: ({ before: 'ignore' | 'inbox' | 'ticket'; after: 'ignore' | 'inbox' | 'ticket'; count: number })[]; examples: ({ id: string; title: string; device: string; client: string; /** 1 critical, 2 high, 3 medium, 4 low, 5 information */ severity: number; before: 'ignore' | 'inbox' | 'ticket'; beforeBy: string; after: 'ignore' | 'inbox' | 'ticket'; afterBy: string })[]; /** Why its condition could not be answered, for the first alert where it could not */ fault: string | null };

export type AlertView = { id: string; client: Named; /** False while nobody has said whose it is */ clientKnown: boolean; connector: Named; /** What names the client at the source */ site: string; /** What people call that; the same where it is not said */ siteName: string; item: Named | null; /** What it is on, in words */ device: string; condition: string; title: string; /** 1 critical, 2 high, 3 medium, 4 low, 5 information */ severity: number; kind: 'informational' | 'warning' | 'exception'; state: 'open' | 'suppressed' | 'correlated' | 'ticketed' | 'acknowledged' | 'cleared' | 'closed'; /** Whether it lasts at its source */ open: boolean; /** How often it was raised */ count: number; firstAt: string; lastAt: string; clearedAt: string | null; ticket: { id: string; key: string; title: string } | null; causeId: string | null; /** How many others it explains, counted up to 10,000 */ explains: number; decision: AlertDecision | null; decideAt: string | null; acknowledgedBy: string | null; version: number; /** Plain text */ text: string; url: string | null; sourceAcknowledgedBy: string | null; acknowledgedAt: string | null; closedAt: string | null; decidedAt: string | null; cause: { id: string; title: string } | null; /** The newest 100 */ occurrences: AlertOccurrence[] };

export type AlignContract = { /** The first day on which the lines are as the template has them */ from: string; /** Lines of the template */ lineIds: string[] };

export type AnnouncementPage = { items: AnnouncementRow[]; nextCursor: string | null };

export type AnnouncementQuery = { limit?: number; cursor?: string; state?: ('draft' | 'published' | 'ended')[]; kind?: ('notice' | 'maintenance' | 'outage')[]; serviceId?: string; /** Those that are for this client */ clientId?: string };

export type AnnouncementRow = { id: string; kind: 'notice' | 'maintenance' | 'outage'; title: string; state: 'draft' | 'published' | 'ended'; effect: 'maintenance' | 'degraded' | 'outage' | null; audience: 'services' | 'all' | 'groups' | 'chosen'; services: Named[]; groups: Named[]; /** Those that the reader sees */ clients: Named[]; /** To which it is narrowed at these clients; none of a client: it is for all of it */ sites: { id: string; name: string; clientId: string }[]; fromAt: string; untilAt: string | null; publishedAt: string | null; endedAt: string | null; updatedAt: string };

export type AnnouncementView = { id: string; kind: 'notice' | 'maintenance' | 'outage'; title: string; state: 'draft' | 'published' | 'ended'; effect: 'maintenance' | 'degraded' | 'outage' | null; audience: 'services' | 'all' | 'groups' | 'chosen'; services: Named[]; groups: Named[]; /** Those that the reader sees */ clients: Named[]; /** To which it is narrowed at these clients; none of a client: it is for all of it */ sites: { id: string; name: string; clientId: string }[]; fromAt: string; untilAt: string | null; publishedAt: string | null; endedAt: string | null; updatedAt: string; text: string; /** In the order of time */ updates: { id: string; text: string; by: string; at: string }[]; /** Those that the reader sees */ tickets: { id: string; key: string; title: string }[]; /** People who are told what follows, among clients that the reader sees */ followers: number; version: number; createdAt: string; createdBy: string | null };

export type AnswerLine = { label: string; value: string };

export type ApiKeyView = { id: string; name: string; /** The last four characters */ hint: string; permissions: string[]; allClients: boolean; clientIds: string[]; expiresAt: string | null; createdAt: string; lastUsedAt: string | null; revokedAt: string | null; networks: string[] };

export type ApprovalSubject = { ticketKey: string; title: string; cost: MoneyShape | null; requester: string; forWhom: string | null; reason: string; expectedOn: string | null; lines: AnswerLine[] };

export type ApprovalTermsShape = { order: 'serial' | 'parallel'; currency: string; expireAfterHours: number; remindEveryHours: number | null; steps: ({ name: string; approvers: ({ kind: 'contact' | 'staff' | 'team'; id: string } | { kind: 'manager' | 'authority' } | { kind: 'role'; role: string })[]; quorum: 'any' | 'all' | number; veto: boolean; above: number | null })[] };

export type ApprovalView = { id: string; state: 'pending' | 'approved' | 'rejected' | 'expired' | 'voided' | 'dropped'; why: string; endedWhy: string | null; /** What was said with a rejection, and by whom */ endedWords: string; createdAt: string; expiresAt: string; endedAt: string | null; steps: ({ name: string; state: 'waiting' | 'open' | 'approved' | 'rejected' | 'dropped'; /** Why it is asked, or not */ why: string; asked: number; /** How many have to approve */ needed: number; approvals: number; rejections: number; /** Too few are left who could decide: it cannot be approved any more */ stuck: boolean; voters: ({ id: string; name: string; kind: 'contact' | 'staff'; why: string; vote: 'approve' | 'reject' | null; comment: string; at: string | null; by: string | null; standIns: { name: string; until: string; /** False where they decide in this step already: a person counts once */ counts: boolean }[]; /** The caller may cast this vote now */ canVote: boolean })[] })[] };

export type ApproveScript = { version: number; approved: boolean; secondPerson?: boolean; /** The key of a class */ classKey?: string; /** By the name of a parameter */ fixed?: { [key: string]: string } };

export type ArticleDiff = { blocks: ({ kind: 'same' | 'added' | 'removed' | 'changed'; tag: 'title' | 'text' | 'heading' | 'item' | 'code' | 'quote' | 'picture'; parts: ({ kind: 'same' | 'added' | 'removed'; text: string })[] })[] };

export type ArticleDiffQuery = { /** The number of a version, or "draft" */ before: string; /** The number of a version, or "draft" */ after: string };

export type ArticlePage = { items: ArticleRow[]; nextCursor: string | null; /** What was looked for, to be marked: folded */ words: string[] };

export type ArticleQuery = { limit?: number; cursor?: string; q?: string; state?: ('draft' | 'in_review' | 'published' | 'retired')[]; visibility?: ('internal' | 'all' | 'chosen' | 'public')[]; ownerId?: string; categoryId?: string; /** Those that people of this client may read */ clientId?: string; /** Only those that somebody says are outdated */ flagged?: boolean; /** Only those whose review is due */ overdue?: boolean; /** Only those with a draft that waits for review */ pending?: boolean };

export type ArticleRow = { id: string; title: string; state: 'draft' | 'in_review' | 'published' | 'retired'; draftState: 'draft' | 'in_review' | null; visibility: 'internal' | 'all' | 'chosen' | 'public'; /** Those that the reader sees */ clients: Named[]; language: string; category: Named | null; service: Named | null; owner: Named | null; reviewOn: string | null; /** Its review is due, and it is in force */ overdue: boolean; publishedAt: string | null; updatedAt: string; measures: { /** By people of clients that the reader sees, each once a day, and by visitors */ views: number; staffViews: number; helpful: number; unhelpful: number; /** Tickets it was linked to or answered with */ uses: number; /** Times it was read while somebody typed what is wrong, a day ago or longer */ typed: number; /** Of these, those after which no ticket was logged within a day */ deflected: number }; /** How often it is said to be outdated, and nobody has seen to it */ flags: number; found: string | null };

export type ArticleVersion = { number: number; title: string; note: string; at: string; by: string; visibility: 'internal' | 'all' | 'chosen' | 'public'; inForce: boolean; body: string };

export type ArticleVersionRow = { number: number; title: string; note: string; at: string; by: string; visibility: 'internal' | 'all' | 'chosen' | 'public'; inForce: boolean };

export type ArticleView = { id: string; title: string; state: 'draft' | 'in_review' | 'published' | 'retired'; draftState: 'draft' | 'in_review' | null; visibility: 'internal' | 'all' | 'chosen' | 'public'; /** Those that the reader sees */ clients: Named[]; language: string; category: Named | null; service: Named | null; owner: Named | null; reviewOn: string | null; /** Its review is due, and it is in force */ overdue: boolean; publishedAt: string | null; updatedAt: string; measures: { /** By people of clients that the reader sees, each once a day, and by visitors */ views: number; staffViews: number; helpful: number; unhelpful: number; /** Tickets it was linked to or answered with */ uses: number; /** Times it was read while somebody typed what is wrong, a day ago or longer */ typed: number; /** Of these, those after which no ticket was logged within a day */ deflected: number }; /** What is said to be outdated, until somebody has seen to it */ flags: ({ id: string; note: string; at: string; by: string; ticketKey: string | null })[]; published: { title: string; /** Sanitised HTML */ body: string; number: number; at: string; by: string } | null; draft: { title: string; /** Sanitised HTML */ body: string; updatedAt: string; updatedBy: string; /** What a reviewer wants changed */ remark: string } | null; may: { write: boolean; /** Also: decide who reads it, retire it */ publish: boolean }; version: number; createdAt: string };

export type AskForRun = { itemId: string; scriptId: string; /** By the name of a parameter */ parameters?: { [key: string]: string }; /** For whoever agrees, and for the ticket */ reason?: string };

export type AskSignInMail = { email: string; /** The last part of /portal/for/… */ for?: string };

export type AssignTicket = { version?: number; teamId?: string | null; assigneeId?: string | null; auto?: boolean; reason?: string };

export type Attachments = ReceiptView[];

export type AuditEntry = { id: string; at: string; /** Such as ticket.assigned */ type: string; subject: { type: string; id: string; /** The key of a ticket, or the name of what it was */ label: string | null }; client: Named | null; actor: { kind: string; id: string | null; name: string }; onBehalfOf: string | null; /** Of the request that caused it; the log has the same */ requestId: string; visibility: 'public' | 'internal'; /** Each field: before and after */ changes: { [key: string]: unknown }; data: { [key: string]: unknown } };

export type AuditPage = { items: AuditEntry[]; nextCursor: string | null };

export type AuditQuery = { limit?: number; cursor?: string; /** ticket.assigned, or ticket for everything about tickets */ type?: string[]; subjectType?: string; subjectId?: string; /** Whoever did it; signing in counts as one’s own */ actorId?: string; /** Only what people did, by themselves or by a key, and their signing in */ people?: boolean; clientId?: string; after?: string; before?: string };

export type AvailabilityQuery = { clientId: string; /** The beginning of this month unless said */ from?: string; /** Now unless said, and no later */ until?: string };

export type AvailabilityView = { client: Named; service: Named; from: string; until: string; calendarName: string; /** Percent of the agreed time */ target: number | null; plannedCounts: boolean; /** Percent of the agreed time; null where nothing was agreed */ percent: number | null; openSeconds: number; plannedSeconds: number; agreedSeconds: number; downSeconds: number; interruptions: number; longestSeconds: number; /** How it comes about, a sentence a step */ why: string[]; outages: ({ id: string; title: string; beganAt: string; endedAt: string | null; planned: boolean; share: number; /** Agreed seconds while it lasted */ seconds: number; /** Seconds that it took */ counted: number; why: string })[] };

export type BaselineList = { items: BaselineRow[] };

export type BaselineRow = { id: string; name: string; madeBy: string; items: number; createdAt: string };

export type BeginRemote = { itemId: string };

export type Bill = { client: Named; currency: string; state: 'ready' | 'review' | 'blocked' | 'issued' | 'nothing'; reasons: string[]; /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number; lines: BillLine[]; before: { number: string; /** Minor units of the currency */ net: number } | null; causes: BillCause[]; /** Whether time or expenses that would be in it wait to be approved for longer than two days */ unapproved: boolean; /** How many counts differ from its contracts and wait for a decision */ undecided: number; invoice: { id: string; number: string } | null; covered: CoveredTime[]; blocks: BlockLeft[] };

export type BillCause = { name: string; /** Minor units of the currency */ before: number; /** Minor units of the currency */ now: number };

export type BillLine = { name: string; unit: string; quantity: string; price: string; /** Minor units of the currency */ amount: number; taxName: string; taxPercent: string; /** Minor units of the currency */ tax: number; why: BillWhy };

export type BillRow = { client: Named; currency: string; state: 'ready' | 'review' | 'blocked' | 'issued' | 'nothing'; reasons: string[]; /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number; lines: number; before: { number: string; /** Minor units of the currency */ net: number } | null; causes: BillCause[]; /** Whether time or expenses that would be in it wait to be approved for longer than two days */ unapproved: boolean; /** How many counts differ from its contracts and wait for a decision */ undecided: number; invoice: { id: string; number: string } | null };

export type BillWhy = { steps: { what: string; how: string }[]; parts: { from: string; /** The day after the last */ until: string; days: number; of: number; quantity: string; price: string; /** Minor units of the currency */ amount: number }[]; entries: ({ id: string; staff: string; day: string; workType: string | null; /** Minutes */ worked: number; /** What of it is in this line, after rounding */ seconds: number; /** Minor units of the currency */ amount: number })[] };

export type BlockLeft = { line: string; kind: 'block_hours' | 'block_money'; from: string; until: string | null; granted: number; left: number };

export type BlockOutlook = { client: Named; contract: Named; line: Named; currency: string; kind: 'block_hours' | 'block_money'; /** Seconds of a block of hours, minor units of a block of money */ granted: number; /** After all that was worked, also what is on no invoice yet */ left: number; /** The first day on which some of what is left is good no more */ until: string | null; warned: boolean; reasons: string[] };

export type BoardClock = { ticketId: string; key: string; title: string; priority: number; status: string; client: { id: string; name: string; code: string }; team: Named | null; assignee: Named | null; target: string; name: string; state: 'running' | 'paused' | 'breached'; targetSeconds: number; consumedSeconds: number; runningSince: string | null; dueAt: string | null; breachedAt: string | null; pauseReason: string | null; holdUntil: string | null };

export type BoardQuery = { hours?: number; clientId?: string; /** A team, "mine", or "none" */ teamId?: string; target?: 'first_response' | 'next_update' | 'resolution' | 'vendor' | 'ola' };

export type Boards = { items: BoardView[] };

export type BoardView = { name: string; teamId: string; /** How many have to be there */ quorum: number; recurrence: Recurrence | null; timeZone: string; minutes: number; /** How long one change should take */ itemMinutes: number; /** A room, or the address of a call */ place: string; id: string; team: Named; members: Named[]; words: string; /** Changes that wait for it */ due: number; /** The latest and the next, newest first */ meetings: ({ id: string; startsAt: string; state: 'planned' | 'running' | 'closed' | 'cancelled' })[]; version: number };

export type BookChoice = { code: string; name: string };

export type BookedPage = { items: BookedRow[]; nextCursor: string | null };

export type BookedQuery = { limit?: number; cursor?: string; state?: 'waiting' | 'failed' | 'sent' };

export type BookedRow = { /** Of the invoice */ id: string; invoice: { id: string; number: string; kind: 'invoice' | 'credit' }; client: Named; currency: string; /** Minor units of the currency */ total: number; issuedOn: string; state: 'waiting' | 'sending' | 'draft' | 'sent' | 'failed'; externalId: string | null; /** As Xero says it, such as AUTHORISED or PAID; empty where nothing is there */ externalStatus: string; faultKind: 'mapping' | 'refused' | 'difference' | 'taken' | null; /** Why it was not taken, with the words of Xero */ fault: string; /** What is odd about what was read back */ note: string; sentAt: string | null };

export type BulkActions = { assign?: { teamId?: string | null; assigneeId?: string | null }; transition?: TransitionTicket; priority?: number | null; impact?: number; urgency?: number; categoryId?: string | null; serviceId?: string | null; /** Custom field values by key */ custom?: { [key: string]: unknown }; addTags?: string[]; parentId?: string | null; mergeInto?: string };

export type BulkItem = { ticketId: string; key: string; title: string; state: 'waiting' | 'changed' | 'unchanged' | 'refused' | 'reverted' | 'kept'; detail: string };

export type BulkItemPage = { items: BulkItem[]; nextCursor: string | null };

export type BulkItemQuery = { limit?: number; cursor?: string; state?: 'waiting' | 'changed' | 'unchanged' | 'refused' | 'reverted' | 'kept' };

export type BulkNow = { ids: string[]; assign?: { teamId?: string | null; assigneeId?: string | null }; transition?: TransitionTicket; priority?: number | null; impact?: number; urgency?: number; categoryId?: string | null; serviceId?: string | null; /** Custom field values by key */ custom?: { [key: string]: unknown }; addTags?: string[]; parentId?: string | null; mergeInto?: string };

export type BulkOutcome = { id: string; key: string; outcome: 'changed' | 'unchanged' | 'refused'; detail: string; /** Of a refusal: what is wrong, field by field, where it is about fields */ errors: { path: string; message: string }[]; eventId: string | null; /** Of several actions each has one; take them back last first */ eventIds: string[] };

export type BulkPreview = { total: number; clients: { id: string; name: string; count: number }[]; sample: ({ key: string; title: string; changes: { label: string; before: string; after: string }[]; refused: string | null })[] };

export type BulkView = { id: string; state: 'running' | 'stopped' | 'done' | 'reverting' | 'reverted'; total: number; counts: { waiting: number; changed: number; unchanged: number; refused: number; reverted: number; kept: number }; actions: BulkActions; createdAt: string; finishedAt: string | null };

export type CalendarChange = { from: string; to: string; id: string; key: string; title: string; client: Named; type: 'standard' | 'normal' | 'emergency'; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; outage: boolean; risk: number | null; team: Named | null; people: Named[]; items: Named[]; collisions: CollisionView[] };

export type CalendarPeriod = { id: string; kind: 'window' | 'freeze' | 'blackout'; name: string; note: string; client: Named | null; group: Named | null; services: Named[]; items: Named[]; times: ShiftsQuery[] };

export type CalendarQuery = { from: string; /** At most 62 days after the beginning */ until: string; clientId?: string };

export type CalendarReach = { /** Running clocks that count by the calendar */ clocks: number; /** Those that would come due earlier */ earlier: number; /** Those that would come due later */ later: number; clients: { id: string; name: string; clocks: number }[]; /** Those that would move furthest */ examples: ({ key: string; target: string; dueAt: string | null; nextDueAt: string | null })[] };

export type Call = { direction: 'from_client' | 'to_client'; /** How long it took, until it was written down */ minutes: number };

export type CallBody = { headers: { [key: string]: string }; /** As text; what is no UTF-8 shows as replacement characters */ body: string };

export type CallQuery = { limit?: number; cursor?: string; state?: 'new' | 'done' | 'malformed' | 'refused' | 'too_large' | 'failed' };

export type CannedReplyView = { id: string; name: string; shared: boolean; /** Path of names, such as "Printing/Paper"; empty for none */ folder: string; tags: string[]; /** Whom a shared one is for; empty: everybody */ teamIds: string[]; owner: Named | null; mine: boolean; version: number; shortcut: string; body: string };

export type CastVote = { vote: 'approve' | 'reject'; /** Plain text; asked for with a rejection */ comment?: string };

export type CatalogueCard = { id: string; name: string; summary: string; icon: 'laptop' | 'phone' | 'software' | 'access' | 'mailbox' | 'person' | 'printer' | 'network' | 'box'; heading: string; price: MoneyShape | null; deliveryDays: number | null; needsApproval: boolean };

export type CatalogueItem = { id: string; name: string; summary: string; icon: 'laptop' | 'phone' | 'software' | 'access' | 'mailbox' | 'person' | 'printer' | 'network' | 'box'; heading: string; price: MoneyShape | null; deliveryDays: number | null; needsApproval: boolean; /** For uploads: POST /clients/{clientId}/files */ clientId: string; description: string; form: FormToRead; parts: ({ id: string; name: string; summary: string; icon: 'laptop' | 'phone' | 'software' | 'access' | 'mailbox' | 'person' | 'printer' | 'network' | 'box'; heading: string; price: MoneyShape | null; deliveryDays: number | null; needsApproval: boolean; form: FormToRead; included: boolean })[] };

export type CatalogueItemRow = { id: string; name: string; heading: string; icon: 'laptop' | 'phone' | 'software' | 'access' | 'mailbox' | 'person' | 'printer' | 'network' | 'box'; audience: 'all' | 'groups' | 'clients'; groupIds: string[]; clientIds: string[]; /** Of people at the client; empty: everybody */ roles: string[]; price: MoneyShape | null; /** By a policy of its own */ needsApproval: boolean; /** Number of the version that is offered */ published: number | null; draft: boolean; active: boolean; bundle: boolean; version: number };

export type CatalogueItemView = { id: string; audience: 'all' | 'groups' | 'clients'; groupIds: string[]; clientIds: string[]; /** Of people at the client; empty: everybody */ roles: string[]; active: boolean; draft: ItemTermsShape | null; current: { number: number; terms: ItemTermsShape } | null; versions: ({ number: number; note: string; publishedAt: string; publishedBy: string | null })[]; version: number };

export type CatalogueQuery = { clientId: string; requesterId: string };

export type CategoryView = { id: string; name: string; parentId: string | null; teamId: string | null; skills: string[]; active: boolean; path: string; version: number };

export type CausedIncident = { id: string; key: string; title: string; client: Named; createdAt: string; evidence: string; /** Somebody has said that it was */ linked: boolean };

export type CausedIncidents = { items: CausedIncident[] };

export type ChangeAnswers = { version: number; position: number; answers: { [key: string]: string | number | boolean | string[] | null } };

export type ChangeCalendar = { changes: CalendarChange[]; periods: CalendarPeriod[]; onCall: OnCallCover[]; /** There are more changes than are told here */ more: boolean };

export type ChangedItem = { id: string; /** Empty where there is no such item */ name: string; outcome: 'changed' | 'unchanged' | 'refused'; /** Why it was refused */ detail: string };

export type ChangedItems = { items: ChangedItem[] };

export type ChangeEvidence = { change: ChangeView; description: string; incidents: CausedIncident[]; timeline: ({ id: string; at: string; actor: { kind: string; id: string | null; name: string }; sentence: string; changes: { field: string; label: string; before: string; after: string }[] })[]; madeAt: string; madeBy: string };

export type ChangeItems = { ids: string[]; state?: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; siteId?: string | null; contactId?: string | null };

export type ChangeModelView = { id: string; key: string; name: string; description: string; type: 'standard' | 'normal' | 'emergency'; /** A kind of ticket, or a variant of its lifecycle such as change.standard */ lifecycle: string | null; requiredPlans: ('implementation' | 'test' | 'backout' | 'communication')[]; questions: RiskQuestion[]; tasks: ModelTask[]; template: ChangeTemplate | null; /** Of the last ten that have ended, how many there are */ runs: number; /** Of these, how many were successful and caused nothing */ cleanRuns: number; proposedBy: string | null; approvedBy: string | null; approvedAt: string | null; state: 'draft' | 'in_force' | 'suspended' | 'retired'; stateWhy: string; builtIn: boolean; version: number };

export type ChangePart = { client: { id: string; name: string; code: string }; /** What it is called there */ title: string; /** What it means for them, in plain text that their people read */ means: string; items: string[]; services: string[]; approval: ApprovalView | null; announcement: { id: string; title: string; state: 'draft' | 'published' | 'ended' } | null; version: number };

export type ChangePassword = { current?: string; password: string };

export type ChangePreferences = { items: ({ kind: 'page' | 'page_acknowledged' | 'service_level' | 'mentioned' | 'assigned' | 'escalated' | 'team_assigned' | 'replied' | 'moved' | 'merged' | 'approval' | 'change_review' | 'problem_review' | 'script_asked' | 'script_decided' | 'major' | 'task_ready' | 'confirmed' | 'withdrawn' | 'rated_bad' | 'article_flagged' | 'article_review' | 'article_submitted' | 'connector_refused' | 'improvement' | 'contract_warning' | 'project_budget' | 'quote' | 'time_owed' | 'time_returned' | 'article_returned'; app?: boolean; mail?: boolean })[] };

export type ChangeRuleTerms = { /** A CEL expression; empty: always */ condition: string; stage: 'before' | 'expedited' | 'afterwards'; outcome: { does: 'authorise' } | { does: 'ask'; approval: ApprovalTermsShape } };

export type ChangeRuleVersion = { number: number; /** Null: it was withdrawn */ terms: { /** A CEL expression; empty: always */ condition: string; stage: 'before' | 'expedited' | 'afterwards'; outcome: { does: 'authorise' } | { does: 'ask'; approval: ApprovalTermsShape } } | null; note: string; publishedAt: string; publishedBy: string | null };

export type ChangeRuleView = { id: string; name: string; position: number; terms: ChangeRuleTerms | null; draft: ChangeRuleTerms | null; publishedAt: string | null; /** Of the version in force; null while none is */ number: number | null; fault: { at: string; error: string } | null; version: number };

export type ChangeSimulation = { judged: number; capped: boolean; /** Of how many the rule speaks */ fits: number; /** Of how many more people would be asked */ stricter: number; easier: number; /** Steps of approval that there would be more, all in all; fewer where it is negative */ extraSteps: number; /** Changes among them that failed, were backed out or had issues */ notWell: number; /** Of these, how many more people would have looked at */ notWellStricter: number; examples: ({ id: string; key: string; title: string; client: string; risk: number | null; outcome: string | null; before: string[]; after: string[] })[]; fault: string | null };

export type ChangeSuccess = { all: { implemented: number; successful: number; withIssues: number; failed: number; backedOut: number; emergencies: number; /** After which an incident came that it is known to have caused */ causing: number }; models: { id: string; name: string; implemented: number; successful: number; withIssues: number; failed: number; backedOut: number; emergencies: number; /** After which an incident came that it is known to have caused */ causing: number }[]; teams: ({ id: string | null; name: string; implemented: number; successful: number; withIssues: number; failed: number; backedOut: number; emergencies: number; /** After which an incident came that it is known to have caused */ causing: number })[]; clients: { id: string; name: string; implemented: number; successful: number; withIssues: number; failed: number; backedOut: number; emergencies: number; /** After which an incident came that it is known to have caused */ causing: number }[]; /** Incidents of these days that are known to have come of changes, by the client that had them */ caused: { id: string; name: string; incidents: number; changes: number }[] };

export type ChangeSuccessQuery = { from: string; /** The last day */ until: string };

export type ChangeTask = { id: string; title: string; state: 'planned' | 'waiting' | 'ready' | 'done' | 'skipped' | 'dropped'; team: Named | null; person: Named | null; after: string[]; olaMinutes: number | null; readyAt: string | null; dueAt: string | null; doneAt: string | null; doneBy: string | null; note: string; startMinutes: number | null; minutes: number | null };

export type ChangeTemplate = { title: string; description: string; /** Why it is done; plain text */ reason: string; plans: WritePlans; /** The chosen value by the key of the question */ answers: { [key: string]: string }; outage: boolean; /** How long its window is */ minutes: number };

export type ChangeView = { ticketId: string; key: string; title: string; client: { id: string; name: string; code: string; timeZone: string }; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; type: 'standard' | 'normal' | 'emergency'; model: { id: string; key: string; name: string; state: 'draft' | 'in_force' | 'suspended' | 'retired'; stateWhy: string; requiredPlans: ('implementation' | 'test' | 'backout' | 'communication')[]; questions: RiskQuestion[] }; reason: string; plans: { implementation: string; test: string; backout: string; communication: string }; plannedStart: string | null; plannedEnd: string | null; actualStart: string | null; actualEnd: string | null; answers: { [key: string]: string }; risk: RiskView | null; outage: boolean; cost: MoneyShape | null; items: { id: string; name: string; className: string; client: Named }[]; services: Named[]; problem: { id: string; key: string; title: string } | null; authorisedAt: string | null; authorisedWhy: string; afterwards: 'approved' | 'rejected' | 'expired' | null; outcome: 'successful' | 'successful_with_issues' | 'failed' | 'backed_out' | null; review: { text: string; at: string | null; by: string | null; dueAt: string | null }; overrides: ({ id: string; kind: 'collision' | 'freeze' | 'outside_window'; against: string; reason: string; at: string; by: string | null; /** What it was about has changed since */ over: boolean })[]; tasks: ChangeTask[]; approvals: ApprovalView[]; toldTitle: string; /** It is of the provider, and may touch several clients */ isProviders: boolean; /** Whether people of the clients that it affects approve it; null where none are asked */ consent: 'wanted' | 'asked' | 'given' | 'refused' | null; /** What it means for each client that it affects, of those in sight */ parts: ChangePart[]; /** What its steps still ask for */ missing: { guard: string; message: string }[]; next: { what: 'move' | 'template' | 'plan' | 'decide' | 'window' | 'tasks' | 'review'; /** The status that it goes on to */ to: string; /** How that step is called */ label: string; /** What the step still asks for, or where it leads */ why: string; /** Something stands against taking it now, in spite of which it may be taken */ held: boolean } | null; version: number };

export type ChargeView = { id: string; client: Named; contract: Named | null; name: string; due: string; quantity: string; price: string; unit: string; currency: string; taxRate: Named | null; /** The deposit that it takes off */ depositOf: { id: string; name: string } | null; /** Of a deposit that waits: when it is taken off */ offFrom: string | null; /** It charges for an approved expense, and follows it */ forExpense: boolean; version: number };

export type ChecklistItem = { id: string; text: string; /** Must be ticked where the lifecycle asks for a finished checklist */ required: boolean; doneAt: string | null; doneBy: string | null };

export type ChecklistLine = { text: string; required: boolean };

export type ChecklistTemplateView = { id: string; name: string; description: string; items: ChecklistLine[]; version: number };

export type ChooseOrganisation = { /** As Xero knows it */ organisationId: string };

export type ClassAttribute = { key: string; name: string; type: 'text' | 'number' | 'date' | 'instant' | 'flag' | 'choice' | 'money' | 'url'; unit?: string; help?: string; options?: string[]; /** A day on which something ends: listed, and told of beforehand */ ends?: boolean; /** How many days before it ends a ticket is opened */ remindDays?: number };

export type ClassList = { items: ClassView[] };

export type ClassView = { /** The key of a class */ key: string; /** The key of a class */ parentKey: string | null; name: string; active: boolean; builtIn: boolean; version: number; attributes: ClassAttribute[]; inherited: ({ key: string; name: string; type: 'text' | 'number' | 'date' | 'instant' | 'flag' | 'choice' | 'money' | 'url'; unit?: string; help?: string; options?: string[]; /** A day on which something ends: listed, and told of beforehand */ ends?: boolean; /** How many days before it ends a ticket is opened */ remindDays?: number; /** The key of a class */ from: string })[] };

export type ClientBillingView = { legalName: string; address: string; taxNumber: string; /** What the client wants to read on its invoices, such as an order number */ reference: string; /** Where invoices go */ mail: string; version: number };

export type ClientDomain = { domain: string; /** Whether somebody unknown who writes from there becomes one of the client’s people */ admits: boolean };

export type ClientEvent = { id: string; at: string; actor: string; /** What they did; follows the name of whoever did it */ sentence: string; /** The ticket it was about */ ticketKey: string | null };

export type ClientEventPage = { items: ClientEvent[]; nextCursor: string | null };

export type ClientFeed = { id: string; name: string; createdAt: string; usedAt: string | null; createdBy: string | null };

export type ClientMargin = { client: Named; /** What was invoiced less what was credited, before tax */ revenue: number; /** What the work cost, by what an hour of each person costs */ cost: number; /** Minutes */ minutes: number; /** Work of people of whom no cost is known, in minutes */ uncosted: number };

export type ClientMarginView = { client: Named; /** What was invoiced less what was credited, before tax */ revenue: number; /** What the work cost, by what an hour of each person costs */ cost: number; /** Minutes */ minutes: number; /** Work of people of whom no cost is known, in minutes */ uncosted: number; currency: string; /** Where the money came from and what took in the work, by what each cost */ contracts: ({ /** contract; none: work and charges under no contract; unbilled: work on no invoice yet; unbillable: work that the client does not pay for; unknown: billed before this was kept */ of: 'contract' | 'none' | 'unbilled' | 'unbillable' | 'unknown'; contract: Named | null; /** What was invoiced less what was credited, before tax */ revenue: number; /** What the work cost, by what an hour of each person costs */ cost: number; /** Minutes */ minutes: number; /** Work of people of whom no cost is known, in minutes */ uncosted: number })[]; services: ({ name: string | null; /** Minutes */ minutes: number; /** Minor units of the provider’s currency */ cost: number })[]; people: { name: string; /** Minutes */ minutes: number; /** Minor units of the provider’s currency */ cost: number }[]; tickets: { name: string; /** Minutes */ minutes: number; /** Minor units of the provider’s currency */ cost: number; key: string }[] };

export type ClientOverview = { client: ClientView; contacts: number; sites: number; services: Named[]; open: number; waiting: number; overdue: number; openByPriority: { priority: number; count: number }[]; vips: { id: string; name: string; title: string }[]; escalation: { id: string; name: string; level: number; phone: string }[] };

export type ClientPage = { items: ClientView[]; nextCursor: string | null };

export type ClientProviderView = { id: string; name: string; issuer: string; /** Null where it speaks SAML */ clientId: string | null; /** Null where it speaks OpenID Connect */ saml: { /** Empty until it is said */ signOnUrl: string; certificates: { pem: string; name: string; fingerprint: string; expiresAt: string }[]; /** What Fettle is called at the provider; its metadata is at this address */ entityId: string; lastAnswer: SamlAnswer | null } | null; emailDomains: string[]; makesContacts: boolean; trustsEmail: boolean; /** What the provider must be told to send browsers back to: one for each address of the portal */ redirectUris: string[]; active: boolean; version: number };

export type ClientQuery = { limit?: number; cursor?: string; q?: string; groupId?: string; kind?: 'client' | 'internal'; active?: boolean };

export type ClientService = { client: Named; service: Named; description: string; stage: 'pipeline' | 'offered' | 'retired'; since: string | null; owner: Named | null; calendar: { /** When it is agreed to be there: service_hours of the client, always, or the id of a calendar */ value: string; /** False: as it is offered */ own: boolean }; calendarName: string; availabilityTarget: { /** Percent of the agreed time */ value: number | null; /** False: as it is offered */ own: boolean }; plannedCounts: { value: boolean; /** False: as it is offered */ own: boolean }; health: ServiceHealth; /** The last twelve, the earliest first; those before it had it are left out */ months: ServiceMonth[]; items: { id: string; name: string; className: string; /** Open ones */ alerts: number }[]; changes: ({ id: string; key: string; title: string; status: string; type: string; outcome: string | null; at: string | null })[]; version: number };

export type ClientView = { id: string; name: string; /** 2 to 10 capital letters and digits; begins ticket keys */ code: string; /** IANA time zone */ timeZone: string; language: string; /** ISO 3166-1, for public holidays */ country: string; region: string; groupId: string | null; importance: 'high' | 'normal' | 'low'; notes: string; active: boolean; kind: 'client' | 'internal'; group: Named | null; version: number };

export type ClockJustification = { text: string; by: string; at: string };

export type ClockMiss = { sentence: string; targetSeconds: number; usedSeconds: number; contributors: ({ status: string; team: string | null; assignee: string | null; seconds: number })[]; waited: { why: string; seconds: number }[] };

export type ClockSummary = { target: string; state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled'; targetSeconds: number; /** Business seconds used up when runningSince was set */ consumedSeconds: number; runningSince: string | null; dueAt: string | null; atRiskAt: string | null; breachedAt: string | null; stoppedAt: string | null; pauseReason: string | null };

export type ClockView = { target: string; name: string; held: string | null; overridden: boolean; hold: { by: string | null; at: string; reason: string } | null; ownTarget: { by: string | null; at: string; reason: string; promisedSeconds: number | null } | null; policyId: string | null; state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled'; targetSeconds: number; consumedSeconds: number; dueAt: string | null; breachedAt: string | null; stoppedAt: string | null; pauseReason: string | null; source: string; timeZone: string; sentence: string; miss: ClockMiss | null; missedRound: number | null; justification: ClockJustification | null; startedAt: string; thresholds: ({ percent: number; at: string | null; passed: boolean })[]; closed: { from: string; to: string; days: string[] }[]; intervals: ({ from: string; to: string; kind: 'ran' | 'paused' | 'over'; round: number; seconds: number; causes: ({ why: string | null; by: string | null })[]; by: string | null; why: string | null; since: { why: string | null; by: string | null } | null; closedDays: string[] })[] };

export type CloseRun = { version: number };

export type CodeMapping = { what: 'account' | 'tax'; key: string; title: string; code: string | null; /** A code there of the same name */ proposal: string | null };

export type CollisionQuery = { from?: string; until?: string };

export type Collisions = { window: ShiftsQuery | null; collisions: CollisionView[]; /** When nothing would stand against it, the nearest first */ slots: ShiftsQuery[] };

export type CollisionView = { from: string; to: string; kind: 'item' | 'dependency' | 'person' | 'team' | 'freeze' | 'blackout' | 'outside_window'; sentence: string; /** Whether it holds the change back; not if it was overridden */ blocks: boolean; overridden: boolean; change: { id: string; key: string; title: string } | null; period: Named | null };

export type CompanyQuery = { /** First day, by the company’s clock */ from: string; /** Last day */ to: string };

export type CompanyView = { open: { new: number; inWork: number; waitsForYou: number; all: number }; sites: { id: string; name: string; open: number }[]; kept: ({ target: 'first_response' | 'next_update' | 'resolution'; met: number; missed: number })[]; ratings: Counts };

export type ConfirmDraft = { ticketId: string; day: string; /** Another length than is proposed */ minutes?: number; note?: string; billable?: boolean; workTypeId?: string | null };

export type ConfirmMe = { password?: string; /** For people of clients: of the mail that this browser asked for by POST /portal/sign-in-mails */ mailCode?: string; code?: string };

export type ConfirmResolution = { comment?: string };

export type ConnectorCall = { id: string; receivedAt: string; address: string; size: number; state: 'new' | 'done' | 'malformed' | 'refused' | 'too_large' | 'failed'; why: string; alerts: number };

export type ConnectorCalls = { items: ConnectorCall[]; nextCursor: string | null };

export type ConnectorHealth = { perClient: ({ clientId: string | null; name: string; devices: number })[]; unmappedDevices: number; notes: { text: string; count: number }[]; callsOfDay: { taken: number; refused: number; malformed: number; /** Calls that were refused for their size */ tooLarge: number; /** Alerts that senders left off because a call would have held too many */ leftOff: number }; /** How many readings of the last day met a limit of the system */ limitsOfDay: number };

export type ConnectorKind = { key: string; name: string; kind: 'rmm' | 'monitor'; abilities: { devices: boolean; software: boolean; alerts: boolean; resolve: boolean; acknowledge: boolean; scripts: boolean; webhook: boolean; /** Whether Fettle can tell it by its API where to call */ subscribe: boolean }; fields: ({ key: string; label: string; help: string; secret: boolean; required: boolean; type: 'text' | 'url' | 'number' | 'choice'; choices: { value: string; label: string }[]; default: string })[]; /** Whether Fettle calls it; what only calls Fettle has no base address */ needsAddress: boolean; /** What that address looks like and where it is found; empty where that is not said */ addressHelp: string };

export type ConnectorKinds = { items: ConnectorKind[] };

export type ConnectorList = { items: ConnectorView[] };

export type ConnectorRemoval = { devices: number; sites: number; says: string };

export type ConnectorRun = { id: string; kind: 'full' | 'incremental' | 'alerts' | 'test'; state: 'running' | 'done' | 'failed' | 'broken_off'; startedAt: string; endedAt: string | null; counts: { [key: string]: number }; notes: { text: string; count: number }[]; trouble: { kind: 'refused' | 'forbidden' | 'limited' | 'unreachable' | 'malformed' | 'missing' | 'internal'; text: string; advice: string } | null };

export type ConnectorRuns = { items: ConnectorRun[]; nextCursor: string | null };

export type ConnectorSite = { externalId: string; name: string; parentName: string | null; deviceCount: number | null; clientId: string | null; clientName: string | null; siteId: string | null; siteName: string | null; ignored: boolean; gone: boolean; suggestion: { clientId: string; clientName: string; siteId: string | null; siteName: string | null; why: string } | null };

export type ConnectorSites = { items: ConnectorSite[] };

export type ConnectorTried = { works: boolean; /** Whose account it is, or what is in the way */ says: string; /** What to do about it; empty where it works */ advice: string; sites: number | null; /** As the system counts them at its sites; null where it does not */ devices: number | null };

export type ConnectorView = { id: string; provider: string; providerName: string; kind: 'rmm' | 'monitor'; name: string; baseUrl: string; values: { [key: string]: string }; secrets: { field: string; ending: string; setAt: string }[]; state: 'on' | 'paused' | 'refused'; servesId: string | null; servesName: string | null; fullMinutes: number; changesMinutes: number; alertsMinutes: number; hook: { /** Where calls may come from; empty: from anywhere */ networks: string[]; signatureHeader: string; timeHeader: string }; hookMadeAt: string | null; tasks: ({ task: 'devices' | 'alerts'; nextAt: string; fullAt: string | null; goodAt: string | null; goodFullAt: string | null; running: boolean; trouble: { kind: 'refused' | 'forbidden' | 'limited' | 'unreachable' | 'malformed' | 'missing' | 'internal'; text: string; advice: string; at: string } | null })[]; sites: { mapped: number; unmapped: number; ignored: number }; /** That were found at the last reading, wherever they belong */ devices: number; version: number };

export type ContactCard = { contact: ContactView; alsoAt: { id: string; clientId: string; clientName: string }[] };

export type ContactIdentities = { items: { provider: string; email: string; createdAt: string; lastUsedAt: string }[] };

export type ContactMail = { paused: { since: string; refusals: number; /** What the mail server said last, in its own words */ said: string } | null };

export type ContactMapping = { client: Named; contact: { id: string; name: string } | null; proposal: { id: string; name: string; why: 'name' | 'mail' } | null };

export type ContactPage = { items: ContactView[]; nextCursor: string | null };

export type ContactQuery = { limit?: number; cursor?: string; q?: string; clientId?: string; active?: boolean };

export type ContactSignIn = { ways: { mail: boolean; password: boolean; sso: boolean }; mailIsSent: boolean; /** Of the client, by name: its identity providers that are on, if the policy allows them */ providers: string[]; passwordSetAt: string | null; invitedUntil: string | null; secondFactor: 'off' | 'optional' | 'required'; totpSince: string | null; recoveryCodesLeft: number; /** The last of the past 90 days at least */ lastSignIn: { at: string; way: 'staff_link' | 'mail' | 'password' | 'sso' } | null; sessions: SessionView[] };

export type ContactView = { id: string; clientId: string; clientName: string; name: string; email: string; phone: string; title: string; language: string | null; siteId: string | null; vip: boolean; escalationLevel: number | null; /** Which tickets they see in the portal: their own, their site’s as well, or the whole company’s; null: as their client has it */ sees: 'own' | 'site' | 'all' | null; managerId: string | null; /** What they are to their company: "director" */ roles: string[]; notes: string; active: boolean; siteName: string | null; managerName: string | null; openTickets: number; version: number };

export type ContractDocument = { name: string; seller: Party; buyer: Party; reference: string; currency: string; begins: string; ends: string | null; renewsMonths: number | null; noticeDays: number; everyMonths: number; advance: boolean; billsFrom: string; upliftPercent: string | null; upliftMonths: number; /** By what the rates are multiplied */ afterHours: string; /** By what the rates are multiplied */ holiday: string; /** Minutes that each entry of work counts at least */ minimum: number; /** Minutes to which it is rounded up */ step: number; lines: ({ name: string; kind: 'fixed' | 'all_inclusive' | 'time' | 'block_hours' | 'block_money'; unit: string; from: string; /** The first day on which it holds no more */ until: string | null; prorated: boolean; covers: { workTypes: string[]; kinds: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categories: string[]; services: string[]; staff: string[]; items: string[]; contacts: string[]; hours: ('in_hours' | 'after_hours' | 'holiday')[] } | null; /** Of the rates, where its work is charged */ percent: string; weighted: boolean; keepsMonths: number | null; /** What it costs a month, before tax, since when */ prices: { from: string; quantity: string; price: string; /** Minor units of the currency */ amount: number }[] })[]; /** What an hour costs: of several that fit, the first */ rates: ({ staff: string | null; role: string | null; workType: string | null; perHour: string; from: string })[]; /** Minor units of the currency */ monthly: number; terms: string };

export type ContractDrift = { contract: Named; client: Named; begins: string; lines: LineDrift[]; /** Names of lines that the template does not have */ own: string[] };

export type ContractOutlook = { client: Named; contract: Named; /** Months of the contract, the earliest first; the last is the one that today is in, as far as it has gone */ months: { from: string; /** The day after the last */ until: string; /** What was invoiced less what was credited, before tax */ revenue: number; /** What the work cost, by what an hour of each person costs */ cost: number; /** Minutes */ minutes: number; /** Work of people of whom no cost is known, in minutes */ uncosted: number }[]; forecast: { /** Minor units of the provider’s currency */ revenue: number; /** Minor units of the provider’s currency */ cost: number; /** What of the revenue is left, in per cent; null where nothing comes in */ share: number | null }; /** Below how many per cent it is warned of */ threshold: number; warned: boolean; reasons: string[] };

export type ContractQuery = { clientId?: string; state?: 'draft' | 'sent' | 'signed' | 'active' | 'ended' };

export type ContractRow = { id: string; client: Named; name: string; state: 'draft' | 'sent' | 'signed' | 'active' | 'ended'; currency: string; begins: string; ends: string | null; renewsMonths: number | null; everyMonths: number; advance: boolean; /** What its lines cost a month as of today, in minor units */ monthly: number; /** Whether it ends within its notice */ renewalDue: boolean };

export type ContractTemplateQuery = { /** Those for this client’s tier first; those of other tiers not at all */ clientId?: string };

export type ContractTemplateRow = { id: string; name: string; description: string; group: Named | null; currency: string; lines: number; /** What its lines cost a month, in minor units */ monthly: number; /** Made from it and not ended, of those that the reader sees */ contracts: number; /** How many of them differ from it */ drifted: number; active: boolean };

export type ContractTemplateView = { id: string; name: string; description: string; group: Named | null; currency: string; everyMonths: number; advance: boolean; termMonths: number | null; renewsMonths: number | null; noticeDays: number; upliftPercent: string | null; upliftMonths: number; /** What its lines take in, as it is called */ covered: Named[]; lines: TemplateLineView[]; active: boolean; version: number };

export type ContractView = { id: string; client: Named; name: string; state: 'draft' | 'sent' | 'signed' | 'active' | 'ended'; currency: string; begins: string; ends: string | null; renewsMonths: number | null; everyMonths: number; advance: boolean; /** What its lines cost a month as of today, in minor units */ monthly: number; /** Whether it ends within its notice */ renewalDue: boolean; reference: string; notes: string; billsFrom: string; noticeDays: number; upliftPercent: string | null; upliftMonths: number; afterHours: string | null; holiday: string | null; template: Named | null; terms: string; /** To whom it went to be signed; null once it was taken back */ sent: { to: Named; by: string | null; at: string } | null; mailed: MailedView | null; signature: SignatureView | null; /** What its lines take in, as it is called */ covered: Named[]; lines: LineView[]; version: number };

export type CorrelateAlert = { /** What explains it; null: it stands for itself */ causeId: string | null };

export type Counted = { count: number; capped: boolean };

export type CountedBy = { source: 'people' | 'items' | 'vendor'; /** Of items: which class, with all below it */ classKey?: string; /** Of a vendor’s lists: which product */ productId?: string };

export type CountedByView = { source: 'people' | 'items' | 'vendor'; /** Of items: which class, with all below it */ classKey?: string; /** Of a vendor’s lists: which product */ productId?: string; name: string };

export type CountQuery = { clientId?: string; day?: string; /** Only what a vendor’s list has and no line of a contract that holds is counted by */ uncontracted?: boolean };

export type Counts = { asked: number; good: number; fair: number; bad: number };

export type CountView = { id: string; client: Named; source: 'people' | 'items' | 'vendor'; /** The class of items or the product of a vendor; empty for people */ key: string; name: string; day: string; number: string };

export type CoveredTime = { line: string; seconds: number };

export type CoversShape = { workTypeIds: string[]; kinds: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categoryIds: string[]; serviceIds: string[]; staffIds: string[]; itemIds: string[]; contactIds: string[]; hours: ('in_hours' | 'after_hours' | 'holiday')[] };

export type CreateAlertRule = { name: string; clientId?: string | null; groupId?: string | null; /** Lower ones are asked first */ position?: number; terms: AlertRuleTerms };

export type CreateAnnouncement = { kind: 'notice' | 'maintenance' | 'outage'; title: string; /** Plain text */ text?: string; effect?: 'maintenance' | 'degraded' | 'outage' | null; fromAt?: string; untilAt?: string | null; audience?: 'services' | 'all' | 'groups' | 'chosen'; /** Whom it is for, with "groups" */ groupIds?: string[]; /** Whom it is for, with "chosen" */ clientIds?: string[]; /** With "chosen", sites of these clients: of a client with a site here, only the people of its sites here, and who sees the whole company */ siteIds?: string[]; /** What it is about; with the audience "services", whoever has one of them */ serviceIds?: string[]; /** A ticket that it is about: id or key */ ticketId?: string };

export type CreateApiKey = { name: string; permissions: ('ticket.read' | 'ticket.create' | 'ticket.update' | 'ticket.reply' | 'ticket.assign' | 'ticket.transition' | 'ticket.merge' | 'ticket.bulk' | 'ticket.time' | 'time.approve' | 'contract.read' | 'contract.manage' | 'billing.run' | 'project.read' | 'project.manage' | 'mail.settle' | 'approval.decide' | 'problem.manage' | 'sla.override' | 'major.manage' | 'script.run' | 'script.agree' | 'alert.read' | 'alert.work' | 'alert.rules' | 'change.manage' | 'change.policy' | 'stream.manage' | 'improvement.manage' | 'cab.run' | 'client.read' | 'client.manage' | 'contact.read' | 'contact.manage' | 'estate.read' | 'estate.manage' | 'team.read' | 'team.manage' | 'staff.manage' | 'role.manage' | 'sso.manage' | 'settings.read' | 'settings.manage' | 'catalogue.manage' | 'library.manage' | 'knowledge.view' | 'knowledge.write' | 'knowledge.publish' | 'announcement.manage' | 'service.manage' | 'connector.read' | 'connector.manage' | 'view.share' | 'key.manage' | 'audit.read' | 'data.import')[]; clientIds?: string[]; expiresAt?: string | null; networks?: string[] };

export type CreateArticle = { title: string; /** HTML; pictures are <img src="/api/v1/article-files/{id}">, uploaded before */ body: string; language?: string; categoryId?: string | null; serviceId?: string | null; ownerId?: string | null; reviewOn?: string | null; visibility?: 'internal' | 'all' | 'chosen' | 'public'; /** Whom it is for, with "chosen" */ clientIds?: string[] };

export type CreateCannedReply = { name: string; body: string; /** What to type after ";" in the composer; empty for none */ shortcut?: string; shared?: boolean; /** Path of names, such as "Printing/Paper"; empty for none */ folder?: string; tags?: string[]; /** Whom a shared one is for; empty: everybody */ teamIds?: string[] };

export type CreateCatalogueItem = { terms: ItemTermsShape; audience?: 'all' | 'groups' | 'clients'; groupIds?: string[]; clientIds?: string[]; /** Of people at the client; empty: everybody */ roles?: string[] };

export type CreateCategory = { name: string; parentId?: string | null; teamId?: string | null; skills?: string[] };

export type CreateChange = { clientId: string; title: string; description?: string; requesterId?: string | null; /** 1 high, 2 medium, 3 low */ impact?: number; /** 1 high, 2 medium, 3 low */ urgency?: number; categoryId?: string | null; serviceId?: string | null; teamId?: string | null; assigneeId?: string | null; tags?: string[]; /** Custom field values by key */ custom?: { [key: string]: unknown }; /** How it goes; a normal change without it */ modelId?: string; /** Why it is done; plain text */ reason?: string; plans?: WritePlans; plannedStart?: string | null; plannedEnd?: string | null; /** The chosen value by the key of the question */ answers?: { [key: string]: string }; /** Whether people will be without what it touches */ outage?: boolean; cost?: MoneyShape | null; /** What it touches, of any client in sight */ itemIds?: string[]; serviceIds?: string[]; /** The problem that it is to solve */ problem?: string | null; /** What it is called where people of several clients read of it; it names none of them */ toldTitle?: string };

export type CreateChangeModel = { type: 'standard' | 'normal' | 'emergency'; name: string; description: string; /** A kind of ticket, or a variant of its lifecycle such as change.standard */ lifecycle: string | null; requiredPlans: ('implementation' | 'test' | 'backout' | 'communication')[]; questions: RiskQuestion[]; tasks: ModelTask[]; template: ChangeTemplate | null };

export type CreateChangeRule = { name: string; position?: number; terms: ChangeRuleTerms };

export type CreateCharge = { clientId: string; contractId?: string | null; name: string; due: string; /** A number from 0, up to four digits behind the point */ quantity: string; /** An amount in major units, up to four digits behind the point: 180.00 */ price: string; unit?: string; taxRateId?: string | null; /** ISO 4217 */ currency?: string; /** It is a deposit: from this day on it is taken off what is due, once */ offFrom?: string };

export type CreateChecklistTemplate = { name: string; items: ChecklistLine[]; description?: string };

export type CreateClass = { /** The key of a class */ key: string; /** The key of a class */ parentKey: string; name: string; attributes?: ClassAttribute[] };

export type CreateClient = { name: string; /** 2 to 10 capital letters and digits; begins ticket keys */ code: string; /** IANA time zone */ timeZone: string; language?: string; /** ISO 3166-1, for public holidays */ country?: string; region?: string; groupId?: string | null; importance?: 'high' | 'normal' | 'low'; notes?: string };

export type CreateClientProvider = { name: string; /** Of this application, as the provider calls it */ clientId: string; clientSecret: string; /** Whose addresses the provider speaks for, in small letters */ emailDomains: string[]; /** Whether somebody unknown becomes a contact when they first sign in */ makesContacts: boolean; /** Whether addresses count that the provider does not call verified: only for one that is the client’s alone */ trustsEmail: boolean; issuer: string };

export type CreateConnector = { provider: string; name: string; baseUrl?: string; values?: { [key: string]: string }; servesId?: string | null; fullMinutes?: number; changesMinutes?: number; alertsMinutes?: number; hook?: { /** Where calls may come from; empty: from anywhere */ networks: string[]; signatureHeader: string; timeHeader: string }; hookSecret?: string | null; hookSignatureKey?: string | null };

export type CreateContact = { clientId: string; name: string; sameAs?: string; email?: string | ''; phone?: string; title?: string; language?: string | null; siteId?: string | null; vip?: boolean; escalationLevel?: number | null; /** Which tickets they see in the portal: their own, their site’s as well, or the whole company’s; null: as their client has it */ sees?: 'own' | 'site' | 'all' | null; managerId?: string | null; /** What they are to their company: "director" */ roles?: string[]; notes?: string };

export type CreateContract = { clientId: string; /** Schedule and lines as this template has them, unless given */ templateId?: string; name: string; reference?: string; notes?: string; /** What both sides agree to beside the lines; the client reads it */ terms?: string; /** The first day on which it holds no more */ ends?: string | null; renewsMonths?: number | null; noticeDays?: number; /** An amount in major units, up to four digits behind the point: 180.00 */ upliftPercent?: string | null; upliftMonths?: number; /** A number from 0, up to four digits behind the point */ afterHours?: string | null; /** A number from 0, up to four digits behind the point */ holiday?: string | null; /** ISO 4217 */ currency?: string; begins: string; /** What was before was billed elsewhere; the beginning, unless given */ billsFrom?: string; everyMonths?: 1 | 3 | 6 | 12; /** Whether a period is billed when it begins, or when it is over */ advance?: boolean };

export type CreateContractTemplate = { name: string; description?: string; /** The tier of clients it is meant for */ groupId?: string | null; /** ISO 4217 */ currency?: string; everyMonths?: 1 | 3 | 6 | 12; /** Whether a period is billed when it begins, or when it is over */ advance?: boolean; /** How long a contract holds at first */ termMonths?: number | null; renewsMonths?: number | null; noticeDays?: number; /** An amount in major units, up to four digits behind the point: 180.00 */ upliftPercent?: string | null; upliftMonths?: number; lines?: TemplateLine[]; /** Take schedule and lines of this contract, which then counts as made from it */ contractId?: string };

export type CreateCustomField = { key: string; type: 'text' | 'number' | 'boolean' | 'date' | 'choice' | 'choices'; label: string; kinds: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; options?: string[]; required?: boolean; help?: string; position?: number };

export type CreatedApiKey = { /** Shown this once */ key: string; id: string };

export type CreateDelegation = { toContactId: string; fromAt?: string; untilAt: string; reason?: string };

export type CreatedEnrolmentKey = { id: string; key: string; /** The address to which agents report */ url: string; setups: AgentSetup[] };

export type CreateEnrolmentKey = { name: string; siteId?: string | null };

export type CreateEstateItem = { clientId: string; name: string; /** The key of a class */ classKey: string; state?: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; /** What stands on its label; one of its kind at the client */ assetTag?: string; siteId?: string | null; contactId?: string | null; serviceId?: string | null; /** By attribute: a value said by hand, or null for what the other sources say */ attributes?: { [key: string]: string | number | boolean | null } };

export type CreateExpenseKind = { name: string; /** What is counted, such as km; empty where an amount is said */ unit?: string; /** What one of the unit costs, by currency */ rates?: { /** ISO 4217 */ currency: string; /** A number from 0, up to four digits behind the point */ price: string }[]; /** Whether clients are charged for it unless somebody says otherwise */ chargeable: boolean; /** Per cent on top of what it cost, 0 to 1,000 */ markup?: string; /** Which tax is in what is paid, and is charged for it; without it the client’s */ taxRateId?: string | null; /** Above which amount a receipt is needed, in major units; null: never */ receiptAbove?: string | null; /** Lower stands first */ position?: number };

export type CreateFromTemplate = { clientId: string; kind?: 'incident' | 'request' | 'problem' | 'change' | 'task'; title?: string; description?: string; requesterId?: string | null; siteId?: string | null; /** 1 high, 2 medium, 3 low */ impact?: number; /** 1 high, 2 medium, 3 low */ urgency?: number; /** 1 critical … 5 planning */ priority?: number; priorityReason?: string; categoryId?: string | null; serviceId?: string | null; teamId?: string | null; assigneeId?: string | null; source?: 'portal' | 'email' | 'phone' | 'chat' | 'monitoring' | 'api' | 'walk_in' | 'self_service' | 'import' | 'recurring' | 'staff'; tags?: string[]; /** Custom field values by key */ custom?: { [key: string]: unknown }; parentId?: string | null; checklist?: string[]; /** Files uploaded for this client */ attachmentIds?: string[]; externalRef?: string };

export type CreateGroup = { name: string; description?: string };

export type CreateImprovement = { title: string; /** What is the matter, and what may help; plain text */ idea?: string; ownerId?: string | null; source?: { kind: 'stream' | 'ticket' | 'service' | 'review' | 'survey' | 'other'; id?: string | null; step?: string | null; text?: string }; /** Null: figures are entered by hand */ measure?: 'step_wait_hours' | 'flow_efficiency' | 'service_availability' | 'incidents_week' | 'resolution_hours' | 'sla_met' | 'reopened' | 'change_success' | 'satisfied' | null; /** Of figures that are entered by hand */ unit?: string; better?: 'less' | 'more'; scope?: ImprovementScope; target?: number | null; targetOn?: string | null; /** When it is measured again by itself */ measureOn?: string | null; /** What it changes */ links?: ({ kind: 'ticket' | 'service' | 'article' | 'stream' | 'change_rule' | 'alert_rule'; id: string })[]; /** What came of it; plain text */ learnt?: string; /** Null: of the provider */ clientId?: string | null };

export type CreateMacro = { name: string; steps: MacroStep[]; description?: string; shared?: boolean; /** Path of names, such as "Printing/Paper"; empty for none */ folder?: string; tags?: string[]; /** Whom a shared one is for; empty: everybody */ teamIds?: string[] };

export type CreateMilestone = { name: string; due?: string | null; /** What is charged once it is reached, in minor units of the currency of the project */ amount?: number | null; shown?: boolean };

export type CreateOffering = { name: string; /** What it is, in plain words */ description?: string; stage?: 'pipeline' | 'offered' | 'retired'; ownerId?: string | null; teamId?: string | null; importance?: 'high' | 'normal' | 'low'; /** When it is agreed to be there: service_hours of the client, always, or the id of a calendar */ calendar?: string; /** Percent of the agreed time */ availabilityTarget?: number | null; /** Whether planned outages count as downtime; else their time is not agreed */ plannedCounts?: boolean };

export type CreatePath = { name: string; levels: { /** From the beginning of a round */ afterMinutes: number; targets: PathTarget[] }[]; /** How often it all begins again */ repeatTimes?: number; /** From the last level to the next round */ repeatEveryMinutes?: number };

export type CreatePeriod = { name: string; note?: string; fromAt?: string; untilAt?: string; recurrence?: Recurrence; /** How long it is by the clock on the wall */ minutes?: number; /** Whose clocks are meant */ timeZone: string; serviceIds?: string[]; /** Of a client’s own period: items that it is for */ itemIds?: string[]; kind: 'window' | 'freeze' | 'blackout'; clientId?: string | null; groupId?: string | null };

export type CreatePhase = { name: string; position?: number };

export type CreatePolicy = { name: string; clientId?: string; groupId?: string; terms: PolicyTermsBody };

export type CreateProduct = { /** Its own, such as a part number */ code: string; name: string; kind: 'goods' | 'licence' | 'service' | 'labour'; billed: 'once' | 'monthly'; /** What clients read of it */ description?: string; /** What is counted: user, device, hour */ unit?: string; /** Null: as the client pays */ taxRateId?: string | null; /** From whom it is bought */ supplier?: string; prices?: ProductPrice[] };

export type CreateProject = { clientId: string; /** Lays out phases, tasks and milestones from the first day on */ templateId?: string; /** The budget in major units of its currency, instead of budgetAmount */ budget?: string; name: string; description?: string; managerId?: string | null; /** A contract of the client that it belongs to */ contractId?: string | null; begins?: string | null; /** The last day, which counts */ ends?: string | null; budgetMinutes?: number | null; /** In minor units of its currency; of a fixed price it is the price */ budgetAmount?: number | null; charged: 'time' | 'fixed'; /** That of the contract or the client, unless given */ currency?: string };

export type CreateProjectTemplate = { name: string; description?: string; plan: ProjectPlan };

export type CreateProvider = { /** Part of the redirect address: /api/v1/sign-in/oidc/{key}/callback */ key: string; name: string; issuer: string; clientId: string; /** Write-only */ clientSecret: string; /** Domains whose verified addresses it vouches for; without any, people link their account themselves */ emailDomains?: string[]; newStaff?: { roleKey: string; /** False: they see no client until somebody gives them some */ allClients: boolean } | null };

export type CreateQuote = { clientId: string; title: string; /** For whom it is */ contactId?: string | null; /** ISO 4217 */ currency?: string; introduction?: string; terms?: string; /** The last day on which it can be accepted, where the client is */ validUntil?: string; lines?: QuoteLineInput[] };

export type CreateRate = { /** For one client; without it for everybody */ clientId?: string; /** Under one contract of the client */ contractId?: string; staffId?: string | null; roleKey?: string | null; workTypeId?: string | null; /** Major units of the client’s currency */ perHour: string; /** The first day of work that it is for */ from: string };

export type CreateRecurringTicket = { clientId: string; name: string; templateId: string; rule: Recurrence; /** IANA time zone; the client’s where absent */ timeZone?: string; fields?: TicketOverrides };

export type CreateRelation = { fromId: string; kind: string; toId: string };

export type CreateRole = { key: string; name: string; description?: string; permissions: ('ticket.read' | 'ticket.create' | 'ticket.update' | 'ticket.reply' | 'ticket.assign' | 'ticket.transition' | 'ticket.merge' | 'ticket.bulk' | 'ticket.time' | 'time.approve' | 'contract.read' | 'contract.manage' | 'billing.run' | 'project.read' | 'project.manage' | 'mail.settle' | 'approval.decide' | 'problem.manage' | 'sla.override' | 'major.manage' | 'script.run' | 'script.agree' | 'alert.read' | 'alert.work' | 'alert.rules' | 'change.manage' | 'change.policy' | 'stream.manage' | 'improvement.manage' | 'cab.run' | 'client.read' | 'client.manage' | 'contact.read' | 'contact.manage' | 'estate.read' | 'estate.manage' | 'team.read' | 'team.manage' | 'staff.manage' | 'role.manage' | 'sso.manage' | 'settings.read' | 'settings.manage' | 'catalogue.manage' | 'library.manage' | 'knowledge.view' | 'knowledge.write' | 'knowledge.publish' | 'announcement.manage' | 'service.manage' | 'connector.read' | 'connector.manage' | 'view.share' | 'key.manage' | 'audit.read' | 'data.import')[] };

export type CreateRun = { name: string; /** Everything that is due by then; any day, also one to come */ by: string; /** The date of the invoices; today, unless given */ issuedOn?: string };

export type CreateSamlProvider = { name: string; /** Whose addresses the provider speaks for, in small letters */ emailDomains: string[]; /** Whether somebody unknown becomes a contact when they first sign in */ makesContacts: boolean; /** Whether addresses count that the provider says, of the domains that are named */ trustsEmail: boolean; /** What the provider calls itself; stays once it is said, since people’s identities hang on it */ entityId?: string; /** Where the provider signs people on (SingleSignOnService, HTTP-Redirect) */ signOnUrl?: string; /** By which the provider signs, as PEM or base64; several while one is exchanged for the next */ certificates?: string[] };

export type CreateSchedule = { name: string; timeZone: string; teamId?: string | null; /** A later one wins where it covers */ layers: Rotation[] };

export type CreateService = { name: string; description?: string; teamId?: string | null; importance?: 'high' | 'normal' | 'low' };

export type CreateSite = { name: string; address?: string; /** IANA time zone */ timeZone?: string | null };

export type CreateSlaCalendar = { name: string; terms: SlaCalendarTerms };

export type CreateStaffCost = { staffId: string; /** Major units of the provider’s currency: wages and all that comes with them */ perHour: string; /** The first day of work that it is for */ from: string };

export type CreateTaxRate = { name: string; /** Of what is charged, 0 to 100 */ percent: string; /** What invoices say beneath, such as why no tax is charged */ note?: string };

export type CreateTeam = { name: string; description?: string; strategy?: 'manual' | 'round_robin' | 'load_balanced' | 'by_skill'; escalatesToId?: string | null; escalationPathId?: string | null; members?: { staffId: string; lead: boolean }[] };

export type CreateTicket = { kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; clientId: string; title: string; description?: string; requesterId?: string | null; siteId?: string | null; /** 1 high, 2 medium, 3 low */ impact?: number; /** 1 high, 2 medium, 3 low */ urgency?: number; /** 1 critical … 5 planning */ priority?: number; priorityReason?: string; categoryId?: string | null; serviceId?: string | null; teamId?: string | null; assigneeId?: string | null; source?: 'portal' | 'email' | 'phone' | 'chat' | 'monitoring' | 'api' | 'walk_in' | 'self_service' | 'import' | 'recurring' | 'staff'; tags?: string[]; /** Custom field values by key */ custom?: { [key: string]: unknown }; parentId?: string | null; checklist?: string[]; /** Files uploaded for this client */ attachmentIds?: string[]; externalRef?: string };

export type CreateTicketTemplate = { name: string; fields: TemplateFields; description?: string; /** Path of names, such as "Printing/Paper"; empty for none */ folder?: string; items?: ChecklistLine[] };

export type CreateValueStream = { name: string; terms: StreamTermsShape };

export type CreateView = { name: string; filter: TicketFilterBody; sort?: 'updated' | 'created' | 'priority' | 'due' | 'resolved'; columns?: string[]; shared?: boolean; position?: number };

export type CreateWorkType = { name: string; billable: boolean; /** Lower stands first */ position?: number };

export type CreditInvoice = { /** Which lines; without it all that are not credited yet */ lineIds?: string[]; reason: string; /** Whether what is credited can be changed and is billed again by the next run */ again: boolean; issuedOn?: string };

export type CustomFieldView = { id: string; key: string; type: 'text' | 'number' | 'boolean' | 'date' | 'choice' | 'choices'; label: string; kinds: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; options: string[]; required: boolean; help: string; active: boolean; position: number; version: number };

export type DecideDuplicate = { /** true: they are one; false: they are two */ merge: boolean; keep?: string };

export type DecideExpenses = { expenseIds: string[]; /** Of each in the same order, as it was read: what was changed since refuses the whole */ versions?: number[]; approve: boolean; /** Why it is returned; needed then */ note?: string };

export type DecideRun = { agree: boolean; /** Needed where one does not agree */ note?: string };

export type DecideTime = { entryIds: string[]; /** Of each in the same order, as it was read: what was changed since refuses the whole */ versions?: number[]; approve: boolean; /** Why it is returned; needed then */ note?: string };

export type DecideVariance = { version: number; /** The count that was looked at */ snapshotId: string; kind: 'accept' | 'set_aside' | 'keep'; /** Of accept: from when the contract has it */ from?: string; /** Of set aside: when it comes back */ until?: string; /** Of set aside and keep: why */ reason?: string };

export type DeclineQuote = { reason: string };

export type DeclineResolution = { /** Plain text: what is still wrong */ reason: string };

export type DelegationView = { id: string; to: Named; fromAt: string; untilAt: string; reason: string };

export type DkimKey = { selector: string; domain: string; state: 'new' | 'active' | 'old'; /** Name of the TXT record that DNS has to hold */ recordName: string; recordValue: string; createdAt: string; activeAt: string | null; lookedAt: string | null; /** What was wrong when it was last looked for; null: nothing */ found: string | null };

export type DkimKeys = { items: DkimKey[] };

export type DraftRef = { ticketId: string; day: string };

export type Drift = { baseline: BaselineRow; items: ({ itemId: string; name: string; className: string; what: 'added' | 'gone' | 'changed'; changes: ({ attribute: string; name: string; before: string | number | boolean | null; after: string | number | boolean | null })[] })[]; /** There are more than are listed */ more: boolean };

export type DropSetting = { level: 'provider' | 'group' | 'client'; id?: string | null; /** Version of the override that was read; 0 for none. Without it, whatever somebody saved meanwhile is replaced */ version?: number };

export type Duplicate = { id: string; client: Named; state: 'proposed' | 'merged' | 'dismissed'; kept: EstateItemRow; other: EstateItemRow; why: ({ kind: 'uuid' | 'serial' | 'mac' | 'hostname'; value: string })[]; decidedBy: string; decidedAt: string | null; createdAt: string };

export type DuplicatePage = { items: Duplicate[]; nextCursor: string | null };

export type DuplicateQuery = { limit?: number; cursor?: string; clientId?: string; state?: 'proposed' | 'merged' | 'dismissed' };

export type EditChange = { version: number; modelId?: string; actualStart?: string | null; actualEnd?: string | null; /** Why it is done; plain text */ reason?: string; plans?: WritePlans; plannedStart?: string | null; plannedEnd?: string | null; /** The chosen value by the key of the question */ answers?: { [key: string]: string }; /** Whether people will be without what it touches */ outage?: boolean; cost?: MoneyShape | null; /** What it touches, of any client in sight */ itemIds?: string[]; serviceIds?: string[]; /** The problem that it is to solve */ problem?: string | null; /** What it is called where people of several clients read of it; it names none of them */ toldTitle?: string };

export type EditExpense = { version: number; /** Another ticket of the same client; null: none */ ticketId?: string | null; kindId?: string; /** When it was paid or driven, not in the future */ day?: string; /** How many of the unit, for a kind that has one */ quantity?: string; /** What was paid, with the tax in it, in minor units; not for a kind with a unit */ amount?: number; /** The tax in it, in minor units; without it by the tax of its kind */ tax?: number; /** ISO 4217; without it the client’s */ currency?: string; paidBy?: 'own' | 'company'; /** Whether the client is charged; without it as its kind says */ chargeable?: boolean; /** Per cent on top, 0 to 1,000; without it as its kind says. For those who may change prices (contract.manage) */ markup?: string; /** Stands on the invoice */ clientNote?: string; /** For the firm alone */ note?: string };

export type EditMajor = { version: number; toldTitle?: string; roles?: ({ role: 'manager' | 'technical' | 'communications' | 'scribe'; staffId: string })[]; /** An address (https, tel) or words; empty: none */ bridge?: string; /** Minutes between two words to clients */ cadenceMinutes?: number };

export type EditPart = { version: number; /** Plain text */ means: string };

export type EditTime = { version: number; minutes?: number; note?: string; /** As its kind of work says, unless given */ billable?: boolean; workTypeId?: string | null; /** When it began, where that is known */ startedAt?: string | null; workedAt?: string };

export type EffectView = { difference: number | null; /** That it is better, from 0 to 1 */ probability: number | null; low: number | null; high: number | null; words: string };

export type EndAnnouncement = { version: number; /** Plain text */ text?: string };

export type EnrolmentKeyView = { id: string; name: string; site: Named | null; /** The last four letters of the key */ hint: string; createdAt: string; /** Who made it */ createdBy: string | null; lastUsedAt: string | null; /** How many machines reported by it last */ devices: number; revokedAt: string | null };

export type EnterAdvisory = { vendor?: string; product?: string; severity?: 'low' | 'medium' | 'high' | 'critical' | null; /** By what the vendor knows it: a number or an address */ reference?: string; text?: string; /** Vendor, product and reference unless given */ title?: string; /** The reference unless given, where that is an address */ url?: string; /** It concerns every item that has all of these in its name, maker, model, system or one of its programs; the words of vendor and product unless given */ words?: string[]; publishedOn?: string | null };

export type EnterPortal = { /** Of a link */ token?: string; /** To which the mail with the code went */ email?: string; /** Of the mail, in the browser that asked for it */ code?: string; password?: string; contactId?: string; /** The last part of /portal/for/… */ for?: string };

export type EscalateTicket = { version?: number; direction: 'functional' | 'hierarchical'; teamId?: string; reason: string };

export type EstateItemPage = { items: EstateItemRow[]; nextCursor: string | null };

export type EstateItemRow = { id: string; client: Named; name: string; /** The key of a class */ classKey: string; className: string; state: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; assetTag: string; site: Named | null; contact: Named | null; online: boolean | null; lastSeenAt: string | null; lastUser: string; inMaintenance: boolean; manufacturer: string; model: string; serial: string; warrantyUntil: string | null; purchasedOn: string | null };

export type EstateItemView = { id: string; client: Named; name: string; /** The key of a class */ classKey: string; className: string; state: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; assetTag: string; site: Named | null; contact: Named | null; online: boolean | null; lastSeenAt: string | null; lastUser: string; inMaintenance: boolean; manufacturer: string; model: string; serial: string; warrantyUntil: string | null; purchasedOn: string | null; version: number; createdAt: string; updatedAt: string; service: Named | null; mergedInto: string | null; identifiers: ({ kind: 'uuid' | 'serial' | 'mac' | 'hostname'; value: string })[]; attributes: ItemAttribute[]; sources: ItemSource[]; relations: RelatedItem[]; sections: ({ section: string; by: string; at: string; records: ({ [key: string]: string | number | boolean | null })[] })[]; softwareCount: number; ends: { attribute: string; name: string; on: string }[]; bookValue: { /** Minor units */ value: number; currency: string } | null; nextStates: ('on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing')[] };

export type ExpenseKindView = { id: string; name: string; unit: string; /** What one of the unit costs, by currency */ rates: { /** ISO 4217 */ currency: string; /** A number from 0, up to four digits behind the point */ price: string }[]; chargeable: boolean; /** Null for whoever does not see prices (contract.read) */ markup: string | null; taxRate: { id: string; name: string; percent: string } | null; receiptAbove: string | null; position: number; active: boolean; version: number };

export type ExpenseQuery = { from?: string; /** The last day */ to?: string; /** The id of somebody, or "everybody", for those who may approve; without it one’s own */ of?: string; state?: 'open' | 'submitted' | 'approved' | 'returned'; /** Approved ones that their person paid: not paid back yet, or paid back */ payBack?: 'owed' | 'done'; /** Only approved ones that can still be returned: on no invoice, and not paid back */ returnable?: boolean };

export type ExpenseSum = { expenses: number };

export type ExpenseView = { id: string; staff: Named; client: Named; ticket: { id: string; key: string; title: string } | null; kind: { id: string; name: string; unit: string }; day: string; quantity: string | null; /** What one of the unit cost when it was recorded */ rate: string | null; currency: string; /** In minor units of the currency, such as cents */ amount: number; /** In minor units of the currency, such as cents */ tax: number; paidBy: 'own' | 'company'; chargeable: boolean; /** Null for whoever does not see prices (contract.read) */ markup: string | null; /** What the client is charged before tax, in minor units; null where nothing is, and for whoever does not see prices */ charged: number | null; clientNote: string; note: string; state: 'open' | 'submitted' | 'approved' | 'returned'; returnedBecause: string | null; receipts: Attachments; /** Whether it is not submitted before it has a receipt */ receiptNeeded: boolean; paidBackOn: string | null; /** On which invoice it stands, with its number as it is written there */ invoice: { id: string; number: string } | null; /** Whether the reader may change it as it stands */ mayEdit: boolean; version: number };

export type ExpiryPage = { items: ({ item: { id: string; name: string; className: string; state: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing' }; client: Named; attribute: string; name: string; on: string; remindDays: number | null; ticket: TicketRaised | null })[]; nextCursor: string | null };

export type ExpiryQuery = { limit?: number; cursor?: string; clientId?: string; withinDays?: number };

export type FeedMade = { /** Shown this once: whoever has it reads the calendar */ url: string };

export type FilledText = { html: string; /** Variables that have no value on this ticket, or do not exist */ unknown: { variable: string; label: string }[] };

export type FinishTask = { state: 'done' | 'skipped' | 'ready'; note?: string };

export type FlagArticle = { /** What is wrong with it */ note: string; /** On which ticket it was noticed: id or key */ ticketId?: string };

export type FlipQuery = { limit?: number; cursor?: string; to?: 'breached' | 'met' | 'apart'; target?: string; clientId?: string; /** A team, or "none" */ teamId?: string; priority?: number };

export type FlowQuery = { from: string; /** The last day; tickets count in the period in which they ended */ to: string; /** Every hour, or those in which the client is served */ time?: 'calendar' | 'business'; clientId?: string; teamId?: string; categoryId?: string; by?: 'client' | 'team' | 'category' };

export type FlowTicket = { id: string; key: string; title: string; client: Named; team: Named | null; endedAt: string; /** Seconds */ wait: number; /** Seconds */ touch: number; estimated: boolean };

export type FlowTicketQuery = { from: string; /** The last day; tickets count in the period in which they ended */ to: string; /** Every hour, or those in which the client is served */ time?: 'calendar' | 'business'; clientId?: string; teamId?: string; categoryId?: string; limit?: number; cursor?: string; step?: string; /** Of the waits, only those for this */ cause?: 'queue' | 'not_begun' | 'client' | 'vendor' | 'decision' | 'scheduled' | 'other' | 'in_hand' };

export type FlowTickets = { items: FlowTicket[]; nextCursor: string | null };

export type FormCondition = { match: 'all' | 'any'; tests: ({ field: string; is: 'equals' | 'differs' | 'one_of' | 'above' | 'below' | 'filled' | 'empty'; value?: string | number | boolean | string[] })[] };

export type FormShape = { fields: ({ key: string; type: 'text' | 'long_text' | 'number' | 'date' | 'choice' | 'choices' | 'person' | 'file' | 'yes_no'; label: string; help: string; required: boolean; options: string[]; min: number | null; max: number | null; /** For dates: a day, or a number of days from today; today is the day where whoever answers is */ earliest?: number | string | null; /** For dates: a day, or a number of days from today; today is the day where whoever answers is */ latest?: number | string | null; initial: string | number | boolean | string[] | null; shownWhen: FormCondition | null; requiredWhen: FormCondition | null })[] };

export type FormToRead = { fields: ({ key: string; type: 'text' | 'long_text' | 'number' | 'date' | 'choice' | 'choices' | 'person' | 'file' | 'yes_no'; label: string; help: string; required: boolean; options: string[]; min: number | null; max: number | null; /** For dates: a day, or a number of days from today; today is the day where whoever answers is */ earliest?: number | string | null; /** For dates: a day, or a number of days from today; today is the day where whoever answers is */ latest?: number | string | null; initial: string | number | boolean | string[] | null; shownWhen: FormCondition | null; requiredWhen: FormCondition | null; /** How the options read, in their order, where that differs */ optionWords?: string[] })[] };

export type FoundTicket = { ticket: TicketRow; in: 'key' | 'title' | 'requester' | 'client' | 'description' | 'conversation' | 'note'; /** A piece of the text it was found in; empty where key or title say it */ text: string; /** Words of the search that it does not have */ missing: string[] };

export type FoundTickets = { /** Beginnings of words, folded, that stand in what is shown. No others: a word that was mended tells that it occurs somewhere */ words: string[]; items: FoundTicket[]; /** The key that was searched for, where it is of no ticket or of one that you may not see */ unknownKey: string | null };

export type GiveAlert = { clientId: string; siteId?: string | null };

export type GoTo = { /** Where the browser goes next */ url: string };

export type GroupView = { id: string; name: string; description: string; clients: number; version: number };

export type HandedIn = { entries: number; minutes: number; expenses: number; /** Expenses that stay behind until they have their receipt */ withoutReceipt: number };

export type HealthPage = { items: ServiceHealth[]; nextCursor: string | null; /** How many days back it looks */ days: number; /** From so many points on it is to be watched */ watchFrom: number; /** From so many points on it does poorly */ poorFrom: number };

export type HealthQuery = { clientId?: string; serviceId?: string; level?: ('good' | 'watch' | 'poor')[]; limit?: number; cursor?: string };

export type HealthReason = { points: number; text: string };

export type Here = { me: Me | null; setupPending: boolean; /** Whether signing in here waits for a code from the app */ codeAsked: boolean };

export type HistoryQuery = { limit?: number; cursor?: string; /** What changed this attribute alone */ attribute?: string };

export type HookAddress = { url: string };

export type HookTold = { works: boolean; says: string; /** What to do about it; empty where it works */ advice: string };

export type HoursBody = { alwaysOpen: boolean; hours: { weekday: number; from: string; to: string }[]; closedDays: { date: string; name: string }[]; publicHolidays: boolean };

export type Impact = { start: { id: string; name: string; classKey: string; className: string; state: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; online: boolean | null; depth: number; via: string | null }; items: ({ id: string; name: string; classKey: string; className: string; state: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; online: boolean | null; depth: number; via: string | null })[]; relations: { fromId: string; kind: string; /** Read from the first to the second: depends on */ words: string; /** Read from the second to the first: is needed by */ inverse: string; toId: string }[]; contacts: { id: string; name: string; /** One of these is theirs; else they seem to be who used one last */ isOwner: boolean }[]; services: Named[] };

export type ImpactQuery = { towards?: 'effects' | 'causes'; depth?: number };

export type ImportAdvisories = { /** Comma-separated values with a first line of names, or JSON: an array of objects. Of each: vendor and product (needed), severity, reference, published on, text, words, title */ list: string };

export type ImportPriceList = { /** With the columns code, name, kind, billed, currency and price, and more where they are there */ csv: string };

export type ImportVendorList = { vendor: string; /** As of which day it is */ day: string; /** With the columns client, product and quantity, by any of the names that vendors use for them */ csv: string };

export type ImportWords = { language: 'en' | 'de' | 'fr' | 'es' | 'nl'; /** As it was exported, with the columns id, original and words */ csv: string };

export type ImprovementAbout = { kind: 'ticket' | 'service' | 'article' | 'stream' | 'change_rule' | 'alert_rule'; id: string; /** Only those of this client and of the provider */ clientId?: string };

export type ImprovementPage = { items: ImprovementRow[]; nextCursor: string | null };

export type ImprovementQuery = { limit?: number; cursor?: string; status?: 'idea' | 'measured' | 'planned' | 'doing' | 'measuring' | 'achieved' | 'not_achieved' | 'dropped'; clientId?: string; ownerId?: string };

export type ImprovementRow = { id: string; title: string; client: Named | null; owner: Named | null; status: 'idea' | 'measured' | 'planned' | 'doing' | 'measuring' | 'achieved' | 'not_achieved' | 'dropped'; measure: 'step_wait_hours' | 'flow_efficiency' | 'service_availability' | 'incidents_week' | 'resolution_hours' | 'sla_met' | 'reopened' | 'change_success' | 'satisfied' | null; unit: string; baseline: number | null; now: number | null; target: number | null; targetOn: string | null; /** What the last reading says */ effect: string | null; updatedAt: string };

export type ImprovementScope = { teamId?: string | null; categoryId?: string | null; serviceId?: string | null; streamId?: string | null; step?: string | null; /** Of the waits in a step, those for this alone */ cause?: 'queue' | 'not_begun' | 'client' | 'vendor' | 'decision' | 'scheduled' | 'other' | 'in_hand' | null };

export type ImprovementView = { id: string; title: string; idea: string; client: Named | null; owner: Named | null; status: 'idea' | 'measured' | 'planned' | 'doing' | 'measuring' | 'achieved' | 'not_achieved' | 'dropped'; source: { kind: 'stream' | 'ticket' | 'service' | 'review' | 'survey' | 'other'; step: string | null; text: string; id: string | null; name: string; key: string | null }; measure: 'step_wait_hours' | 'flow_efficiency' | 'service_availability' | 'incidents_week' | 'resolution_hours' | 'sla_met' | 'reopened' | 'change_success' | 'satisfied' | null; unit: string; better: 'less' | 'more'; scope: ImprovementScope; baseline: ReadingView | null; target: number | null; targetOn: string | null; measureOn: string | null; /** The last first */ readings: ({ from: string; to: string; figure: number | null; /** Of how many */ n: number; /** Half of the single values lie between low and high */ low: number | null; high: number | null; at: string; by: string; effect: EffectView })[]; links: ({ kind: 'ticket' | 'service' | 'article' | 'stream' | 'change_rule' | 'alert_rule'; id: string | null; name: string; key: string | null })[]; learnt: string; updatedAt: string; version: number };

export type IncomingCounts = { held: number; failed: number; waiting: number; /** Mailboxes that could not be read several times in a row: nothing comes in there */ silent: { name: string; /** In the server’s words */ text: string; at: string }[] };

export type IncomingMail = { id: string; receivedAt: string; mailbox: string | null; from: { name: string; address: string }; subject: string; /** Bytes */ size: number; state: 'new' | 'done' | 'held' | 'failed'; outcome: 'ticket' | 'reply' | 'note' | 'filed' | 'held' | 'bounce' | 'duplicate' | 'rejected' | null; why: string; attempts: number; ticketKey: string | null };

export type IncomingPage = { items: IncomingMail[]; nextCursor: string | null };

export type IncomingQuery = { limit?: number; cursor?: string; state?: ('new' | 'done' | 'held' | 'failed')[]; outcome?: ('ticket' | 'reply' | 'note' | 'filed' | 'held' | 'bounce' | 'duplicate' | 'rejected')[] };

export type IncomingView = { id: string; receivedAt: string; mailbox: string | null; from: { name: string; address: string }; subject: string; /** Bytes */ size: number; state: 'new' | 'done' | 'held' | 'failed'; outcome: 'ticket' | 'reply' | 'note' | 'filed' | 'held' | 'bounce' | 'duplicate' | 'rejected' | null; why: string; attempts: number; ticketKey: string | null; decisions: { filter: string; result: string; why: string }[]; settledBy: string | null; settledAt: string | null; body: string; to: string[]; cc: string[]; attachments: { name: string; mediaType: string; size: number }[]; faults: string[] };

export type Invited = { id: string; /** Works once: an invitation for 72 hours, a reset for one */ link: string };

export type InviteStaff = { email: string; name: string; title?: string; timeZone?: string; skills?: string[]; /** Open tickets this person can carry */ capacity?: number; roleKeys: string[]; allClients?: boolean; clientIds?: string[] };

export type InvoiceBooked = { booked: { state: 'waiting' | 'sending' | 'draft' | 'sent' | 'failed'; externalId: string | null; /** As Xero says it, such as AUTHORISED or PAID; empty where nothing is there */ externalStatus: string; faultKind: 'mapping' | 'refused' | 'difference' | 'taken' | null; /** Why it was not taken, with the words of Xero */ fault: string; /** What is odd about what was read back */ note: string; sentAt: string | null } | null };

export type InvoicePage = { items: InvoiceRow[]; nextCursor: string | null };

export type InvoiceQuery = { limit?: number; cursor?: string; clientId?: string; state?: 'open' | 'part_paid' | 'paid' | 'overdue' | 'credited' };

export type InvoiceRow = { id: string; number: string; kind: 'invoice' | 'credit'; client: Named; name: string; issuedOn: string; dueOn: string; currency: string; /** Minor units of the currency */ total: number; /** What is still to be paid, after payments and credits; minor units */ open: number; state: 'open' | 'part_paid' | 'paid' | 'overdue' | 'credited' };

export type InvoiceTable = { csv: string; /** How many invoices and credits stand in it */ invoices: number; /** More were found than stand in the table: at most 500 do */ more: boolean };

export type InvoiceTableQuery = { /** The program that reads the table */ format: 'xero' | 'myob' | 'quickbooks'; /** Invoices of this run, and credits of them; else give from and until */ runId?: string; /** Issued on this day or later */ from?: string; /** Issued on this day or before */ until?: string; /** Number of the income account on every line, as the program knows it */ account?: string; dates?: 'day_first' | 'month_first' };

export type InvoiceView = { id: string; number: string; kind: 'invoice' | 'credit'; client: Named; name: string; issuedOn: string; dueOn: string; currency: string; /** Minor units of the currency */ total: number; /** What is still to be paid, after payments and credits; minor units */ open: number; state: 'open' | 'part_paid' | 'paid' | 'overdue' | 'credited'; seller: { name: string; address: string; taxNumberName: string; taxNumber: string; reference: string; mail: string; payTo: string }; buyer: { name: string; address: string; taxNumberName: string; taxNumber: string; reference: string; mail: string; payTo: string }; /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; reason: string; run: Named | null; credits: { id: string; number: string } | null; creditedBy: { id: string; number: string; /** Minor units of the currency */ total: number }[]; lines: { id: string; name: string; unit: string; quantity: string; price: string; /** Minor units of the currency */ amount: number; taxName: string; taxPercent: string; /** Minor units of the currency */ tax: number; why: BillWhy; taxNote: string; /** What of the line, before tax, was credited since; minor units */ credited: number }[]; payments: ({ id: string; /** Minor units of the currency */ amount: number; paidOn: string; note: string; by: string | null })[]; mails: ({ id: string; kind: 'invoice' | 'invoiceReminder'; /** Of a reminder: so many days after it was due */ days: number | null; address: string; at: string; by: string | null; state: 'queued' | 'sending' | 'sent' | 'failed' | 'given_up'; error: string })[] };

export type Issued = { issued: { client: Named; invoice: { id: string; number: string } }[]; refused: { client: Named; reasons: string[] }[]; unsent: ({ client: Named; /** Why it is issued but does not go by mail: mail is not set up, or the client has no address for invoices */ because: 'no_mail' | 'no_address' })[] };

export type IssueRun = { clientIds: string[]; /** Whether each goes to the client’s address for invoices, where there is one */ mail?: boolean };

export type ItemAttribute = { key: string; name: string; type: 'text' | 'number' | 'date' | 'instant' | 'flag' | 'choice' | 'money' | 'url'; unit: string | null; help: string | null; options: string[]; value: string | number | boolean | null; said: ({ by: string; kind: 'person' | 'agent' | 'rmm' | 'monitor' | 'import'; value: string | number | boolean | null; at: string })[] };

export type ItemCounts = { items: { /** The key of a class */ classKey: string; className: string; items: number }[] };

export type ItemFilter = { /** A piece of the name, or the asset tag or an identifier */ q?: string; clientId?: string; /** With the classes below it */ classKey?: string; state?: ('on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing')[]; siteId?: string; contactId?: string; /** A contact: what is theirs, and what is nobody’s but was last used by somebody of their name */ usedBy?: string; online?: boolean; /** Told of by this connector or key */ sourceId?: string; /** No source lists it any more */ gone?: boolean; warranty?: 'ended' | 'ending' | 'unknown'; /** Of these alone */ id?: string[] };

export type ItemHistory = { items: ({ id: string; at: string; type: string; by: string; source: string | null; changes: ({ attribute: string; name: string; before: string | number | boolean | null; after: string | number | boolean | null })[]; words: string; /** Why the program changed it by itself */ why: string | null })[]; nextCursor: string | null };

export type ItemQuery = { limit?: number; cursor?: string; /** A piece of the name, or the asset tag or an identifier */ q?: string; clientId?: string; /** With the classes below it */ classKey?: string; state?: ('on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing')[]; siteId?: string; contactId?: string; /** A contact: what is theirs, and what is nobody’s but was last used by somebody of their name */ usedBy?: string; online?: boolean; /** Told of by this connector or key */ sourceId?: string; /** No source lists it any more */ gone?: boolean; warranty?: 'ended' | 'ending' | 'unknown'; /** Of these alone */ id?: string[]; /** Seen last first, or the warranty that ends first; what has neither comes after */ sort?: 'name' | 'class' | 'seen' | 'warranty' };

export type ItemSource = { id: string; kind: 'person' | 'agent' | 'rmm' | 'monitor' | 'import'; sourceId: string | null; name: string; externalId: string; /** By what it was known to be this item; "new" where it made the item */ matchedBy: string; firstAt: string; seenAt: string; goneAt: string | null; openUrl: string | null; remoteUrl: string | null; attributes: { [key: string]: string | number | boolean | null } };

export type ItemsTable = { csv: string; items: number; /** More were found than stand in the table: at most 10,000 do */ more: boolean };

export type ItemTableQuery = { /** A piece of the name, or the asset tag or an identifier */ q?: string; clientId?: string; /** With the classes below it */ classKey?: string; state?: ('on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing')[]; siteId?: string; contactId?: string; /** A contact: what is theirs, and what is nobody’s but was last used by somebody of their name */ usedBy?: string; online?: boolean; /** Told of by this connector or key */ sourceId?: string; /** No source lists it any more */ gone?: boolean; warranty?: 'ended' | 'ending' | 'unknown'; /** Of these alone */ id?: string[]; /** Seen last first, or the warranty that ends first; what has neither comes after */ sort?: 'name' | 'class' | 'seen' | 'warranty' };

export type ItemTermsShape = { name: string; summary: string; description: string; icon: 'laptop' | 'phone' | 'software' | 'access' | 'mailbox' | 'person' | 'printer' | 'network' | 'box'; heading: string; form: FormShape; price: MoneyShape | null; deliveryDays: number | null; approval: ApprovalTermsShape | null; plan: ({ key: string; title: string; teamId: string | null; staffId: string | null; after: string[]; olaMinutes: number | null; when: FormCondition | null })[]; parts: ({ itemId: string; when: FormCondition | null })[]; routes: ({ when: FormCondition | null; teamId: string })[]; categoryId: string | null; serviceId: string | null };

export type ItemTickets = { items: { id: string; key: string; title: string; kind: string; status: string; isOpen: boolean; createdAt: string }[] };

export type JoinItems = { otherId: string };

export type KeepAsTemplate = { name: string; description?: string };

export type KnownErrorMatch = { id: string; problemKey: string; title: string; symptoms: string; workaround: string; why: string; publishedAt: string };

export type KnownErrorMatches = { items: KnownErrorMatch[] };

export type LeaveView = { id: string; startsAt: string; endsAt: string; /** For the person themselves and those who manage them; absent for others */ note?: string };

export type LicencePosition = { item: Named; client: Named; product: string; metric: string; seats: number; installed: number; expiresOn: string | null };

export type LicencePositions = { items: LicencePosition[] };

export type LifecycleShape = { initial: string; statuses: ({ key: string; name: string; category: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; clientName: string; hold?: boolean })[]; transitions: ({ from: string[]; to: string; label: string; clientLabel?: string; requires: string[]; by: ('staff' | 'contact' | 'system' | 'key')[]; permission?: string; guards?: string[]; effects?: string[] })[]; resolutionCodes?: string[] };

export type LifecycleView = { /** A kind of ticket, or a variant of its lifecycle such as change.standard */ key: string; kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; lifecycle: LifecycleShape; version: number };

export type LineDrift = { /** Of the template */ lineId: string; name: string; differs: ({ field: 'missing' | 'name' | 'unit' | 'price' | 'percent' | 'prorated' | 'weighted' | 'keepsMonths' | 'taxRateId' | 'covers' | 'counts'; /** What the template says; null where it says it in no short words */ template: string | null; contract: string | null })[] };

export type LineTerms = { from: string; quantity: string; price: string; agreedOn: string; /** The day of the count by which the quantity was agreed */ counted: string | null };

export type LineView = { id: string; kind: 'fixed' | 'all_inclusive' | 'time' | 'block_hours' | 'block_money'; name: string; unit: string; from: string; until: string | null; prorated: boolean; covers: CoversShape | null; percent: string; weighted: boolean; keepsMonths: number | null; taxRate: Named | null; position: number; counts: CountedByView | null; terms: LineTerms[]; /** What one costs today, with the uplifts since it was agreed; null where the line costs nothing by itself */ priceNow: string | null; version: number };

export type LinkAnnouncement = { announcementId: string };

export type LinkedTicket = { how: 'problem' | 'major' | 'change'; /** Why they belong together; empty where nobody said */ why: string; linkedBy: string; linkedAt: string; id: string; key: string; kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; title: string; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; /** 1 critical … 5 planning */ priority: number; createdAt: string; client: { id: string; name: string; code: string } };

export type LinkIncidents = { /** Ids or keys */ ticketIds: string[]; why?: string };

export type LinkState = { works: boolean };

export type LinkToken = { token: string };

export type LinkView = { /** In whose name the link decides */ voter: string; language: 'en' | 'de' | 'fr' | 'es' | 'nl'; /** By which the mail tells times, too: of their company, or their own where they are the provider’s */ timeZone: string; vote: OpenVote; /** Whose look the page wears: what follows /portal/for/; empty for the provider’s own people */ portal: string };

export type LogRequest = { clientId: string; requesterId: string; itemId: string; answers: { [key: string]: string | number | boolean | string[] | null }; /** Answers to what a bundle brings */ parts?: ({ itemId: string; answers: { [key: string]: string | number | boolean | string[] | null } })[]; forContactId?: string; /** Plain text, for whoever approves */ reason?: string };

export type LookByLink = { token: string };

export type MacroPreview = { steps: MacroStepOutcome[]; refused: { index: number; step: string; detail: string; errors: { path: string; message: string }[] } | null };

export type MacroStep = { set?: { title?: string; impact?: number; urgency?: number; priority?: number | null; categoryId?: string | null; serviceId?: string | null; custom?: { [key: string]: unknown } }; assign?: { teamId?: string | null; assigneeId?: string | null; auto?: boolean; reason?: string; toMe?: boolean }; transition?: { to: string; holdReason?: 'client' | 'vendor' | 'change' | 'problem' | 'evidence' | 'scheduled'; holdUntil?: string | null; resolutionCode?: string; resolutionNote?: string; cause?: string; duplicateOfId?: string; assigneeId?: string | null; teamId?: string | null; reason?: string }; tags?: { add?: string[]; remove?: string[] }; message?: { visibility: 'public' | 'internal'; /** HTML; variables are filled in */ body: string; minutes?: number }; link?: { kind: 'related' | 'duplicates' | 'blocks' | 'caused_by'; /** Asked for at the run where absent */ to?: string }; watch?: { kind: 'me' | 'staff' | 'contact' | 'requester'; id?: string }; checklist?: { checklistId: string } };

export type MacroStepOutcome = { /** What the step is, in words */ step: string; changes: { label: string; before: string; after: string }[]; /** Other things that happen, in words */ told: string[]; message: { visibility: 'public' | 'internal'; html: string } | null };

export type MacroView = { id: string; name: string; shared: boolean; /** Path of names, such as "Printing/Paper"; empty for none */ folder: string; tags: string[]; /** Whom a shared one is for; empty: everybody */ teamIds: string[]; owner: Named | null; mine: boolean; version: number; description: string; steps: MacroStep[]; /** What each step does, in words */ sentences: string[] };

export type MailboxOauth = { provider: 'microsoft' | 'google' | 'other'; grant: 'code' | 'app'; /** Microsoft: the tenant’s id or domain; "organizations" where left out */ tenant?: string; /** Of the application registered at the provider */ clientId: string; /** Write-only; left out: stays as it is */ clientSecret?: string; authorizeUrl?: string; tokenUrl?: string; scope?: string; /** When the application’s secret ends; it is told before */ secretEndsOn?: string | null };

export type MailboxTried = { works: boolean; /** What is there, or what is in the way */ says: string };

export type MailboxView = { id: string; name: string; address: string; active: boolean; servesId: string | null; teamId: string | null; ticketKind: 'incident' | 'request'; /** Names by which your mail servers sign what they found out about a sender (authserv-id, RFC 8601); an empty one stands for results without a name, as Microsoft 365 writes them */ trustedServers: string[]; acknowledges: boolean; /** Whether mail to name+anything@… arrives here */ plusAddresses: boolean; servesName: string | null; kind: 'smtp' | 'imap' | 'graph'; version: number; imap: { host: string; port: number; security: 'none' | 'starttls' | 'tls'; username: string; folder: string; hasPassword: boolean; oauth: { provider: 'microsoft' | 'google' | 'other'; grant: 'code' | 'app'; clientId: string; authorizeUrl: string; tokenUrl: string; scope: string; secretEndsOn: string | null; connectedAt: string | null } | null; lookedAt: string | null; /** Mails that lay there when it was first looked at; they are left alone until somebody says so */ foundBefore: number | null; takeSince: string | null } | null; graph: { url: string; username: string; folder: string; markRead: boolean; oauth: { provider: 'microsoft' | 'google' | 'other'; grant: 'code' | 'app'; clientId: string; authorizeUrl: string; tokenUrl: string; scope: string; secretEndsOn: string | null; connectedAt: string | null }; lookedAt: string | null; /** Mails that lay there when it was first looked at; they are left alone until somebody says so */ foundBefore: number | null; takeSince: string | null } | null; trouble: { text: string; at: string; retryAt: string | null } | null };

export type MailedView = { address: string; at: string; state: 'queued' | 'sending' | 'sent' | 'failed' | 'given_up'; error: string };

export type MailPreview = { /** Who would get it; empty where nobody asked */ to: string; subject: string; html: string; /** Variables that have no value on this ticket */ unknown: { variable: string; label: string }[] };

export type MailSendingView = { active: boolean; via: 'smtp' | 'graph'; host: string; port: number; security: 'none' | 'starttls' | 'tls'; username: string; hasPassword: boolean; mailboxId: string | null; fromName: string; fromAddress: string; /** 0: not set up yet */ version: number; trouble: { /** What the server said, in its own words */ text: string; at: string; retryAt: string | null } | null };

export type MajorCandidates = { items: { id: string; key: string; title: string; client: Named; createdAt: string; evidence: string[] }[] };

export type MajorPage = { items: MajorRow[]; nextCursor: string | null };

export type MajorQuery = { limit?: number; cursor?: string; state?: ('proposed' | 'declared' | 'stabilised' | 'restored' | 'review' | 'completed' | 'declined')[] };

export type MajorRow = { id: string; key: string; title: string; client: { id: string; name: string; code: string }; /** 1 critical … 5 planning */ priority: number; status: string; state: 'proposed' | 'declared' | 'stabilised' | 'restored' | 'review' | 'completed' | 'declined'; proposedAt: string; declaredAt: string | null; restoredAt: string | null; nextUpdateAt: string | null; manager: Named | null; /** Tickets below it, of clients that the reader sees */ tickets: number };

export type MajorSuggestions = { /** When an incident is a major one, in the firm’s words */ criteria: string[]; items: { title: string; why: string; tickets: TicketRow[] }[] };

export type MajorTickets = { tickets: string[]; why?: string };

export type MajorView = { id: string; key: string; title: string; client: { id: string; name: string; code: string }; /** 1 critical … 5 planning */ priority: number; status: string; state: 'proposed' | 'declared' | 'stabilised' | 'restored' | 'review' | 'completed' | 'declined'; proposedAt: string; declaredAt: string | null; restoredAt: string | null; nextUpdateAt: string | null; manager: Named | null; /** Tickets below it, of clients that the reader sees */ tickets: number; reason: string; criteria: string[]; proposedBy: string; decidedBy: string | null; stabilisedAt: string | null; completedAt: string | null; declinedAt: string | null; roles: ({ role: 'manager' | 'technical' | 'communications' | 'scribe'; staff: Named })[]; bridge: string; toldTitle: string; /** Minutes between two words to clients */ cadenceMinutes: number; announcementId: string | null; /** What clients were told, in the order of time */ updates: { id: string; /** Plain text */ text: string; by: string; at: string }[]; /** The clients that it touches, of those that the reader sees */ clients: { id: string; name: string; tickets: number }[]; linked: LinkedTicket[]; review: { happened: string; wentWell: string; toImprove: string; actions: ({ text: string; staffId: string | null; dueOn: string | null; ticketId: string | null })[]; forClients: string } | null; moves: ({ to: 'proposed' | 'declared' | 'stabilised' | 'restored' | 'review' | 'completed' | 'declined'; label: string; missing: string | null; asksWhy: boolean })[]; version: number };

export type MakeContact = { name: string };

export type MakeDkimKey = { domain: string };

export type MapCodes = { codes: ({ what: 'account' | 'tax'; key: string; /** As Xero knows it */ code: string | null; name?: string })[] };

export type MapContacts = { contacts: ({ clientId: string; contact: { /** As Xero knows it */ id: string; name: string } | null })[] };

export type MapSites = { items: ({ externalId: string; clientId: string | null; siteId?: string | null; ignored?: boolean })[] };

export type MapVendorName = { /** 0 where nobody has mapped it yet */ version: number; vendor: string; kind: 'client' | 'product'; name: string; clientId?: string; productId?: string; /** The name of a product that is not there yet */ newProduct?: string };

export type MarginQuery = { /** The first day */ from: string; /** The day after the last, at most two years on */ until: string };

export type MarginReport = { /** The provider’s own */ currency: string; items: ClientMargin[]; /** What was invoiced in other currencies, in their minor units: it is in no margin */ elsewhere: { client: Named; currency: string; revenue: number }[] };

export type Me = { kind: 'staff' | 'contact'; id: string; name: string; email: string; timeZone: string; language: string; mspName: string; permissions: string[]; allClients: boolean; teamIds: string[]; preferences: { [key: string]: unknown }; /** One of a client’s people who looks after all of it */ companyWide?: boolean; totpOn: boolean; /** A second factor is required and missing: nothing but the account page works until it is added */ needsSecondFactor: boolean };

export type MeasureImprovement = { version: number; from: string; /** The last day */ to: string; /** Where figures are entered by hand */ figure?: number };

export type MeetingView = { id: string; board: { id: string; name: string; quorum: number; itemMinutes: number }; state: 'planned' | 'running' | 'closed' | 'cancelled'; startsAt: string; minutes: number; /** How long one change should take in it */ itemSeconds: number; place: string; begunAt: string | null; endedAt: string | null; people: { staff: Named; present: boolean }[]; /** What waits for a decision first, the riskiest first */ agenda: AgendaEntry[]; next: { id: string; startsAt: string; state: 'planned' | 'running' | 'closed' | 'cancelled' } | null; version: number };

export type MessageMail = { /** Who gets it, by name */ to: string; email: string; state: 'waiting' | 'sent' | 'trying' | 'failed' | 'bounced'; /** In the mail server’s own words, where it was not taken or did not arrive */ why: string; at: string | null };

export type MessagePosted = { id: string; ticket: TicketView; /** Its mail waits: by POST /tickets/{idOrKey}/undo it becomes a note, and nobody gets it */ takeBack: { eventId: string; until: string } | null };

export type MessageView = { id: string; visibility: 'public' | 'internal'; author: { kind: 'staff' | 'contact' | 'system' | 'key'; id: string | null; name: string }; /** Sanitised HTML */ body: string; /** It was a mail that quotes another: GET /messages/{id}/quote */ quoted: boolean; source: string; call: Call | null; createdAt: string; mergedFromKey: string | null; keptFor: string | null; attachments: Attachments; /** For staff, of the last 30 days */ mails: MessageMail[] };

export type MilestoneView = { id: string; name: string; due: string | null; /** In minor units; null also for whoever sees no contracts */ amount: number | null; shown: boolean; reachedOn: string | null; reachedBy: string | null; /** What it charged, and the invoice that this is on */ charge: { id: string; invoice: { id: string; number: number } | null } | null; version: number };

export type MissedPromise = { ticketId: string; key: string; title: string; priority: number; target: string; name: string; missedAt: string; doneAt: string | null; byHand: boolean; miss: ClockMiss; justification: ClockJustification | null };

export type MissedQuery = { from: string; to: string; limit?: number; cursor?: string };

export type ModelTask = { key: string; title: string; teamId: string | null; staffId: string | null; /** Tasks that come before it */ after: string[]; startMinutes: number | null; minutes: number | null };

export type MoneyShape = { minor: number; currency: string };

export type MoveMajor = { to: 'proposed' | 'declared' | 'stabilised' | 'restored' | 'review' | 'completed' | 'declined'; version: number; reason?: string; /** What holds of it, where it is declared; what was proposed unless given */ criteria?: string[] };

export type MoveTask = { starts: string; ends: string };

export type MyFeed = { made: boolean; createdAt: string | null; usedAt: string | null };

export type MyShift = { from: string; to: string; schedule: Named; timeZone: string };

export type Named = { id: string; name: string };

export type NamedSites = { externalIds: string[] };

export type NewMailbox = { name: string; address: string; active: boolean; servesId: string | null; teamId: string | null; ticketKind: 'incident' | 'request'; /** Names by which your mail servers sign what they found out about a sender (authserv-id, RFC 8601); an empty one stands for results without a name, as Microsoft 365 writes them */ trustedServers: string[]; acknowledges: boolean; /** Whether mail to name+anything@… arrives here */ plusAddresses: boolean; kind: 'smtp' | 'imap' | 'graph'; imap?: { /** A name or an address, such as smtp.example.com */ host: string; port: number; security: 'none' | 'starttls' | 'tls'; username: string; /** Write-only; left out: stays as it is */ password?: string; /** INBOX where left out */ folder?: string; oauth?: MailboxOauth }; graph?: { /** Where Graph is, https://graph.microsoft.com where left out; other clouds of Microsoft’s have their own */ url?: string; /** The mailbox’s address or id at Microsoft; the address where left out */ username?: string; /** Inbox where left out; Support/New for one inside another */ folder?: string; /** Whether mail that was taken is marked as read there */ markRead?: boolean; oauth: MailboxOauth }; /** None, or 0 */ version?: number };

export type NextTicket = { ticket: TicketView | null; reasons: string[]; offeredUntil: string | null };

export type NotificationPage = { items: ({ id: string; kind: string; text: string; ticketKey: string | null; articleId: string | null; connectorId: string | null; improvementId: string | null; contractId: string | null; projectId: string | null; ownPage: 'time' | 'expenses' | null; quoteId: string | null; createdAt: string; readAt: string | null })[]; nextCursor: string | null };

export type NotificationPreferences = { items: ({ kind: 'page' | 'page_acknowledged' | 'service_level' | 'mentioned' | 'assigned' | 'escalated' | 'team_assigned' | 'replied' | 'moved' | 'merged' | 'approval' | 'change_review' | 'problem_review' | 'script_asked' | 'script_decided' | 'major' | 'task_ready' | 'confirmed' | 'withdrawn' | 'rated_bad' | 'article_flagged' | 'article_review' | 'article_submitted' | 'connector_refused' | 'improvement' | 'contract_warning' | 'project_budget' | 'quote' | 'time_owed' | 'time_returned' | 'article_returned'; title: string; app: boolean; mail: boolean; /** Cannot be switched off in the app */ always: boolean; /** Is told in the app alone, never by mail */ appOnly: boolean })[]; /** Whether this installation sends mail */ mailOn: boolean; /** Where my mail goes */ address: string };

export type NotificationQuery = { limit?: number; cursor?: string; /** Only those that are new */ unread?: boolean };

export type NowRow = { schedule: Named; staff: Named | null; until: string | null };

export type OfferedScripts = { items: { id: string; name: string; description: string; connector: string; secondPerson: boolean; parameters: { name: string; help: string; required: boolean }[] }[] };

export type OfferingRow = { id: string; name: string; /** What it is, in plain words */ description: string; stage: 'pipeline' | 'offered' | 'retired'; importance: 'high' | 'normal' | 'low'; /** When it is agreed to be there: service_hours of the client, always, or the id of a calendar */ calendar: string; /** Percent of the agreed time */ availabilityTarget: number | null; /** Whether planned outages count as downtime; else their time is not agreed */ plannedCounts: boolean; owner: Named | null; team: Named | null; /** How many of the clients that you see have it */ clients: number; /** At how many of them it does so */ health: { good: number; watch: number; poor: number }; /** Percent in this month, the mean of these clients */ availability: number | null; /** At how many of them it is not there, or not wholly, at this moment */ down: number; version: number };

export type Offerings = { items: OfferingRow[] };

export type OfferingView = { id: string; name: string; /** What it is, in plain words */ description: string; stage: 'pipeline' | 'offered' | 'retired'; importance: 'high' | 'normal' | 'low'; /** When it is agreed to be there: service_hours of the client, always, or the id of a calendar */ calendar: string; /** Percent of the agreed time */ availabilityTarget: number | null; /** Whether planned outages count as downtime; else their time is not agreed */ plannedCounts: boolean; owner: Named | null; team: Named | null; /** How many of the clients that you see have it */ clients: number; /** At how many of them it does so */ health: { good: number; watch: number; poor: number }; /** Percent in this month, the mean of these clients */ availability: number | null; /** At how many of them it is not there, or not wholly, at this moment */ down: number; version: number; calendarName: string; /** Policies in force that name it */ levels: ({ id: string; name: string; level: 'provider' | 'group' | 'client' })[] };

export type OfferTermsShape = { price?: MoneyShape | null; deliveryDays?: number | null; approval?: ApprovalTermsShape | null; offered?: boolean };

export type OfferView = { id: string; client: Named | null; group: Named | null; terms: OfferTermsShape; version: number };

export type OnCallCover = { schedule: Named; shifts: { from: string; to: string; staff: Named }[]; gaps: ShiftsQuery[] };

export type OnCallNow = { staff: Named | null; until: string | null };

export type OpenProblem = { /** Ids or keys */ ticketIds: string[]; title: string; /** What people of each client read of it, where it is of several */ toldTitle?: string; /** What is seen when it strikes; plain text */ symptoms?: string; /** Why these incidents belong together */ why?: string };

export type OpenVote = { /** Of the vote to cast */ id: string; approvalId: string; subject: ApprovalSubject; /** Why the caller is asked */ why: string; policy: string; /** For whom the caller stands in */ inPlaceOf: string | null; /** Who has decided so far */ decided: ({ step: string; name: string; vote: 'approve' | 'reject'; /** Who voted, where somebody stood in */ by: string | null; at: string })[]; askedAt: string; expiresAt: string; step: { name: string; state: 'waiting' | 'open' | 'approved' | 'rejected' | 'dropped'; /** Why it is asked, or not */ why: string; asked: number; /** How many have to approve */ needed: number; approvals: number; rejections: number } };

export type OrderBody = { itemId: string; answers: { [key: string]: string | number | boolean | string[] | null }; /** Answers to what a bundle brings */ parts?: ({ itemId: string; answers: { [key: string]: string | number | boolean | string[] | null } })[]; forContactId?: string; /** Plain text, for whoever approves */ reason?: string };

export type OrderLineView = { id: string; client: Named; quote: { id: string; number: string; title: string }; name: string; unit: string; quantity: string; price: string; cost: string | null; currency: string; supplier: string; reference: string; expectedOn: string | null; state: 'to_order' | 'ordered' | 'received' | 'handed_over' | 'cancelled'; chargeId: string | null; version: number };

export type OrderQuery = { clientId?: string; quoteId?: string; state?: 'to_order' | 'ordered' | 'received' | 'handed_over' | 'cancelled' };

export type Organisations = { items: { id: string; name: string }[] };

export type OutagePage = { items: OutageView[]; nextCursor: string | null };

export type OutageQuery = { clientId?: string; serviceId?: string; /** Those that last at this moment */ running?: boolean; /** Also those that were withdrawn */ withdrawn?: boolean; limit?: number; cursor?: string };

export type OutagesOf = { clientId?: string; /** Those that last at this moment */ running?: boolean; /** Also those that were withdrawn */ withdrawn?: boolean; limit?: number; cursor?: string };

export type OutageView = { id: string; client: Named; service: Named; beganAt: string; endedAt: string | null; planned: boolean; /** How much of it was missing, in percent */ share: number; /** What happened, in words that the client’s people may read */ title: string; /** Whether the client’s people read of it */ told: boolean; /** Why it happened, for the provider’s people */ cause: string; source: 'hand' | 'status' | 'announcement' | 'change'; from: { id: string; key: string | null; title: string } | null; tickets: ({ id: string; key: string | null; title: string })[]; alerts: ({ id: string; key: string | null; title: string })[]; announcements: ({ id: string; key: string | null; title: string })[]; withdrawnAt: string | null; version: number };

export type OutgoingMail = { id: string; /** Null: its ticket has moved to another client */ ticketKey: string | null; /** Who gets it, by name; of nobody in particular the address */ to: string; toKind: 'staff' | 'contact' | 'address'; kind: string; subject: string; state: 'queued' | 'sending' | 'sent' | 'failed' | 'given_up'; attempts: number; nextAt: string | null; lastError: string; createdAt: string; sentAt: string | null };

export type OutgoingPage = { items: OutgoingMail[]; nextCursor: string | null };

export type OutgoingQuery = { limit?: number; cursor?: string; state?: ('queued' | 'sending' | 'sent' | 'failed' | 'given_up')[] };

export type Outlooks = { /** The provider’s own */ currency: string; items: ContractOutlook[]; blocks: BlockOutlook[]; /** Contracts in other currencies: what people cost is not known in them */ elsewhere: { client: Named; contract: Named; currency: string }[] };

export type OverrideCollisions = { /** Why it goes on although something stands against it */ reason: string };

export type OverrideView = { id: string; staff: Named; startsAt: string; endsAt: string; note: string; /** Made by the reader or for them, so theirs to take away */ mine: boolean };

export type OwedQuery = { /** Only what was worked so many days ago, or before */ days?: number };

export type PagesPage = { items: PageView[]; nextCursor: string | null };

export type PagesQuery = { state?: 'paging' | 'acknowledged' | 'exhausted' | 'ended'; limit?: number; cursor?: string };

export type PageView = { id: string; ticket: { id: string; key: string; title: string }; client: Named; path: { id: string | null; name: string }; why: string; state: 'paging' | 'acknowledged' | 'exhausted' | 'ended'; /** The level called last */ level: number; levels: number; round: number; rounds: number; toldAt: string; nextAt: string | null; /** Who was called last */ told: Named[]; steps: { at: string; level: number; round: number; told: Named[]; /** Why nobody was called, or why people outside the path; else empty */ note: string }[]; startedBy: string; acknowledgedBy: Named | null; acknowledgedAt: string | null; endedAt: string | null; createdAt: string };

export type Party = { name: string; address: string; taxNumberName: string; taxNumber: string };

export type PasskeyAssertion = { id: string; rawId: string; type: 'public-key'; authenticatorAttachment?: string | null; clientExtensionResults: { [key: string]: unknown }; response: { clientDataJSON: string; authenticatorData: string; signature: string; userHandle?: string | null; [key: string]: unknown }; [key: string]: unknown };

export type PasskeyAttestation = { id: string; rawId: string; type: 'public-key'; authenticatorAttachment?: string | null; clientExtensionResults: { [key: string]: unknown }; response: { clientDataJSON: string; attestationObject: string; transports?: string[]; [key: string]: unknown }; [key: string]: unknown };

export type PasskeyCreation = { rp: { id: string; name: string }; user: { id: string; name: string; displayName: string }; challenge: string; pubKeyCredParams: { alg: number; type: 'public-key' }[]; /** Milliseconds */ timeout: number; attestation: 'none'; excludeCredentials: { id: string; type: 'public-key'; transports?: string[] }[]; authenticatorSelection: { residentKey: 'required'; requireResidentKey: boolean; userVerification: 'required' } };

export type PasskeyRequest = { challenge: string; /** Milliseconds */ timeout: number; rpId: string; userVerification: 'required'; allowCredentials?: { id: string; type: 'public-key'; transports?: string[] }[] };

export type PasskeyView = { id: string; name: string; /** Kept by a password manager on several devices */ synced: boolean; createdAt: string; lastUsedAt: string | null };

export type PathTarget = { kind: 'on_call' | 'staff' | 'team' | 'assignee'; scheduleId?: string; staffId?: string; teamId?: string };

export type PathView = { id: string; name: string; levels: ({ /** From the beginning of a round */ afterMinutes: number; targets: ({ kind: 'on_call' | 'staff' | 'team' | 'assignee'; scheduleId?: string; staffId?: string; teamId?: string; /** Whom it calls, in words */ name: string })[] })[]; /** How often it all begins again */ repeatTimes: number; /** From the last level to the next round */ repeatEveryMinutes: number; usedBy: ({ kind: 'provider' | 'group' | 'client' | 'team' | 'policy'; id: string | null; name: string })[]; version: number };

export type PayBack = { expenseIds: string[]; /** When it was paid back, not in the future; null: it was not */ on: string | null };

export type PeriodQuery = { /** Only those that reach this client */ clientId?: string };

export type Periods = { items: PeriodView[] };

export type PeriodView = { id: string; kind: 'window' | 'freeze' | 'blackout'; name: string; note: string; level: 'provider' | 'group' | 'client'; client: Named | null; group: Named | null; fromAt: string | null; untilAt: string | null; recurrence: Recurrence | null; minutes: number | null; timeZone: string; services: Named[]; items: Named[]; /** When it is, as people say it */ words: string; next: ShiftsQuery | null; version: number };

export type PhaseView = { id: string; name: string; position: number; version: number };

export type PlanMeeting = { /** Without it: when the board meets next */ startsAt?: string };

export type PlanMilestone = { name: string; /** So many working days after the project begins; null: no day */ day: number | null; /** Of the budget, 0 to 100 */ percent: string | null; shown: boolean };

export type PlannedWork = { id: string; key: string; title: string; means: string; items: string[]; services: string[]; fromAt: string | null; untilAt: string | null; outage: boolean; state: 'proposed' | 'planned' | 'under_way' | 'done' | 'taken_back' | 'called_off'; asked: 'pending' | 'approved' | 'rejected' | 'expired' | null; waitsForMe: boolean };

export type PlannedWorkList = { items: PlannedWork[] };

export type PlanTask = { /** By which other tasks of the plan name it */ key: string; title: string; description: string; /** So many working days after the project begins; null: no day */ from: number | null; /** How many working days it takes */ days: number | null; estimateMinutes: number | null; /** Whether the client’s people see it */ shown: boolean; /** Keys of the tasks of the plan that it comes after */ after: string[] };

export type PlanTasks = { version: number; tasks: ModelTask[] };

export type PolicyReach = { openTickets: number; capped: boolean };

export type PolicyTermsBody = { kinds: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; serviceIds: string[]; /** CEL over ticket, client and service; empty: always */ condition: string; targets: { first_response?: { byPriority: (number | 'none' | null)[]; /** service_hours, always, or the id of a calendar; null takes what the level above says */ calendar: string | null }; next_update?: { byPriority: (number | 'none' | null)[]; /** service_hours, always, or the id of a calendar; null takes what the level above says */ calendar: string | null }; resolution?: { byPriority: (number | 'none' | null)[]; /** service_hours, always, or the id of a calendar; null takes what the level above says */ calendar: string | null }; vendor?: { byPriority: (number | 'none' | null)[]; /** service_hours, always, or the id of a calendar; null takes what the level above says */ calendar: string | null } }; olas: ({ teamId: string; byPriority: (number | 'none' | null)[]; /** service_hours, always, or the id of a calendar; null takes what the level above says */ calendar: string | null })[]; thresholds: ({ percent: number; actions: ({ type: 'notify'; who: ('assignee' | 'team' | 'leads' | 'watchers')[]; staffIds?: string[] } | { type: 'raise_priority' } | { type: 'reassign'; teamId?: string; assigneeId?: string } | { type: 'page'; pathId?: string } | { type: 'macro'; macroId: string })[] })[] | null; rules: { first_response?: { /** A condition in CEL; null leaves what the clock does by itself */ start: string | null; /** A condition in CEL; null leaves what the clock does by itself */ pause: string | null; /** A condition in CEL; null leaves what the clock does by itself */ stop: string | null; /** A condition in CEL; null leaves what the clock does by itself */ reset: string | null; /** A condition in CEL; null leaves what the clock does by itself */ cancel: string | null }; next_update?: { /** A condition in CEL; null leaves what the clock does by itself */ start: string | null; /** A condition in CEL; null leaves what the clock does by itself */ pause: string | null; /** A condition in CEL; null leaves what the clock does by itself */ stop: string | null; /** A condition in CEL; null leaves what the clock does by itself */ reset: string | null; /** A condition in CEL; null leaves what the clock does by itself */ cancel: string | null }; resolution?: { /** A condition in CEL; null leaves what the clock does by itself */ start: string | null; /** A condition in CEL; null leaves what the clock does by itself */ pause: string | null; /** A condition in CEL; null leaves what the clock does by itself */ stop: string | null; /** A condition in CEL; null leaves what the clock does by itself */ reset: string | null; /** A condition in CEL; null leaves what the clock does by itself */ cancel: string | null }; vendor?: { /** A condition in CEL; null leaves what the clock does by itself */ start: string | null; /** A condition in CEL; null leaves what the clock does by itself */ pause: string | null; /** A condition in CEL; null leaves what the clock does by itself */ stop: string | null; /** A condition in CEL; null leaves what the clock does by itself */ reset: string | null; /** A condition in CEL; null leaves what the clock does by itself */ cancel: string | null }; ola?: { /** A condition in CEL; null leaves what the clock does by itself */ start: string | null; /** A condition in CEL; null leaves what the clock does by itself */ pause: string | null; /** A condition in CEL; null leaves what the clock does by itself */ stop: string | null; /** A condition in CEL; null leaves what the clock does by itself */ reset: string | null; /** A condition in CEL; null leaves what the clock does by itself */ cancel: string | null } } };

export type PolicyVersionView = { number: number; position: number; terms: PolicyTermsBody | null; note: string; fromAt: string; publishedAt: string; publishedBy: string | null; takenBackAt: string | null };

export type PolicyView = { id: string; name: string; level: 'provider' | 'group' | 'client'; client: Named | null; group: Named | null; current: PolicyVersionView | null; scheduled: PolicyVersionView | null; draft: PolicyTermsBody | null; draftSaved: { by: string | null; at: string } | null; remarks: { path: string; message: string }[]; fault: { at: string; text: string; error: string } | null; version: number };

export type PortalAccount = { owed: { currency: string; /** Minor units of the currency */ open: number; /** Minor units of the currency */ overdue: number }[]; blocks: ({ line: string; kind: 'block_hours' | 'block_money'; from: string; until: string | null; granted: number; left: number; currency: string })[] };

export type PortalAddress = { /** What to hand to the client’s people */ url: string; /** Where it is at the installation’s own address, such as /portal/for/acme */ path: string; /** The client’s own host name */ host: string | null };

export type PortalAnnouncement = { id: string; kind: 'notice' | 'maintenance' | 'outage'; title: string; text: string; effect: 'maintenance' | 'degraded' | 'outage' | null; /** Those that the reader’s client has */ services: Named[]; fromAt: string; untilAt: string | null; endedAt: string | null; updates: { id: string; text: string; at: string }[]; /** Put aside, and nothing was said since */ dismissed: boolean; /** The reader is told what follows, by mail */ follows: boolean; /** It tells of a major incident, of which the reader may have a report as PDF */ report: boolean };

export type PortalAnnouncements = { /** What holds or is to come first, then what ended */ items: PortalAnnouncement[]; /** Whether the reader wants mail about announcements */ mail: boolean };

export type PortalArticle = { id: string; title: string; language: string; category: string | null; updatedAt: string; /** Sanitised HTML */ body: string; /** Whether the reader said that it helped */ vote: boolean | null };

export type PortalArticlePage = { items: PortalArticleRow[]; nextCursor: string | null; words: string[] };

export type PortalArticleRow = { id: string; title: string; language: string; category: string | null; updatedAt: string; /** Where the words stand, or how it begins */ piece: string };

export type PortalBrand = { name: string; welcome: string; support: string; links: { label: string; /** Begins with https:// */ url: string }[]; colours: PortalColours; /** In the place of the name */ logo: { url: string; width: number; height: number } | null; /** Where the icon is */ icon: string; /** Where an icon is that iPhones take, which know no SVG */ touchIcon: string; /** Where the web app’s manifest is */ manifest: string; /** What may be chosen */ languages: ('en' | 'de' | 'fr' | 'es' | 'nl')[]; /** Where the signed-in caller’s portal begins, null for nobody */ home: string | null };

export type PortalColours = { light: string; dark: string };

export type PortalContractRow = { id: string; name: string; state: 'draft' | 'sent' | 'signed' | 'active' | 'ended'; currency: string; /** Minor units of the currency */ monthly: number; sentAt: string; /** Who was asked to sign */ to: string; /** Whether that is whoever asks */ mine: boolean };

export type PortalContractView = { id: string; name: string; state: 'draft' | 'sent' | 'signed' | 'active' | 'ended'; currency: string; /** Minor units of the currency */ monthly: number; sentAt: string; /** Who was asked to sign */ to: string; /** Whether that is whoever asks */ mine: boolean; document: ContractDocument; signature: SignedView | null; version: number };

export type PortalEntry = { entered: boolean; /** Whether a code from the app is still needed: POST /sessions/second-factor */ codeAsked: boolean; /** Where several clients know the address: send the same again with the contactId of one of them */ choices: { contactId: string; client: string }[] };

export type PortalInvoicePage = { items: PortalInvoiceRow[]; nextCursor: string | null };

export type PortalInvoiceRow = { id: string; number: string; kind: 'invoice' | 'credit'; name: string; issuedOn: string; dueOn: string; currency: string; /** Minor units of the currency */ total: number; /** What is still to be paid, after payments and credits; minor units */ open: number; state: 'open' | 'part_paid' | 'paid' | 'overdue' | 'credited' };

export type PortalInvoiceView = { id: string; number: string; kind: 'invoice' | 'credit'; name: string; issuedOn: string; dueOn: string; currency: string; /** Minor units of the currency */ total: number; /** What is still to be paid, after payments and credits; minor units */ open: number; state: 'open' | 'part_paid' | 'paid' | 'overdue' | 'credited'; seller: { name: string; address: string; taxNumberName: string; taxNumber: string; reference: string; mail: string; payTo: string }; /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; reason: string; credits: { id: string; number: string } | null; creditedBy: { id: string; number: string; /** Minor units of the currency */ total: number }[]; lines: ({ name: string; unit: string; quantity: string; price: string; /** Minor units of the currency */ amount: number; taxName: string; taxPercent: string; /** Minor units of the currency */ tax: number; taxNote: string; work: ({ day: string; workType: string | null; /** What of the work is in this line, after rounding */ seconds: number; /** Minor units of the currency */ amount: number })[] })[]; payments: { /** Minor units of the currency */ amount: number; paidOn: string }[] };

export type PortalKnownError = { id: string; title: string; symptoms: string; workaround: string; service: string | null; updatedAt: string };

export type PortalKnownErrors = { items: PortalKnownError[] };

export type PortalLanguage = { language: 'en' | 'de' | 'fr' | 'es' | 'nl' };

export type PortalOutage = { id: string; service: Named; title: string; beganAt: string; endedAt: string | null; planned: boolean; share: number };

export type PortalOutcome = { status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled' };

export type PortalPartQuery = { /** The last part of /portal/for/… */ for?: string; /** Changes when what is asked for does */ v?: string };

export type PortalPicture = { id: string; mediaType: string; width: number; height: number };

export type PortalProjectRow = { id: string; /** The client’s code and a number: ACME-P3 */ key: string; name: string; begins: string | null; ends: string | null; tasks: number; tasksDone: number; state: 'active' | 'on_hold' | 'done' | 'cancelled' };

export type PortalProjectView = { id: string; /** The client’s code and a number: ACME-P3 */ key: string; name: string; begins: string | null; ends: string | null; tasks: number; tasksDone: number; state: 'active' | 'on_hold' | 'done' | 'cancelled'; phases: ({ name: string; tasks: number; tasksDone: number; /** Tasks that the provider lets the client see */ shown: ({ title: string; state: 'planned' | 'in_work' | 'done' })[] })[]; milestones: ({ name: string; due: string | null; reachedOn: string | null })[] };

export type PortalQuery = { /** The last part of /portal/for/… */ for?: string };

export type PortalQuoteLine = { id: string; name: string; description: string; kind: 'goods' | 'licence' | 'service' | 'labour'; billed: 'once' | 'monthly'; unit: string; quantity: string; price: string; discount: string; choice: 'fixed' | 'optional' | 'one_of'; /** Of “one of”: which lines stand for each other */ group: string; /** Whether it is chosen unless the client says otherwise */ chosen: boolean; /** What one costs after the discount */ unitPrice: string; /** Minor units of the currency */ amount: number; taxName: string; taxPercent: string; /** Minor units of the currency */ tax: number; /** Whether it was accepted */ taken: boolean | null };

export type PortalQuotePage = { items: PortalQuoteRow[]; nextCursor: string | null };

export type PortalQuoteRow = { id: string; number: string; /** Of its number: each that was sent stays as it was */ revision: number; title: string; currency: string; state: 'draft' | 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'superseded'; validUntil: string; sentAt: string | null; decidedAt: string | null; once: { /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number }; monthly: { /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number } };

export type PortalQuoteView = { id: string; number: string; /** Of its number: each that was sent stays as it was */ revision: number; title: string; currency: string; state: 'draft' | 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'superseded'; validUntil: string; sentAt: string | null; decidedAt: string | null; once: { /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number }; monthly: { /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number }; introduction: string; terms: string; declineReason: string; seller: Party; buyer: Party; lines: PortalQuoteLine[]; signature: SignedView | null };

export type PortalReply = { /** HTML */ body: string; attachmentIds?: string[] };

export type PortalRequest = { name: string; price: MoneyShape | null; expectedOn: string | null; reason: string; forWhom: Named | null; parts: { name: string; lines: AnswerLine[] }[]; approvals: ApprovalView[]; /** The item, where it was not approved and may be asked for once more */ again: string | null; /** Who of the company is asked to approve it and has not decided */ waitsFor: string[]; /** By whom of the company */ withdrawn: { by: string; at: string; reason: string } | null; tasksDone: number; tasks: number; /** What happens next, in plain words */ nextStep: string };

export type PortalService = { service: Named; /** Percent of the agreed time */ target: number | null; months: ServiceMonth[] };

export type PortalServices = { items: PortalService[]; /** What was told within the last 90 days, but for what was announced */ outages: PortalOutage[] };

export type PortalSignIn = { /** Whether a mail with a link and a code can be asked for */ mail: boolean; /** Whether a password may be tried here */ password: boolean; /** Whether a mail with a link to choose one can be asked for */ passwordMail: boolean; /** Of the client whose address it is: its own identity providers */ providers: { id: string; name: string; /** oidc or saml */ kind: string }[] };

export type PortalSuggestions = { items: PortalArticleRow[]; words: string[] };

export type PortalTicket = { id: string; key: string; kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; title: string; /** In the words meant for clients */ status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; /** An answer, or a confirmation, is asked for */ waitsForYou: boolean; /** Somebody of the company is asked to approve it and has not decided */ waitsForDecision: boolean; requester: Named | null; createdAt: string; updatedAt: string; lastMessage: { at: string; by: string; text: string } | null; /** For uploads: POST /clients/{clientId}/files */ clientId: string; /** It goes on together with another; the conversation is what is the caller’s of both */ joined: boolean; /** Sanitised HTML */ description: string; attachments: Attachments; /** What it began with came by mail */ byMail: boolean; conversation: ({ id: string; author: { kind: 'client' | 'desk'; name: string }; mine: boolean; /** Sanitised HTML */ body: string; byMail: boolean; /** It was a mail of mine that quotes another: GET /messages/{id}/quote */ quoted: boolean; createdAt: string; attachments: Attachments })[]; resolution: { note: string; at: string; /** When silence closes it */ closesAt: string | null } | null; can: { reply: boolean; confirm: boolean; decline: boolean; addPeople: boolean; /** A request on which work has not begun */ withdraw: boolean }; /** The colleague who raised it for whoever asked */ raisedBy: string | null };

export type PortalTicketPage = { items: PortalTicketRow[]; nextCursor: string | null };

export type PortalTicketQuery = { limit?: number; cursor?: string; state?: 'open' | 'done'; waits?: 'you' | 'us'; siteId?: string };

export type PortalTicketRow = { id: string; key: string; kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; title: string; /** In the words meant for clients */ status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; /** An answer, or a confirmation, is asked for */ waitsForYou: boolean; /** Somebody of the company is asked to approve it and has not decided */ waitsForDecision: boolean; requester: Named | null; createdAt: string; updatedAt: string; lastMessage: { at: string; by: string; text: string } | null };

export type PostMessage = { visibility: 'public' | 'internal'; /** The client for whom it is written; refused with 409 when the ticket has moved to another */ clientId?: string; body: string; attachmentIds?: string[]; /** Articles that a public reply answers with; noted on the ticket unless the reply is taken back */ answeredWith?: string[]; /** A call with the client’s people that an internal note tells of: it answers them, and is proposed as time until it is recorded */ call?: { direction: 'from_client' | 'to_client'; /** How long it took, until it was written down */ minutes: number }; minutes?: number; workTypeId?: string | null; billable?: boolean; transition?: TransitionTicket; assigneeId?: string | null };

export type PracticeParams = { key: 'request' | 'change' | 'knowledge' | 'problem' | 'major' | 'improvement' };

export type Practices = { items: PracticeView[] };

export type PracticeUses = { uses: ({ key: 'request' | 'change' | 'knowledge' | 'problem' | 'major' | 'improvement'; count: number })[] };

export type PracticeView = { key: 'request' | 'change' | 'knowledge' | 'problem' | 'major' | 'improvement'; /** Whether its rooms and actions are shown; what the API does is not touched by it */ on: boolean };

export type Presence = { staffId: string; name: string; state: 'viewing' | 'typing' };

export type PreviewBulk = { ids?: string[]; filter?: TicketFilterBody; actions: BulkActions };

export type PreviewMail = { kind: 'reply' | 'replyResolved' | 'resolved' | 'notice' | 'received' | 'added' | 'approval' | 'approvalReminder' | 'approvalEnded' | 'rating' | 'requestApproved' | 'requestRejected' | 'requestExpired' | 'requestChanged' | 'requestWithdrawn' | 'announcement' | 'announcementUpdate' | 'announcementEnded' | 'invoice' | 'invoiceReminder' | 'quote' | 'contract'; language: 'en' | 'de' | 'fr' | 'es' | 'nl'; subject: string; text: string };

export type PreviewQuery = { clientId: string; /** Everything that is due by then; any day, also one to come */ by: string };

export type PreviewRecurrence = { rule: Recurrence; /** IANA time zone; the client’s where absent */ timeZone: string };

export type PriceListPreview = { rows: number; /** How many products are new */ created: number; /** How many would be changed */ changed: number; /** How many are as they are */ same: number; ignored: string[]; faults: { line: number; column: string; message: string }[]; first: ({ code: string; name: string; does: 'create' | 'change' | 'same'; prices: ProductPrice[]; /** What it costs until now */ was: ProductPrice[] })[] };

export type PriceListTaken = { created: number; changed: number; same: number };

export type ProblemPage = { items: ProblemRow[]; nextCursor: string | null };

export type ProblemQuery = { limit?: number; cursor?: string; clientId?: string; show?: 'open' | 'known' | 'review' | 'ended' };

export type ProblemRow = { id: string; key: string; title: string; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; /** 1 critical … 5 planning */ priority: number; client: Named; assignee: Named | null; /** Of the clients that you see */ incidents: number; knownErrors: number; reviewOn: string | null; updatedAt: string };

export type ProblemView = { /** What is seen when it strikes; plain text */ symptoms: string; toldTitle: string; /** HTML; people of affected clients read it */ workaround: string; /** Somebody said that there is none */ workaroundNone: boolean; whys: { why: string; because: string }[]; branches: { name: string; causes: string[] }[]; reviewWeeks: number; id: string; key: string; title: string; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; cause: string | null; client: Named; ofProvider: boolean; knownErrorAt: string | null; reviewOn: string | null; review: { result: 'stopped' | 'fewer' | 'not_fixed'; text: string; by: string; at: string; before: number; after: number; weeks: number } | null; incidents: LinkedTicket[]; clients: ({ clientId: string; clientName: string; tickets: number; knownError: { id: string; title: string; symptoms: string; portal: boolean; publishedAt: string; publishedBy: string; retiredAt: string | null; retiredWhy: string; uses: number } | null })[]; /** Changes that were raised to solve it, or are linked to it */ changes: ({ id: string; key: string; title: string; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; /** What came of it, once it was carried out */ outcome: string | null })[]; next: { what: 'write' | 'publish' | 'raise' | 'follow' | 'resolve' | 'tell' | 'review'; why: string; /** The key of the change that is to be followed */ change: string | null } | null; cost: { incidents: number; clients: number; /** Recorded on its incidents */ incidentMinutes: number; /** Recorded on itself */ problemMinutes: number }; counts: { weeks: number; since: string; before: number; after: number; /** Since then, and like its incidents, but not linked */ alike: LinkedTicket[] } | null; version: number };

export type ProductPrice = { /** ISO 4217 */ currency: string; /** Of one, in major units, before tax */ price: string; /** What one costs the provider; null where nobody has said */ cost: string | null };

export type ProductQuery = { /** What stands in its code, name or description */ q?: string; kind?: 'goods' | 'licence' | 'service' | 'labour'; /** With a price in it */ currency?: string; /** Those that are sold no more, too */ retired?: boolean };

export type ProductView = { id: string; code: string; name: string; /** What clients read of it */ description: string; kind: 'goods' | 'licence' | 'service' | 'labour'; billed: 'once' | 'monthly'; /** What is counted: user, device, hour */ unit: string; /** From whom it is bought */ supplier: string; prices: ProductPrice[]; taxRate: Named | null; active: boolean; version: number };

export type ProjectBurn = { currency: string; hours: { budget: number | null; worked: number; /** Estimates of open tasks less what was worked on each */ left: number; /** What was worked and what is left */ forecast: number; /** Open tasks without an estimate */ unestimated: number; /** How much of the budget is used up, as far as it is told: from 80 or 100 per cent on */ level: 0 | 80 | 100 }; /** Of time and materials; null for a fixed price, and for whoever sees no contracts */ money: { budget: number | null; /** What the work is worth, as invoices have it or the next bill would */ worth: number; /** With what is left at what an hour was worth so far; null before any work */ forecast: number | null; /** Entries that no rate prices */ unrated: number; /** How much of the budget is used up, as far as it is told: from 80 or 100 per cent on */ level: 0 | 80 | 100 } | null; /** For those who bill, where the project is in the provider’s currency */ cost: { /** Of a fixed price */ price: number | null; /** Of the work, by what an hour of its people costs */ cost: number; /** Minutes of people of whom nobody said what they cost */ uncosted: number } | null; entries: ({ id: string; ticket: { key: string; title: string }; staff: string; day: string; minutes: number; kind: 'billed' | 'unbilled' | 'covered' | 'unbillable' | 'unrated' | null; amount: number | null })[] };

export type ProjectOfTicket = { project: { id: string; key: string; name: string; phase: string | null; starts: string | null; ends: string | null; /** Those of them that are not finished */ blockedBy: { id: string; key: string; title: string }[]; /** Whether it is open though its last day is over */ late: boolean } | null };

export type ProjectPlan = { phases: { name: string; tasks: PlanTask[] }[]; milestones: PlanMilestone[] };

export type ProjectQuery = { clientId?: string; state?: 'draft' | 'active' | 'on_hold' | 'done' | 'cancelled'; managerId?: string };

export type ProjectRow = { id: string; /** The client’s code and a number: ACME-P3 */ key: string; client: Named; name: string; state: 'draft' | 'active' | 'on_hold' | 'done' | 'cancelled'; manager: Named | null; charged: 'time' | 'fixed'; begins: string | null; ends: string | null; tasks: number; tasksDone: number; /** Whether it, or an open task of it, should have been finished before today */ late: boolean; workedMinutes: number; budgetMinutes: number | null };

export type ProjectTask = { id: string; key: string; title: string; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; isOpen: boolean; assignee: Named | null; phaseId: string | null; position: number; starts: string | null; ends: string | null; estimateMinutes: number | null; workedMinutes: number; /** Tasks of the project that it comes after */ after: string[]; /** Those of them that are not finished */ blockedBy: { id: string; key: string; title: string }[]; /** Whether it is open though its last day is over */ late: boolean; /** Whether the client’s people see it */ shown: boolean; /** Of what is planned; the ticket has its own */ version: number };

export type ProjectTemplateRow = { id: string; name: string; description: string; phases: number; tasks: number; milestones: number; version: number };

export type ProjectTemplateView = { id: string; name: string; description: string; plan: ProjectPlan; version: number };

export type ProjectView = { id: string; /** The client’s code and a number: ACME-P3 */ key: string; client: Named; name: string; state: 'draft' | 'active' | 'on_hold' | 'done' | 'cancelled'; manager: Named | null; charged: 'time' | 'fixed'; begins: string | null; ends: string | null; tasks: number; tasksDone: number; /** Whether it, or an open task of it, should have been finished before today */ late: boolean; workedMinutes: number; budgetMinutes: number | null; description: string; currency: string; contract: Named | null; /** In minor units; null also for whoever sees no contracts */ budgetAmount: number | null; phases: PhaseView[]; items: ProjectTask[]; milestones: MilestoneView[]; version: number };

export type PromisedView = { kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; targets: ({ target: string; name: string; calendar: string; calendarFrom: { policyId: string | null; name: string; level: 'built_in' | 'provider' | 'group' | 'client'; number: number } | null; byPriority: ({ minutes: number | null; from: { policyId: string | null; name: string; level: 'built_in' | 'provider' | 'group' | 'client'; number: number } | null })[] })[]; thresholds: { list: ({ percent: number; actions: ({ type: 'notify'; who: ('assignee' | 'team' | 'leads' | 'watchers')[]; staffIds?: string[] } | { type: 'raise_priority' } | { type: 'reassign'; teamId?: string; assigneeId?: string } | { type: 'page'; pathId?: string } | { type: 'macro'; macroId: string })[] })[]; from: { policyId: string | null; name: string; level: 'built_in' | 'provider' | 'group' | 'client'; number: number } | null }; conditional: { policyId: string; name: string; condition: string }[] };

export type ProposalList = { items: ProposalView[]; /** When problems were last looked for; of somebody who sees some clients only without the counts */ looked: { at: string; incidents: number; proposals: number; tookMs: number } | null };

export type ProposalQuery = { clientId?: string; state?: 'open' | 'snoozed' | 'accepted' | 'rejected' | 'faded' };

export type ProposalView = { id: string; client: Named; axis: 'advisory' | 'alert' | 'item' | 'words' | 'about' | 'trend'; title: string; evidence: string[]; weeks: number[]; /** The newest of them */ incidents: { id: string; key: string; title: string; createdAt: string }[]; counted: number; needed: number; minutes: number; rises: boolean; strength: number; state: 'open' | 'snoozed' | 'accepted' | 'rejected' | 'faded'; snoozedUntil: string | null; decidedAt: string | null; decidedBy: string | null; reason: string; firstAt: string };

export type ProposedPerson = { address: string; name: string; proposedBy: string; contactId: string | null; /** Whose address it is at other clients, as far as the caller sees them */ elsewhere: { contactId: string; name: string; clientId: string; clientName: string }[]; createdAt: string };

export type ProposeMajor = { tickets?: string[]; title?: string; /** Plain text */ reason: string; criteria?: string[] };

export type ProviderView = { id: string; key: string; name: string; issuer: string; clientId: string; emailDomains: string[]; newStaff: { roleKey: string; /** False: they see no client until somebody gives them some */ allClients: boolean } | null; /** Servers that Fettle talks to for this provider */ origins: string[]; /** To be registered at the provider */ redirectUri: string; active: boolean; version: number };

export type PublishAnnouncement = { version: number; /** Also write to the people whom it reaches */ mail?: boolean };

export type PublishArticle = { version: number; /** What is new in it, for whoever reads its history */ note?: string; reviewOn?: string | null };

export type PublishItem = { version: number; note?: string };

export type PublishKnownError = { clientIds: string[]; title: string; /** What is seen when it strikes; plain text */ symptoms: string; /** Whether the client’s people read it in the portal */ portal: boolean };

export type PublishPolicy = { terms?: PolicyTermsBody; position?: number; fromAt?: string; note?: string; /** Whether clocks that run follow; otherwise they keep the version they began under */ rebase?: boolean; /** Whether versions that are scheduled for after it are taken back; otherwise they come into force when due */ replaceScheduled?: boolean; /** Whether a draft that says otherwise than `terms` may go; else it is refused to publish */ discardDraft?: boolean; version: number };

export type PublishRule = { version: number; /** Why, for the list of versions */ note?: string };

export type Pushed = { id: string; key: string; title: string; starts: string; ends: string; newStarts: string; newEnds: string; /** The key of the task that pushes it */ because: string };

export type PutMailbox = { name: string; address: string; active: boolean; servesId: string | null; teamId: string | null; ticketKind: 'incident' | 'request'; /** Names by which your mail servers sign what they found out about a sender (authserv-id, RFC 8601); an empty one stands for results without a name, as Microsoft 365 writes them */ trustedServers: string[]; acknowledges: boolean; /** Whether mail to name+anything@… arrives here */ plusAddresses: boolean; kind: 'smtp' | 'imap' | 'graph'; imap?: { /** A name or an address, such as smtp.example.com */ host: string; port: number; security: 'none' | 'starttls' | 'tls'; username: string; /** Write-only; left out: stays as it is */ password?: string; /** INBOX where left out */ folder?: string; oauth?: MailboxOauth }; graph?: { /** Where Graph is, https://graph.microsoft.com where left out; other clouds of Microsoft’s have their own */ url?: string; /** The mailbox’s address or id at Microsoft; the address where left out */ username?: string; /** Inbox where left out; Support/New for one inside another */ folder?: string; /** Whether mail that was taken is marked as read there */ markRead?: boolean; oauth: MailboxOauth }; /** As read */ version: number };

export type PutMailSending = { /** As read; 0 where it is not set up yet */ version: number; active: boolean; via?: 'smtp' | 'graph'; /** A name or an address, such as smtp.example.com */ host?: string; port?: number; security?: 'none' | 'starttls' | 'tls'; /** Empty: the server asks for no password */ username?: string; /** Write-only; left out: stays as it is */ password?: string; mailboxId?: string | null; fromName: string; fromAddress: string };

export type PutOffer = { clientId?: string; groupId?: string; terms: OfferTermsShape; version?: number };

export type PutPortalAddress = { /** A host name such as help.example.com that leads here; null for none */ host: string | null };

export type PutSetting = { level: 'provider' | 'group' | 'client'; id?: string | null; value: unknown; /** Version of the override that was read; 0 for none. Without it, whatever somebody saved meanwhile is replaced */ version?: number };

export type PutWords = { /** Names a text by where it stands */ id: string; language: 'en' | 'de' | 'fr' | 'es' | 'nl'; /** As the writer saw it; another one stored is a conflict */ original: string; /** Plain text; empty: none any more */ words: string; version: number };

export type QuoteDetail = { id: string; number: string; /** Of its number: each that was sent stays as it was */ revision: number; title: string; currency: string; state: 'draft' | 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'superseded'; validUntil: string; sentAt: string | null; decidedAt: string | null; client: Named; contact: Named | null; by: string | null; once: { /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number; /** Minor units of the currency */ cost: number; /** How many lines nobody has said the cost of */ uncosted: number }; monthly: { /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number; /** Minor units of the currency */ cost: number; /** How many lines nobody has said the cost of */ uncosted: number }; updatedAt: string; introduction: string; terms: string; declineReason: string; seller: Party; buyer: Party; lines: QuoteLineView[]; revisions: ({ id: string; revision: number; state: 'draft' | 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'superseded' })[]; signature: SignatureView | null; made: { contract: Named | null; project: Named | null; order: { id: string; lines: number } | null; /** How many lines were charged */ charges: number }; mailed: MailedView | null; version: number };

export type QuoteLineInput = { name: string; kind: 'goods' | 'licence' | 'service' | 'labour'; billed: 'once' | 'monthly'; /** A number from 0, up to four digits behind the point */ quantity: string; /** A number from 0, up to four digits behind the point */ price: string; description?: string; unit?: string; /** Per cent off the price, 0 to 100 */ discount?: string; choice?: 'fixed' | 'optional' | 'one_of'; /** Of “one of”: which lines stand for each other */ group?: string; /** Whether it is chosen unless the client says otherwise */ chosen?: boolean; /** What one costs the provider */ cost?: string | null; supplier?: string; productId?: string | null; /** Null: as the client pays */ taxRateId?: string | null };

export type QuoteLineView = { id: string; name: string; description: string; kind: 'goods' | 'licence' | 'service' | 'labour'; billed: 'once' | 'monthly'; unit: string; quantity: string; price: string; discount: string; choice: 'fixed' | 'optional' | 'one_of'; /** Of “one of”: which lines stand for each other */ group: string; /** Whether it is chosen unless the client says otherwise */ chosen: boolean; /** What one costs after the discount */ unitPrice: string; /** Minor units of the currency */ amount: number; taxName: string; taxPercent: string; /** Minor units of the currency */ tax: number; /** Whether it was accepted */ taken: boolean | null; /** What one costs the provider */ cost: string | null; supplier: string; productId: string | null; taxRate: Named | null; /** Minor units of the currency */ costs: number | null };

export type QuotePage = { items: QuoteRow[]; nextCursor: string | null };

export type QuoteQuery = { limit?: number; cursor?: string; clientId?: string; state?: 'draft' | 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'superseded'; /** What stands in its title or number */ q?: string };

export type QuoteRow = { id: string; number: string; /** Of its number: each that was sent stays as it was */ revision: number; title: string; currency: string; state: 'draft' | 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'superseded'; validUntil: string; sentAt: string | null; decidedAt: string | null; client: Named; contact: Named | null; by: string | null; once: { /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number; /** Minor units of the currency */ cost: number; /** How many lines nobody has said the cost of */ uncosted: number }; monthly: { /** Minor units of the currency */ net: number; /** Minor units of the currency */ tax: number; /** Minor units of the currency */ total: number; /** Minor units of the currency */ cost: number; /** How many lines nobody has said the cost of */ uncosted: number }; updatedAt: string };

export type QuoteView = { faults: { path: string; message: string }[]; /** What a bundle brings with these answers */ included: string[]; price: MoneyShape | null; priceWhy: string; expectedOn: string | null; deliveryWhy: string; approval: { step: string; needed: boolean; why: string; /** Parts of a bundle that ask for it, by name */ parts: string[]; who: string[] }[] };

export type RaiseOptions = { /** For uploads: POST /clients/{clientId}/files */ clientId: string; sites: Named[]; siteId: string | null; services: Named[] };

export type RaiseTicket = { title: string; /** HTML */ description?: string; forContactId?: string; siteId?: string; serviceId?: string; attachmentIds?: string[]; /** Colleagues who follow it */ contactIds?: string[]; /** Others who should; your service desk decides about those whom it does not know */ addresses?: string[] };

export type RateByLink = { token: string; score: 'good' | 'fair' | 'bad'; /** Plain text */ comment?: string };

export type RateQuery = { clientId?: string };

export type RateTicket = { score: 'good' | 'fair' | 'bad'; /** Plain text */ comment?: string };

export type RateView = { id: string; client: Named | null; contract: Named | null; staff: Named | null; role: { key: string; name: string } | null; workType: Named | null; perHour: string; from: string; version: number };

export type Rating = { score: 'good' | 'fair' | 'bad' | null; comment: string; by: string | null; askedAt: string; ratedAt: string | null; /** How long it may be given or changed */ until: string };

export type RatingAsked = { ticketKey: string; title: string; score: 'good' | 'fair' | 'bad' | null; comment: string; language: 'en' | 'de' | 'fr' | 'es' | 'nl'; /** Whose look the page wears: what follows /portal/for/ */ portal: string };

export type RatingOfTicket = { rating: Rating | null };

export type RatingPage = { items: RatingRow[]; nextCursor: string | null };

export type RatingRow = { ticketId: string; key: string; title: string; client: Named; by: string; askedAt: string; score: 'good' | 'fair' | 'bad' | null; comment: string };

export type RatingsQuery = { limit?: number; cursor?: string; /** First day on which it was asked, by UTC */ from: string; /** Last day */ to: string; clientId?: string; teamId?: string; staffId?: string; score?: 'good' | 'fair' | 'bad' };

export type Reach = { clients: number; people: number; /** People who would get a mail, where mail is set up: with an address that takes it, at a client that gets mail */ mails: number; /** Of the first clients */ names: string[] };

export type ReachMilestone = { version: number; /** Today, unless given */ on?: string };

export type ReachQuery = { audience: 'services' | 'all' | 'groups' | 'chosen'; /** Whom it is for, with "groups" */ groupIds?: string[]; /** Whom it is for, with "chosen" */ clientIds?: string[]; /** With "chosen", sites of these clients: of a client with a site here, only the people of its sites here, and who sees the whole company */ siteIds?: string[]; /** What it is about; with the audience "services", whoever has one of them */ serviceIds?: string[] };

export type ReadingView = { from: string; to: string; figure: number | null; /** Of how many */ n: number; /** Half of the single values lie between low and high */ low: number | null; high: number | null; at: string; by: string };

export type ReadNotifications = { /** All of mine where none are named */ ids?: string[] };

export type ReassignVote = { contactId: string; reason: string };

export type ReceiptView = { id: string; name: string; mediaType: string; size: number };

export type Receivable = { client: Named; currency: string; /** All of it; minor units */ open: number; /** Not due yet; minor units */ notDue: number; /** Overdue for 1 to 30 days; minor units */ to30: number; /** Overdue for 31 to 60 days; minor units */ to60: number; /** Overdue for 61 to 90 days; minor units */ to90: number; /** Overdue for more than 90 days; minor units */ older: number };

export type Recipient = { contactId: string; name: string; email: string; reason: 'asked' | 'follows'; /** Why they get no mail; null: they get it */ obstacle: string | null };

export type RecordOutage = { clientId: string; beganAt: string; /** What happened, in words that the client’s people may read */ title: string; endedAt?: string | null; planned?: boolean; /** How much of it was missing, in percent */ share?: number; /** Whether the client’s people read of it */ told?: boolean; /** Why it happened, for the provider’s people */ cause?: string; /** Tickets of the client that it has to do with: ids or keys */ tickets?: string[]; alertIds?: string[]; announcementIds?: string[] };

export type RecordVote = { voteId: string; vote: 'approve' | 'reject'; comment?: string };

export type RecoveryCodes = { codes: string[] };

export type Recurrence = { frequency: 'daily' | 'weekly' | 'monthly' | 'yearly'; /** Every so many days, weeks, months or years */ interval: number; /** Weekly: on which days */ weekdays?: number[]; /** Monthly: the day; the last one where a month is shorter */ monthDay?: number; /** Monthly: the first to fourth, or (-1) the last, such weekday */ nth?: { week: 1 | 2 | 3 | 4 | -1; /** 1 Monday … 7 Sunday */ weekday: number }; /** HH:MM on the wall; a time that the clock skips comes as much later, one that comes twice counts once */ time: string; /** First day it may come */ start: string; until?: string; /** How many times altogether */ count?: number };

export type RecurrencePreview = { sentence: string; next: string[] };

export type RecurringAlert = { id: string; client: Named; item: Named | null; device: string; condition: string; title: string; count: number; lastAt: string; /** Tickets of this client and item that monitoring made in the same time */ tickets: number };

export type RecurringAlerts = { items: RecurringAlert[] };

export type RecurringQuery = { days?: number; least?: number; clientId?: string };

export type RecurringRow = { client: Named; contract: Named; currency: string; /** Minor units of the currency of the contract */ monthly: number; ends: string | null; /** Whether it goes on by itself */ renews: boolean };

export type RecurringTicketView = { id: string; client: { id: string; name: string; code: string }; name: string; template: Named; fields: TicketOverrides; rule: Recurrence; timeZone: string; /** The rule in words */ sentence: string; active: boolean; /** The next times; empty when it is over or paused */ next: string[]; runs: number; /** Times that passed while nothing ran; each stretch made one ticket */ missed: number; lastRunAt: string | null; lastTicketKey: string | null; /** Why the last try failed; it is tried again */ lastError: string | null; version: number };

export type RegisterPasskey = { name: string; response: PasskeyAttestation };

export type RejectProposal = { reason?: string };

export type RelatedItem = { id: string; kind: string; /** Read from this item: depends on, is needed by */ words: string; outward: boolean; by: 'person' | 'agent' | 'rmm' | 'monitor' | 'import'; item: { id: string; name: string; className: string; state: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing' } };

export type RelatedTicket = { id: string; key: string; title: string; kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; holdReason: 'client' | 'vendor' | 'change' | 'problem' | 'evidence' | 'scheduled' | null; priority: number; client: Named; updatedAt: string; resolution: { code: string; note: string } | null; why: string };

export type RelatedTickets = { parent: TicketRefView | null; children: TicketRefView[]; links: ({ kind: 'related' | 'duplicates' | 'blocks' | 'caused_by'; direction: 'out' | 'in'; ticket: TicketRefView })[]; duplicateOf: TicketRefView | null; mergedInto: TicketRefView | null; mergedFrom: TicketRefView[]; siblings: TicketRefView[]; similar: { open: RelatedTicket[]; resolved: RelatedTicket[] }; category: SuggestedCategory | null; fromRequester: RelatedTicket[]; atClient: RelatedTicket[] };

export type RelationKind = { key: string; name: string; inverse: string; trouble: 'backward' | 'forward' | 'both' | 'none'; active: boolean };

export type RelationKinds = { items: RelationKind[] };

export type Reminded = { reminded: number; /** Who was reminded today before */ already: number };

export type RemindOwners = { staffIds: string[]; /** Only what was worked so many days ago, or before */ days: number };

export type RequestMade = { id: string; key: string; title: string };

export type RequestView = { ticketId: string; itemId: string; name: string; price: MoneyShape | null; expectedOn: string | null; reason: string; forWhom: Named | null; why: { price: string; delivery: string; routing: string; approval: string }; parts: ({ position: number; itemId: string; itemVersion: number; name: string; price: MoneyShape | null; form: FormShape; answers: { [key: string]: string | number | boolean | string[] | null }; lines: AnswerLine[] })[]; approvals: ApprovalView[]; tasks: TaskView[]; version: number };

export type ResetSignIn = { /** Also revoke their API keys */ keys?: boolean; /** Also remove their app codes, recovery codes and passkeys (a lost phone) */ secondFactor?: boolean };

export type RetireKnownError = { clientIds: string[]; why?: string };

export type RetryBooked = { /** Which one; without it all that were not taken */ invoiceId?: string };

export type ReturnArticle = { version: number; /** What is to be changed */ remark?: string };

export type ReviewChange = { version: number; /** Plain text */ text: string };

export type ReviewProblem = { version: number; result: 'stopped' | 'fewer' | 'not_fixed'; text?: string };

export type RiskQuestion = { key: string; text: string; help: string; options: { value: string; label: string; points: number }[] };

export type RiskReason = { points: number; why: string };

export type RiskView = { /** 1 low … 4 very high */ level: number; score: number; why: RiskReason[] };

export type RoleView = { key: string; name: string; description: string; permissions: string[]; builtIn: boolean; version: number };

export type Rotation = { name: string; /** Staff in the order of their turns */ members: string[]; startDate: string; /** By the wall clock, such as 09:00 */ handOverTime: string; unit: 'day' | 'week'; /** How many days or weeks a turn lasts */ every: number; /** 1 Monday … 7 Sunday */ handOverWeekday: number; /** When the rotation covers; empty: always */ hours: { /** 1 Monday … 7 Sunday */ weekday: number; /** By the wall clock, such as 09:00 */ from: string; /** Up to 24:00 */ to: string }[] };

export type RuleOutcome = { does: 'ignore' | 'inbox' | 'ticket'; kind?: 'incident' | 'request' | 'problem' | 'change' | 'task'; teamId?: string | null; impact?: number; urgency?: number; priority?: number };

export type RunMacro = { version?: number; /** The client for whom it is written; refused with 409 when the ticket has moved to another */ clientId?: string; /** For link steps that name no ticket */ linkTo?: string };

export type RunRow = { id: string; name: string; by: string; issuedOn: string; state: 'open' | 'closed'; invoices: number; totals: { currency: string; /** Minor units of the currency */ total: number }[]; createdAt: string; version: number };

export type RunView = { id: string; name: string; by: string; issuedOn: string; state: 'open' | 'closed'; invoices: number; totals: { currency: string; /** Minor units of the currency */ total: number }[]; createdAt: string; version: number; bills: BillRow[]; /** Whether mail is set up, without which no invoice goes by it */ mails: boolean };

export type SamlAnswer = { at: string; /** Whether somebody of staff tried it out; nobody was signed in */ trial: boolean; /** Why the answer was refused, if it was */ fault: string | null; /** What was found in its place */ detail: string; /** Of whom it spoke; only when it was tried out */ who: { subject: string; /** Empty where none counts */ email: string; name: string; /** known, new, or why they would be refused */ outcome: string } | null };

export type SamlMetadata = { entityId: string; signOnUrl: string; /** PEM */ certificates: string[] };

export type SampleProgress = { endsAt: string; done: number; total: number; finishedAt: string | null };

export type Satisfaction = { total: Counts; byClient: ({ asked: number; good: number; fair: number; bad: number; id: string | null; name: string })[]; byTeam: ({ asked: number; good: number; fair: number; bad: number; id: string | null; name: string })[]; byPerson: ({ asked: number; good: number; fair: number; bad: number; id: string | null; name: string })[]; byMonth: { asked: number; good: number; fair: number; bad: number; month: string }[] };

export type SatisfactionQuery = { /** First day on which it was asked, by UTC */ from: string; /** Last day */ to: string; clientId?: string; teamId?: string; staffId?: string };

export type SaveAccountingLink = { oauthClientId: string; oauthClientSecret?: string; webhookKey?: string | null; /** Invoices issued on this day or later are sent */ sendFrom: string; authorizeUrl?: string; tokenUrl?: string; apiUrl?: string; /** 0 where there is none yet */ version: number };

export type SaveAlertRule = { version: number; name?: string; /** Lower ones are asked first */ position?: number; terms?: AlertRuleTerms | null };

export type SaveBoard = { name: string; teamId: string; /** How many have to be there */ quorum: number; recurrence: Recurrence | null; timeZone: string; minutes: number; /** How long one change should take */ itemMinutes: number; /** A room, or the address of a call */ place: string; version?: number };

export type SaveChangeModel = { version: number; name?: string; description?: string; /** A kind of ticket, or a variant of its lifecycle such as change.standard */ lifecycle?: string | null; requiredPlans?: ('implementation' | 'test' | 'backout' | 'communication')[]; questions?: RiskQuestion[]; tasks?: ModelTask[]; template?: ChangeTemplate | null };

export type SaveChangeRule = { version: number; name?: string; position?: number; terms?: ChangeRuleTerms | null };

export type SaveCharge = { version: number; name?: string; due?: string; /** A number from 0, up to four digits behind the point */ quantity?: string; /** An amount in major units, up to four digits behind the point: 180.00 */ price?: string; unit?: string; taxRateId?: string | null };

export type SaveClientBilling = { /** 0 where nothing was kept yet */ version: number; legalName: string; address: string; taxNumber: string; /** What the client wants to read on its invoices, such as an order number */ reference: string; /** Where invoices go */ mail: string };

export type SaveContract = { version: number; name?: string; reference?: string; notes?: string; /** What both sides agree to beside the lines; the client reads it */ terms?: string; /** The first day on which it holds no more */ ends?: string | null; renewsMonths?: number | null; noticeDays?: number; /** An amount in major units, up to four digits behind the point: 180.00 */ upliftPercent?: string | null; upliftMonths?: number; /** A number from 0, up to four digits behind the point */ afterHours?: string | null; /** A number from 0, up to four digits behind the point */ holiday?: string | null; /** ISO 4217 */ currency?: string; begins?: string; /** What was before was billed elsewhere; the beginning, unless given */ billsFrom?: string; everyMonths?: 1 | 3 | 6 | 12; /** Whether a period is billed when it begins, or when it is over */ advance?: boolean; state?: 'draft' | 'sent' | 'signed' | 'active' | 'ended'; /** The template that it is held against */ templateId?: string | null };

export type SaveContractTemplate = { version: number; name?: string; description?: string; /** The tier of clients it is meant for */ groupId?: string | null; /** ISO 4217 */ currency?: string; everyMonths?: 1 | 3 | 6 | 12; /** Whether a period is billed when it begins, or when it is over */ advance?: boolean; /** How long a contract holds at first */ termMonths?: number | null; renewsMonths?: number | null; noticeDays?: number; /** An amount in major units, up to four digits behind the point: 180.00 */ upliftPercent?: string | null; upliftMonths?: number; lines?: TemplateLine[]; active?: boolean };

export type SavedView = { id: string; name: string; filter: TicketFilterBody; sort: 'updated' | 'created' | 'priority' | 'due' | 'resolved'; columns: string[]; shared: boolean; owner: Named | null; editable: boolean; position: number; version: number };

export type SaveExpenseKind = { version: number; name?: string; /** What is counted, such as km; empty where an amount is said */ unit?: string; /** What one of the unit costs, by currency */ rates?: { /** ISO 4217 */ currency: string; /** A number from 0, up to four digits behind the point */ price: string }[]; /** Whether clients are charged for it unless somebody says otherwise */ chargeable?: boolean; /** Per cent on top of what it cost, 0 to 1,000 */ markup?: string; /** Which tax is in what is paid, and is charged for it; without it the client’s */ taxRateId?: string | null; /** Above which amount a receipt is needed, in major units; null: never */ receiptAbove?: string | null; /** Lower stands first */ position?: number; /** Whether expenses of this kind can still be recorded */ active?: boolean };

export type SaveImprovement = { title?: string; /** What is the matter, and what may help; plain text */ idea?: string; ownerId?: string | null; source?: { kind: 'stream' | 'ticket' | 'service' | 'review' | 'survey' | 'other'; id?: string | null; step?: string | null; text?: string }; /** Null: figures are entered by hand */ measure?: 'step_wait_hours' | 'flow_efficiency' | 'service_availability' | 'incidents_week' | 'resolution_hours' | 'sla_met' | 'reopened' | 'change_success' | 'satisfied' | null; /** Of figures that are entered by hand */ unit?: string; better?: 'less' | 'more'; scope?: ImprovementScope; target?: number | null; targetOn?: string | null; /** When it is measured again by itself */ measureOn?: string | null; /** What it changes */ links?: ({ kind: 'ticket' | 'service' | 'article' | 'stream' | 'change_rule' | 'alert_rule'; id: string })[]; /** What came of it; plain text */ learnt?: string; version: number; status?: 'idea' | 'measured' | 'planned' | 'doing' | 'measuring' | 'achieved' | 'not_achieved' | 'dropped' };

export type SaveItem = { version: number; terms?: ItemTermsShape; active?: boolean; audience?: 'all' | 'groups' | 'clients'; groupIds?: string[]; clientIds?: string[]; /** Of people at the client; empty: everybody */ roles?: string[] };

export type SaveLine = { version: number; name?: string; /** What is counted: user, device, site */ unit?: string; /** Whether a part of a month costs a part */ prorated?: boolean; covers?: { workTypeIds?: string[]; kinds?: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categoryIds?: string[]; serviceIds?: string[]; staffIds?: string[]; itemIds?: string[]; contactIds?: string[]; hours?: ('in_hours' | 'after_hours' | 'holiday')[] } | null; /** Per cent of the rates, for work that is charged */ percent?: string; /** An hour at a dearer time takes as many hours more off the block */ weighted?: boolean; keepsMonths?: number | null; taxRateId?: string | null; position?: number; counts?: CountedBy | null; /** The first day on which it holds no more */ until?: string | null };

export type SaveMeeting = { version: number; startsAt?: string; /** A room, or the address of a call */ place?: string; cancelled?: true; /** How long one change takes in this meeting; null: as the board says */ itemSeconds?: number | null };

export type SaveMilestone = { version: number; name?: string; due?: string | null; /** What is charged once it is reached, in minor units of the currency of the project */ amount?: number | null; shown?: boolean };

export type SaveOrderLine = { version: number; state?: 'to_order' | 'ordered' | 'received' | 'handed_over' | 'cancelled'; supplier?: string; /** What the supplier calls the order */ reference?: string; expectedOn?: string | null; /** What one costs the provider */ cost?: string | null };

export type SavePeriod = { name?: string; note?: string; fromAt?: string; untilAt?: string; recurrence?: Recurrence; /** How long it is by the clock on the wall */ minutes?: number; /** Whose clocks are meant */ timeZone?: string; serviceIds?: string[]; /** Of a client’s own period: items that it is for */ itemIds?: string[]; version: number };

export type SavePhase = { version: number; name?: string; position?: number };

export type SavePolicy = { name?: string; terms?: PolicyTermsBody | null; version: number };

export type SaveProduct = { version: number; /** Its own, such as a part number */ code?: string; name?: string; /** What clients read of it */ description?: string; kind?: 'goods' | 'licence' | 'service' | 'labour'; billed?: 'once' | 'monthly'; /** What is counted: user, device, hour */ unit?: string; /** Null: as the client pays */ taxRateId?: string | null; /** From whom it is bought */ supplier?: string; prices?: ProductPrice[]; active?: boolean };

export type SaveProject = { version: number; name?: string; description?: string; managerId?: string | null; /** A contract of the client that it belongs to */ contractId?: string | null; begins?: string | null; /** The last day, which counts */ ends?: string | null; budgetMinutes?: number | null; /** In minor units of its currency; of a fixed price it is the price */ budgetAmount?: number | null; charged?: 'time' | 'fixed'; /** That of the contract or the client, unless given */ currency?: string; state?: 'draft' | 'active' | 'on_hold' | 'done' | 'cancelled' };

export type SaveProjectTemplate = { version: number; name?: string; description?: string; plan?: ProjectPlan };

export type SaveQuote = { version: number; title?: string; /** For whom it is */ contactId?: string | null; /** ISO 4217 */ currency?: string; introduction?: string; terms?: string; /** The last day on which it can be accepted, where the client is */ validUntil?: string; lines?: QuoteLineInput[] };

export type SaveRate = { version: number; /** Major units of the client’s currency */ perHour: string };

export type SaveTask = { version: number; phaseId?: string | null; position?: number; starts?: string | null; /** The last day, which counts */ ends?: string | null; estimateMinutes?: number | null; shown?: boolean; /** Tasks of the project that it comes after */ after?: string[]; /** Whether tasks after it that would begin too early are moved as well */ push?: boolean };

export type SaveTaxRate = { version: number; name?: string; /** Of what is charged, 0 to 100 */ percent?: string; /** What invoices say beneath, such as why no tax is charged */ note?: string; active?: boolean };

export type SaveTimer = { /** False pauses it; true goes on, and pauses the other that ran */ running?: boolean; note?: string };

export type SaveValueStream = { version: number; name?: string; position?: number; terms?: StreamTermsShape | null };

export type SaveWorkType = { version: number; name?: string; billable?: boolean; /** Lower stands first */ position?: number; /** Whether time of this kind can still be recorded */ active?: boolean };

export type SayMore = { /** Plain text */ text: string };

export type ScheduleRow = { id: string; name: string; timeZone: string; team: Named | null; now: OnCallNow; nextGap: ShiftsQuery | null; /** People in it who do not work for every client: in their turns a page for another one reaches nobody */ limited: Named[]; /** Escalation paths that call it */ usedBy: Named[]; version: number };

export type ScheduleView = { id: string; name: string; timeZone: string; team: Named | null; now: OnCallNow; nextGap: ShiftsQuery | null; /** People in it who do not work for every client: in their turns a page for another one reaches nobody */ limited: Named[]; /** Escalation paths that call it */ usedBy: Named[]; version: number; layers: Rotation[]; overrides: OverrideView[] };

export type ScriptList = { items: ScriptView[] };

export type ScriptRunList = { items: ScriptRunView[] };

export type ScriptRunView = { id: string; itemId: string; itemName: string; connector: string; scriptName: string; parameters: { [key: string]: string }; reason: string; state: 'asked' | 'waiting' | 'starting' | 'queued' | 'running' | 'succeeded' | 'failed' | 'expired' | 'refused' | 'cancelled' | 'unknown'; askedBy: string; askedAt: string; decidedBy: string | null; decidedAt: string | null; decisionNote: string; begunAt: string | null; endedAt: string | null; output: string; errors: string; /** There was more than is kept */ cut: boolean; fault: string; /** Whether the reader may agree or not */ mayDecide: boolean; mayCancel: boolean };

export type ScriptView = { id: string; name: string; description: string; parameters: { name: string; help: string; required: boolean }[]; approved: boolean; /** Somebody besides who asks has to agree to each run */ secondPerson: boolean; /** The key of a class */ classKey: string; className: string; fixed: { [key: string]: string }; decidedBy: string | null; decidedAt: string | null; /** Why its approval ended by itself; empty where it did not */ withdrawnWhy: string; /** Its system does not list it any more */ gone: boolean; version: number };

export type SearchQuery = { q: string; clientId?: string; limit?: number };

export type SecondFactor = { code: string };

export type SendContract = { version: number; /** Who signs it: somebody who looks after all of the client */ contactId: string; /** Whether it goes to them by mail too, as far as they have an address */ mail?: boolean };

export type SendQuote = { version: number; /** Whether it goes to the contact by mail too, as a PDF, where they have an address and mail is sent */ mail?: boolean };

export type ServiceHealth = { /** Of the client and the service together */ id: string; client: Named; service: Named; level: 'good' | 'watch' | 'poor'; /** The sum of its reasons */ points: number; reasons: HealthReason[]; /** Percent of the agreed time; null where nothing was agreed */ availability: number | null; /** Percent of the agreed time */ target: number | null; isDown: boolean };

export type ServiceMap = { items: ({ id: string; name: string; classKey: string; className: string; state: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; online: boolean | null; depth: number; via: string | null })[]; relations: { fromId: string; kind: string; /** Read from the first to the second: depends on */ words: string; /** Read from the second to the first: is needed by */ inverse: string; toId: string }[] };

export type ServiceMonth = { /** Of the clocks where the service counts, such as 2026-11 */ month: string; from: string; until: string; /** Percent of the agreed time; null where nothing was agreed */ percent: number | null; downSeconds: number; interruptions: number };

export type ServiceStatus = { service: Named; state: 'operational' | 'maintenance' | 'degraded' | 'outage'; since: string | null; /** What was said with it; of an announcement, its title */ note: string; announcementId: string | null; /** What was wrong within the last 90 days, the newest first; what still is has no end */ past: ({ state: 'maintenance' | 'degraded' | 'outage'; fromAt: string; untilAt: string | null; note: string })[] };

export type ServiceStatuses = { items: ServiceStatus[] };

export type ServiceView = { id: string; name: string; description: string; teamId: string | null; importance: 'high' | 'normal' | 'low'; active: boolean; clients: number; version: number };

export type SessionView = { id: string; createdAt: string; lastSeenAt: string; expiresAt: string; userAgent: string; address: string; current: boolean };

export type SetClientService = { version: number; /** When it is agreed to be there: service_hours of the client, always, or the id of a calendar */ calendar?: string | null; /** Percent of the agreed time */ availabilityTarget?: number | null; plannedCounts?: boolean | null };

export type SetPresence = { staffId: string; present: boolean };

export type SetServiceState = { state: 'operational' | 'maintenance' | 'degraded' | 'outage'; /** Plain text, for whoever has the service */ note?: string; /** For these clients alone; without it for everybody */ clientIds?: string[] };

export type SetTerms = { version: number; from: string; /** A number from 0, up to four digits behind the point */ quantity: string; /** What one costs a month from then on; unless given, what was agreed stays and goes on rising */ price?: string; /** As of when the price was agreed, from which on it rises; as before where the price stays */ agreedOn?: string };

export type SettingPlace = { level: 'provider' | 'group' | 'client'; id?: string | null };

export type SettingReach = { total: number; items: Named[] };

export type SettingView = { key: string; title: string; help: string; levels: ('provider' | 'group' | 'client')[]; /** JSON Schema of the value */ schema: unknown; value: unknown; source: { level: 'default' | 'provider' | 'group' | 'client'; id: string | null; name: string }; chain: ({ source: { level: 'default' | 'provider' | 'group' | 'client'; id: string | null; name: string }; value: unknown; version: number | null })[] };

export type SettleIncoming = { clientId: string; /** Left out: the sender becomes one of the client’s people */ contactId?: string };

export type SetUp = { token: string; mode: 'own' | 'sample'; mspName: string; timeZone: string; language?: string; name: string; email: string; password: string };

export type SetupState = { pending: boolean };

export type Sheet = { staff: Named; timeZone: string; days: SheetDay[]; items: SheetEntry[] };

export type SheetDay = { day: string; minutes: number; billableMinutes: number; /** How long the day is in that zone: 1,440, or 60 more or less where the clocks change */ lengthMinutes: number };

export type SheetEntry = { id: string; staff: Named; minutes: number; note: string; billable: boolean; workType: Named | null; startedAt: string | null; workedAt: string; source: 'hand' | 'reply' | 'timer' | 'draft'; state: 'open' | 'submitted' | 'approved' | 'returned'; returnedBecause: string | null; /** Whether the reader may change it as it stands */ mayEdit: boolean; version: number; ticket: { id: string; key: string; title: string }; client: Named; day: string; overlaps: string[] };

export type SheetOfPerson = { staff: Named; open: number; submitted: number; approved: number; returned: number; billable: number; enteredAfter: number | null; oldestOpen: string | null };

export type SheetQuery = { from: string; /** The last day; at most 31 days are read at once */ to: string; /** Somebody else’s, for those who may approve time; without it one’s own */ staffId?: string };

export type ShiftsQuery = { from: string; to: string };

export type ShiftsView = { shifts: ShiftView[]; gaps: ShiftsQuery[]; /** Who is on call while they are on leave; they are called all the same, unless somebody covers */ onLeave: { from: string; to: string; staff: Named }[]; /** Each rotation as if it stood alone */ layers: { name: string; shifts: ShiftView[] }[] };

export type ShiftView = { from: string; to: string; staff: Named; source: { kind: 'layer' | 'override'; layer: number | null; overrideId: string | null } };

export type ShowArticle = { version: number; visibility: 'internal' | 'all' | 'chosen' | 'public'; clientIds?: string[] };

export type SignatureView = { /** As it was typed */ name: string; contact: Named; signedAt: string; /** From where it was asked */ address: string; /** Of the content */ sha256: string; /** Exactly what was signed */ content: string };

export type SignContract = { /** Of what was read: what was sent anew is read again first */ version: number; /** Full name, as a signature */ name: string; /** That they may bind their company by it */ consent: boolean };

export type SignedView = { name: string; signedAt: string; sha256: string };

export type SignIn = { email: string; password: string };

export type SignInAnswer = { stage: 'full' | 'second_factor' };

export type SignInMethods = { hasPassword: boolean; passwordAllowed: boolean; secondFactor: 'off' | 'optional' | 'required'; /** Whether the code of a mail proves that it is me, too */ mailProves: boolean; totpOn: boolean; recoveryCodesLeft: number; passkeys: number; /** Until when changes to sign-in need no confirmation */ freshUntil: string; identities: ({ id: string; /** Name of the identity provider, or its address when it is gone */ provider: string; email: string; createdAt: string; lastUsedAt: string | null })[] };

export type SignInOptions = { passkeys: { rpId: string; /** Passkeys work only on a page of this origin */ origin: string } | null; providers: { key: string; name: string }[] };

export type SimulateAlertRule = { /** The rule that it would change; else it would be added */ id?: string; name?: string; clientId?: string | null; groupId?: string | null; /** Lower ones are asked first */ position?: number; /** Null: it would be withdrawn */ terms?: { /** CEL over alert, item and client; empty fits every alert */ condition: string; outcome: RuleOutcome } | null; days?: number };

export type SimulateChangeRule = { /** The rule that it would change; else it would be added */ id?: string; position?: number; /** Null: it would be withdrawn */ terms: { /** A CEL expression; empty: always */ condition: string; stage: 'before' | 'expedited' | 'afterwards'; outcome: { does: 'authorise' } | { does: 'ask'; approval: ApprovalTermsShape } } | null; days?: number };

export type SimulateValueStream = { terms: StreamTermsShape; days?: number };

export type SimulationDraft = { policies?: ({ id?: string; name?: string; clientId?: string; groupId?: string; position?: number; terms: PolicyTermsBody | null })[]; hours?: { clientId?: string; groupId?: string; value: HoursBody }[]; calendars?: { id: string; terms: SlaCalendarTerms }[]; priorities?: { clientId?: string; groupId?: string; value: { matrix: number[][]; vipSteps: number; vipReachesTop: boolean } }[] };

export type SimulationFlip = { ticketId: string; key: string; title: string; clientId: string; target: string; name: string; before: 'met' | 'breached' | 'open' | 'cancelled' | 'none'; after: 'met' | 'breached' | 'open' | 'cancelled' | 'none'; priorityBefore: number; priorityAfter: number; usedBefore: number; usedAfter: number; targetBefore: number; targetAfter: number; dueBefore: string | null; dueAfter: string | null; sourceBefore: string; sourceAfter: string };

export type SimulationLine = { id: string | null; name: string; before: { met: number; breached: number; open: number }; after: { met: number; breached: number; open: number }; toBreached: number; toMet: number; apart: number };

export type SimulationSummary = { id: string; state: 'running' | 'done' | 'failed'; done: number; total: number; since: string; createdAt: string; finishedAt: string | null; error: string | null; about: string[]; tickets: { judged: number; toBreached: number; toMet: number; apartBreached: number; apartMet: number } | null };

export type SimulationView = { id: string; state: 'running' | 'done' | 'failed'; done: number; total: number; since: string; createdAt: string; finishedAt: string | null; error: string | null; draft: SimulationDraft; present: { policies: ({ level: 'provider' | 'group' | 'client'; placeId: string | null; place: string; name: string; version: number; terms: PolicyTermsBody | null; askedBefore: string[] })[]; hours: ({ level: 'provider' | 'group' | 'client'; placeId: string | null; place: string; version: number; value: HoursBody })[]; calendars: { name: string; version: number; terms: SlaCalendarTerms }[]; priorities: ({ level: 'provider' | 'group' | 'client'; placeId: string | null; place: string; version: number; value: { matrix: number[][]; vipSteps: number; vipReachesTop: boolean } })[] }; result: { flips: number; kept: number; tickets: { judged: number; toBreached: number; toMet: number; apartBreached: number; apartMet: number }; byTarget: SimulationLine[]; byClient: SimulationLine[]; byPriority: SimulationLine[]; byTeam: SimulationLine[] } | null };

export type SinceSigned = { /** A line, a rate, or what else is agreed */ what: string; /** What was signed and holds no more; null where nothing of it was signed */ signed: string[] | null; /** What holds and was not signed; null where it is gone */ now: string[] | null };

export type SiteView = { id: string; clientId: string; name: string; address: string; /** IANA time zone */ timeZone: string | null; active: boolean; version: number };

export type SlaBoard = { now: string; atRisk: { count: number; items: BoardClock[] }; breached: { count: number; items: BoardClock[] }; paused: { count: number; items: BoardClock[] } };

export type SlaCalendarTerms = { alwaysOpen: boolean; hours: { weekday: number; from: string; to: string }[]; closedDays: { date: string; name: string }[]; publicHolidays: boolean; timeZone: string | null; holidays: { country: string; region: string } | null };

export type SlaCalendarView = { id: string; name: string; terms: SlaCalendarTerms; active: boolean; policies: number; version: number };

export type SlaOverview = { from: string; now: string; days: number; met: number; missed: number; targets: { target: string; met: number; missed: number }[]; clients: { id: string; name: string; met: number; missed: number }[]; /** How many of the latest misses were asked where their working time went */ asked: number; /** Their working time in all */ seconds: number; causes: ({ status: string; team: string | null; /** Whether somebody had it meanwhile */ assigned: boolean; seconds: number; clocks: number })[] };

export type SlaOverviewQuery = { /** How far back; 30 unless given */ days?: number; clientId?: string };

export type SlaReport = { client: { id: string; name: string; code: string; timeZone: string }; from: string; to: string; fromAt: string; untilAt: string; now: string; targets: { target: string; name: string; met: number; missed: number; byHand: number; byPriority: { priority: number; met: number; missed: number }[] }[]; promised: { target: string; name: string; source: string; seconds: number; tickets: number; hours: { timeZone: string; alwaysOpen: boolean; hours: { weekday: number; from: string; to: string }[] } }[] };

export type SlaReportQuery = { from: string; to: string };

export type SnoozeProposal = { until: string };

export type SoftwarePage = { items: ({ /** Of this line, in this list alone */ id: string; name: string; version: string; publisher: string; installedOn: string | null; by: string })[]; nextCursor: string | null };

export type SoftwareQuery = { limit?: number; cursor?: string; q?: string };

export type StaffCostView = { id: string; staff: Named; perHour: string; from: string };

export type StaffView = { id: string; email: string; name: string; title: string; timeZone: string; language: string; skills: string[]; capacity: number; roleKeys: string[]; allClients: boolean; clientIds: string[]; active: boolean; onLeave: boolean; openTickets: number; /** Whether their roles let them work tickets, and so be given any */ worksTickets: boolean; version: number };

export type StartBulk = { ids?: string[]; filter?: TicketFilterBody; actions: BulkActions; /** As the preview had it; where it is another by now nothing is done */ total?: number };

export type StartLink = { intent: 'link' | 'confirm'; /** A path of this app to end on */ returnTo?: string };

export type StartPage = { why: string; /** Without it: the path of the team, else of the client */ pathId?: string };

export type StartSignIn = { /** A path of this app to end on */ returnTo?: string };

export type StartSimulation = { draft: SimulationDraft; since?: string };

export type StatusQuery = { /** As it is for this client; else the worst for any client */ clientId?: string };

export type StepFlow = { key: string; name: string; activity: 'plan' | 'improve' | 'engage' | 'design_and_transition' | 'obtain_build' | 'deliver_and_support'; tickets: number; /** Of how many touch is estimated, since nobody recorded time on them */ estimated: number; wait: { /** Seconds */ median: number; /** Seconds */ p85: number; /** Seconds */ sum: number }; touch: { /** Seconds */ median: number; /** Seconds */ p85: number; /** Seconds */ sum: number }; /** What the waits were for, in seconds all in all */ causes: { /** Seconds */ queue: number; /** Seconds */ not_begun: number; /** Seconds */ client: number; /** Seconds */ vendor: number; /** Seconds */ decision: number; /** Seconds */ scheduled: number; /** Seconds */ other: number; /** Seconds */ in_hand: number }; /** Of all that passed, from 0 to 1 */ share: number };

export type StepModel = { version: number; /** Asked for where it is suspended, and where a suspension is lifted */ reason?: string };

export type Stock = { items: ({ /** The key of a class */ classKey: string; className: string; client: Named; site: Named | null; inStock: number; onOrder: number })[] };

export type StopLink = { language: 'en' | 'de' | 'fr' | 'es' | 'nl'; /** Whose look the page wears: what follows /portal/for/ */ portal: string };

export type StopMail = { token: string };

export type StopTimer = { /** Another length than what it ran, whose begun minutes count */ minutes?: number; note?: string; billable?: boolean; workTypeId?: string | null };

export type StreamFlow = { tickets: number; /** Touch ÷ (touch + wait), from 0 to 1 */ efficiency: number | null; /** What passed in all steps, in seconds */ whole: number; fromAt: string; untilAt: string; time: 'calendar' | 'business'; steps: StepFlow[]; delay: { step: string; cause: 'queue' | 'not_begun' | 'client' | 'vendor' | 'decision' | 'scheduled' | 'other' | 'in_hand'; /** Seconds */ seconds: number; share: number } | null; /** The main delay in words */ sentence: string; /** The same by what was asked, those with most waiting first */ groups: ({ id: string | null; name: string; tickets: number; /** Touch ÷ (touch + wait), from 0 to 1 */ efficiency: number | null; /** What passed in all steps, in seconds */ whole: number; /** Seconds */ wait: number; /** Seconds */ touch: number })[] };

export type StreamSimulation = { /** Tickets that were looked at */ judged: number; /** There are more; the newest were looked at */ capped: boolean; tickets: number; /** Touch ÷ (touch + wait), from 0 to 1 */ efficiency: number | null; /** What passed in all steps, in seconds */ whole: number; steps: StepFlow[]; sentence: string };

export type StreamStepShape = { key: string; name: string; activity: 'plan' | 'improve' | 'engage' | 'design_and_transition' | 'obtain_build' | 'deliver_and_support'; /** Nobody works in this step: it waits for an agreed time */ idle: boolean; /** When a ticket comes to the step: all that is named has to be so. The last step that fits holds */ rule: { statuses: string[]; categories: ('new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled')[]; teamIds: string[]; assigned: boolean | null } };

export type StreamTermsShape = { /** What starts it; plain text */ demand: string; /** Which tickets are its work: lists narrow each other, an empty one says nothing */ work: { kinds: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categoryIds: string[]; serviceIds: string[]; catalogueItemIds: string[]; clientIds: string[] }; steps: StreamStepShape[] };

export type SuggestedCategory = { id: string; name: string; why: string; ticketKeys: string[] };

export type SuggestQuery = { clientId: string; q: string; categoryId?: string; serviceId?: string };

export type SwitchPractice = { on: boolean };

export type SyncNow = { what: 'full' | 'changes' | 'alerts' };

export type TakeOld = { /** Null: leave what lay there alone */ since: string | null };

export type TaskView = { id: string; title: string; state: 'planned' | 'waiting' | 'ready' | 'done' | 'skipped' | 'dropped'; team: Named | null; person: Named | null; after: string[]; olaMinutes: number | null; readyAt: string | null; dueAt: string | null; doneAt: string | null; doneBy: string | null; note: string };

export type TaxRateView = { id: string; name: string; percent: string; note: string; active: boolean; version: number };

export type TeamView = { id: string; name: string; description: string; strategy: 'manual' | 'round_robin' | 'load_balanced' | 'by_skill'; escalatesToId: string | null; escalationPathId: string | null; active: boolean; members: { staffId: string; name: string; lead: boolean }[]; openTickets: number; version: number };

export type TellClients = { version: number; /** Plain text */ text: string; /** With the first words: also write to the people whom it reaches */ mail?: boolean };

export type TellTickets = { ticketIds: string[]; /** Plain text, to each of the clients’ people */ message: string; resolve: boolean; resolutionCode?: string };

export type TemplateFields = { kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; title?: string; description?: string; /** 1 high, 2 medium, 3 low */ impact?: number; /** 1 high, 2 medium, 3 low */ urgency?: number; /** 1 critical … 5 planning */ priority?: number; priorityReason?: string; categoryId?: string | null; serviceId?: string | null; teamId?: string | null; assigneeId?: string | null; source?: 'portal' | 'email' | 'phone' | 'chat' | 'monitoring' | 'api' | 'walk_in' | 'self_service' | 'import' | 'recurring' | 'staff'; tags?: string[]; /** Custom field values by key */ custom?: { [key: string]: unknown }; /** Files uploaded for this client */ attachmentIds?: string[] };

export type TemplateLine = { /** Of a line that is there already; a new one gets its own */ id?: string; kind: 'fixed' | 'all_inclusive' | 'time' | 'block_hours' | 'block_money'; name: string; /** What is counted: user, device, site */ unit?: string; /** Whether a part of a month costs a part */ prorated?: boolean; /** Per cent of the rates, for work that is charged */ percent?: string; /** An hour at a dearer time takes as many hours more off the block */ weighted?: boolean; keepsMonths?: number | null; taxRateId?: string | null; counts?: CountedBy | null; /** A number from 0, up to four digits behind the point */ quantity?: string; /** An amount in major units, up to four digits behind the point: 180.00 */ price?: string; covers?: { workTypeIds?: string[]; kinds?: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categoryIds?: string[]; serviceIds?: string[]; staffIds?: string[]; hours?: ('in_hours' | 'after_hours' | 'holiday')[] } | null };

export type TemplateLineView = { /** Of a line that is there already; a new one gets its own */ id: string; kind: 'fixed' | 'all_inclusive' | 'time' | 'block_hours' | 'block_money'; name: string; /** What is counted: user, device, site */ unit: string; /** Whether a part of a month costs a part */ prorated: boolean; /** Per cent of the rates, for work that is charged */ percent: string; /** An hour at a dearer time takes as many hours more off the block */ weighted: boolean; keepsMonths: number | null; taxRateId: string | null; covers: { workTypeIds?: string[]; kinds?: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categoryIds?: string[]; serviceIds?: string[]; staffIds?: string[]; hours?: ('in_hours' | 'after_hours' | 'holiday')[] } | null; quantity: string | null; price: string | null; counts: CountedByView | CountedBy | null };

export type TestMailSent = { to: string; /** What the server said, in its own words */ answer: string };

export type TicketAnnouncements = { linked: ({ id: string; kind: 'notice' | 'maintenance' | 'outage'; title: string; state: 'draft' | 'published' | 'ended'; effect: 'maintenance' | 'degraded' | 'outage' | null; fromAt: string; untilAt: string | null })[]; /** For the ticket’s client, running, and about its service or, where neither names one, about none */ touching: ({ id: string; kind: 'notice' | 'maintenance' | 'outage'; title: string; state: 'draft' | 'published' | 'ended'; effect: 'maintenance' | 'degraded' | 'outage' | null; fromAt: string; untilAt: string | null })[] };

export type TicketArticles = { /** What it was answered with, linked to, or what was written from it */ used: ({ id: string; title: string; state: 'draft' | 'in_review' | 'published' | 'retired'; overdue: boolean; flagged: boolean; /** The ticket’s people may read it in the portal */ readable: boolean; kind: 'linked' | 'answered' | 'made'; at: string; by: string })[]; suggested: ({ id: string; title: string; state: 'draft' | 'in_review' | 'published' | 'retired'; overdue: boolean; flagged: boolean; /** The ticket’s people may read it in the portal */ readable: boolean; /** How it begins */ opening: string; why: string })[]; /** What its requester read in the day before it was logged */ readBefore: ({ id: string; title: string; state: 'draft' | 'in_review' | 'published' | 'retired'; overdue: boolean; flagged: boolean; /** The ticket’s people may read it in the portal */ readable: boolean; at: string })[] };

export type TicketCluster = { id: string; reason: string; title: string; count: number; items: TicketRow[] };

export type TicketCoverage = { lines: ({ contract: string; line: string; how: 'included' | 'block' | 'charged'; /** Of a block of hours, after all that was worked */ minutesLeft: number | null; /** The first day on which some of what is left lapses */ until: string | null })[]; entries: TimeCover[] };

export type TicketFilterBody = { q?: string; kind?: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; /** Status keys or categories; "open" means not yet resolved */ status?: string[]; holdReason?: ('client' | 'vendor' | 'change' | 'problem' | 'evidence' | 'scheduled')[]; clientId?: string[]; requesterId?: string[]; /** Ids, "me" or "none" */ assigneeId?: string[]; /** Ids, "mine" or "none" */ teamId?: string[]; priority?: number[]; categoryId?: string[]; serviceId?: string[]; source?: ('portal' | 'email' | 'phone' | 'chat' | 'monitoring' | 'api' | 'walk_in' | 'self_service' | 'import' | 'recurring' | 'staff')[]; tag?: string[]; /** field:value */ custom?: string[]; parentId?: string; due?: 'overdue' | 'hour' | 'today' | 'week' | 'none'; watching?: boolean; unread?: boolean; /** Whether its requester is a VIP */ vip?: boolean; createdAfter?: string; createdBefore?: string; updatedAfter?: string; updatedBefore?: string; resolvedAfter?: string; resolvedBefore?: string };

export type TicketFilterQuery = { limit?: number; cursor?: string; q?: string; kind?: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; /** Status keys or categories; "open" means not yet resolved */ status?: string[]; holdReason?: ('client' | 'vendor' | 'change' | 'problem' | 'evidence' | 'scheduled')[]; clientId?: string[]; requesterId?: string[]; /** Ids, "me" or "none" */ assigneeId?: string[]; /** Ids, "mine" or "none" */ teamId?: string[]; priority?: number[]; categoryId?: string[]; serviceId?: string[]; source?: ('portal' | 'email' | 'phone' | 'chat' | 'monitoring' | 'api' | 'walk_in' | 'self_service' | 'import' | 'recurring' | 'staff')[]; tag?: string[]; /** field:value */ custom?: string[]; parentId?: string; due?: 'overdue' | 'hour' | 'today' | 'week' | 'none'; watching?: boolean; unread?: boolean; /** Whether its requester is a VIP */ vip?: boolean; createdAfter?: string; createdBefore?: string; updatedAfter?: string; updatedBefore?: string; resolvedAfter?: string; resolvedBefore?: string; sort?: 'updated' | 'created' | 'priority' | 'due' | 'resolved' };

export type TicketItems = { items: ({ id: string; client: Named; name: string; /** The key of a class */ classKey: string; className: string; state: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; assetTag: string; site: Named | null; contact: Named | null; online: boolean | null; lastSeenAt: string | null; lastUser: string; inMaintenance: boolean; manufacturer: string; model: string; serial: string; warrantyUntil: string | null; purchasedOn: string | null; linkedAt: string; openTickets: number; remoteUrl: string | null; openUrl: string | null })[] };

export type TicketKnownErrors = { used: { id: string; problemKey: string; title: string; symptoms: string; workaround: string; why: string; publishedAt: string; usedAt: string; by: string }[]; suggested: KnownErrorMatch[] };

export type TicketOverrides = { kind?: 'incident' | 'request' | 'problem' | 'change' | 'task'; title?: string; description?: string; requesterId?: string | null; siteId?: string | null; /** 1 high, 2 medium, 3 low */ impact?: number; /** 1 high, 2 medium, 3 low */ urgency?: number; /** 1 critical … 5 planning */ priority?: number; priorityReason?: string; categoryId?: string | null; serviceId?: string | null; teamId?: string | null; assigneeId?: string | null; source?: 'portal' | 'email' | 'phone' | 'chat' | 'monitoring' | 'api' | 'walk_in' | 'self_service' | 'import' | 'recurring' | 'staff'; tags?: string[]; /** Custom field values by key */ custom?: { [key: string]: unknown }; parentId?: string | null; checklist?: string[]; /** Files uploaded for this client */ attachmentIds?: string[]; externalRef?: string };

export type TicketPage = { items: TicketRow[]; nextCursor: string | null };

export type TicketPeople = { requester: Named | null; items: Named[]; /** Addresses about which the service desk decides */ proposed: string[] };

export type TicketRaised = { id: string; key: string };

export type TicketRef = { idOrKey: string };

export type TicketRefView = { id: string; key: string; title: string; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; /** 1 critical … 5 planning */ priority: number };

export type TicketRow = { id: string; key: string; kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; title: string; client: { id: string; name: string; code: string; timeZone: string }; requester: { id: string; name: string; vip: boolean } | null; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; holdReason: 'client' | 'vendor' | 'change' | 'problem' | 'evidence' | 'scheduled' | null; /** 1 critical … 5 planning */ priority: number; /** 1 high, 2 medium, 3 low */ impact: number; /** 1 high, 2 medium, 3 low */ urgency: number; team: Named | null; assignee: { id: string; name: string; gone: 'left' | 'client' | null } | null; source: 'portal' | 'email' | 'phone' | 'chat' | 'monitoring' | 'api' | 'walk_in' | 'self_service' | 'import' | 'recurring' | 'staff'; tags: string[]; createdAt: string; updatedAt: string; dueAt: string | null; clock: ClockSummary | null; lastMessage: { at: string; by: string; text: string } | null; /** How the description begins, as text; empty once there is a message */ opening: string; unread: boolean; version: number };

export type TicketTemplateView = { id: string; name: string; description: string; folder: string; fields: TemplateFields; items: ChecklistLine[]; version: number };

export type TicketView = { id: string; key: string; kind: 'incident' | 'request' | 'problem' | 'change' | 'task'; title: string; client: { id: string; name: string; code: string; timeZone: string }; requester: { id: string; name: string; vip: boolean } | null; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; holdReason: 'client' | 'vendor' | 'change' | 'problem' | 'evidence' | 'scheduled' | null; /** 1 critical … 5 planning */ priority: number; /** 1 high, 2 medium, 3 low */ impact: number; /** 1 high, 2 medium, 3 low */ urgency: number; team: Named | null; assignee: { id: string; name: string; gone: 'left' | 'client' | null } | null; source: 'portal' | 'email' | 'phone' | 'chat' | 'monitoring' | 'api' | 'walk_in' | 'self_service' | 'import' | 'recurring' | 'staff'; tags: string[]; createdAt: string; updatedAt: string; dueAt: string | null; clock: ClockSummary | null; lastMessage: { at: string; by: string; text: string } | null; /** How the description begins, as text; empty once there is a message */ opening: string; unread: boolean; version: number; /** Sanitised HTML */ description: string; attachments: Attachments; /** What it is called where it came from */ externalRef: string | null; site: Named | null; category: { id: string; name: string; path: string } | null; service: Named | null; priorityWhy: Why; assignmentWhy: Why | null; /** Custom field values by key */ custom: { [key: string]: unknown }; parent: TicketRefView | null; children: TicketRefView[]; links: ({ kind: 'related' | 'duplicates' | 'blocks' | 'caused_by'; direction: 'out' | 'in'; ticket: TicketRefView })[]; mergedInto: TicketRefView | null; duplicateOf: TicketRefView | null; mergedFrom: TicketRefView[]; watchers: ({ kind: 'staff' | 'contact'; id: string; name: string })[]; checklist: ChecklistItem[]; holdUntil: string | null; resolution: { code: string; note: string; cause: string | null; by: Named | null; at: string } | null; escalationLevel: number; reassignmentCount: number; reopenCount: number; firstResponseAt: string | null; resolvedAt: string | null; closedAt: string | null; /** Who logged it, by name; null where nobody knows any more */ loggedBy: string | null; minutesSpent: number; transitions: TransitionOption[]; watching: boolean };

export type TimeCover = { entryId: string; parts: ({ how: 'included' | 'block' | 'charged'; /** Null where no contract takes it in */ line: string | null; /** As they are billed, after rounding */ minutes: number })[]; /** The number of the invoice that it is on */ invoice: string | null };

export type TimeDraft = { ticket: { id: string; key: string; title: string }; client: Named; day: string; minutes: number; sessions: { from: string; until: string }[]; /** Minutes of that day on that ticket that are recorded already */ recorded: number; /** What was done, in words, from the timeline */ did: string };

export type TimeEntryView = { id: string; staff: Named; minutes: number; note: string; billable: boolean; workType: Named | null; startedAt: string | null; workedAt: string; source: 'hand' | 'reply' | 'timer' | 'draft'; state: 'open' | 'submitted' | 'approved' | 'returned'; returnedBecause: string | null; /** Whether the reader may change it as it stands */ mayEdit: boolean; version: number };

export type TimelineEntry = { id: string; at: string; type: string; actor: { kind: string; id: string | null; name: string }; sentence: string; changes: { field: string; label: string; before: string; after: string }[]; message: MessageView | null; /** The caller may still take it back, by its id and POST /tickets/{idOrKey}/undo; a reply as long as its mail waits */ undoable: boolean; mergedFrom: TicketRaised | null };

export type TimeOwed = { staff: Named; /** Recorded or returned, and not handed in */ unsubmitted: number; /** Handed in, and nobody has decided */ waiting: number; oldest: string; remindedOn: string | null };

export type TimerView = { id: string; ticket: { id: string; key: string; title: string }; client: Named; startedAt: string; runningSince: string | null; seconds: number; note: string };

export type TimeSum = { entries: number; minutes: number };

export type ToldTickets = { /** What came of each; with the event by which it can be taken back */ items: ({ id: string; key: string; refused: string | null; eventId: string | null })[] };

export type TotpConfirm = { code: string };

export type TotpStart = { secret: string; uri: string; /** SVG path data of the QR code */ qr: string; size: number };

export type TransitionOption = { to: string; label: string; category: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; requires: string[] };

export type TransitionTicket = { to: string; version?: number; holdReason?: 'client' | 'vendor' | 'change' | 'problem' | 'evidence' | 'scheduled'; holdUntil?: string | null; resolutionCode?: string; resolutionNote?: string; cause?: string; duplicateOfId?: string; assigneeId?: string | null; teamId?: string | null; reason?: string };

export type TriageBoard = { unassigned: { items: TicketRow[]; count: number; capped: boolean }; atRisk: { items: TicketRow[]; count: number; capped: boolean }; clusters: TicketCluster[] };

export type TriedCall = { alerts: ({ externalId: string; occurrence: string; state: 'raised' | 'updated' | 'resolved'; severity: number; condition: string; title: string; text: string; device: string | null; /** What names the client */ site: string | null; startedAt: string; endedAt: string | null; url: string | null })[]; /** What is wrong or odd; empty where the alerts say it all */ says: string };

export type TryCall = { provider: string; values?: { [key: string]: string }; body: string };

export type TryConnector = { provider: string; baseUrl?: string; values?: { [key: string]: string }; connectorId?: string };

export type UnlinkIncidents = { /** Ids or keys */ ticketIds: string[] };

export type UpdateAnnouncement = { version: number; kind?: 'notice' | 'maintenance' | 'outage'; title?: string; /** Plain text */ text?: string; effect?: 'maintenance' | 'degraded' | 'outage' | null; fromAt?: string; untilAt?: string | null; audience?: 'services' | 'all' | 'groups' | 'chosen'; /** Whom it is for, with "groups" */ groupIds?: string[]; /** Whom it is for, with "chosen" */ clientIds?: string[]; /** With "chosen", sites of these clients: of a client with a site here, only the people of its sites here, and who sees the whole company */ siteIds?: string[]; /** What it is about; with the audience "services", whoever has one of them */ serviceIds?: string[] };

export type UpdateArticle = { version: number; title?: string; /** HTML; pictures are <img src="/api/v1/article-files/{id}">, uploaded before */ body?: string; language?: string; categoryId?: string | null; serviceId?: string | null; ownerId?: string | null; reviewOn?: string | null };

export type UpdateCannedReply = { version: number; name?: string; shared?: boolean; /** Path of names, such as "Printing/Paper"; empty for none */ folder?: string; tags?: string[]; /** Whom a shared one is for; empty: everybody */ teamIds?: string[]; /** What to type after ";" in the composer; empty for none */ shortcut?: string; body?: string };

export type UpdateCategory = { version: number; name?: string; parentId?: string | null; teamId?: string | null; skills?: string[]; active?: boolean };

export type UpdateChecklistTemplate = { version: number; name?: string; items?: ChecklistLine[]; description?: string };

export type UpdateClass = { version: number; name?: string; active?: boolean; attributes?: ClassAttribute[] };

export type UpdateClient = { version: number; name?: string; /** 2 to 10 capital letters and digits; begins ticket keys */ code?: string; /** IANA time zone */ timeZone?: string; language?: string; /** ISO 3166-1, for public holidays */ country?: string; region?: string; groupId?: string | null; importance?: 'high' | 'normal' | 'low'; notes?: string; active?: boolean };

export type UpdateClientProvider = { name?: string; /** Of this application, as the provider calls it */ clientId?: string; clientSecret?: string; /** Whose addresses the provider speaks for, in small letters */ emailDomains?: string[]; /** Whether somebody unknown becomes a contact when they first sign in */ makesContacts?: boolean; /** Whether addresses count that the provider does not call verified: only for one that is the client’s alone */ trustsEmail?: boolean; active?: boolean; version: number };

export type UpdateConnector = { version: number; name?: string; baseUrl?: string; values?: { [key: string]: string }; servesId?: string | null; fullMinutes?: number; changesMinutes?: number; alertsMinutes?: number; hook?: { /** Where calls may come from; empty: from anywhere */ networks: string[]; signatureHeader: string; timeHeader: string }; hookSecret?: string | null; hookSignatureKey?: string | null };

export type UpdateContact = { version: number; name?: string; email?: string | ''; phone?: string; title?: string; language?: string | null; siteId?: string | null; vip?: boolean; escalationLevel?: number | null; /** Which tickets they see in the portal: their own, their site’s as well, or the whole company’s; null: as their client has it */ sees?: 'own' | 'site' | 'all' | null; managerId?: string | null; /** What they are to their company: "director" */ roles?: string[]; notes?: string; active?: boolean };

export type UpdateCustomField = { version: number; label?: string; kinds?: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; options?: string[]; required?: boolean; help?: string; active?: boolean; position?: number };

export type UpdateEstateItem = { version: number; name?: string; /** The key of a class */ classKey?: string; state?: 'on_order' | 'in_stock' | 'deployed' | 'in_maintenance' | 'retired' | 'disposed' | 'missing'; /** What stands on its label; one of its kind at the client */ assetTag?: string; siteId?: string | null; contactId?: string | null; serviceId?: string | null; /** By attribute: a value said by hand, or null for what the other sources say */ attributes?: { [key: string]: string | number | boolean | null } };

export type UpdateGroup = { version: number; name?: string; description?: string };

export type UpdateMacro = { version: number; name?: string; shared?: boolean; /** Path of names, such as "Printing/Paper"; empty for none */ folder?: string; tags?: string[]; /** Whom a shared one is for; empty: everybody */ teamIds?: string[]; description?: string; steps?: MacroStep[] };

export type UpdateMe = { name?: string; timeZone?: string; language?: string; preferences?: { [key: string]: unknown } };

export type UpdateOffering = { version: number; name?: string; /** What it is, in plain words */ description?: string; stage?: 'pipeline' | 'offered' | 'retired'; ownerId?: string | null; teamId?: string | null; importance?: 'high' | 'normal' | 'low'; /** When it is agreed to be there: service_hours of the client, always, or the id of a calendar */ calendar?: string; /** Percent of the agreed time */ availabilityTarget?: number | null; /** Whether planned outages count as downtime; else their time is not agreed */ plannedCounts?: boolean };

export type UpdateOutage = { version: number; beganAt?: string; endedAt?: string | null; planned?: boolean; /** How much of it was missing, in percent */ share?: number; /** What happened, in words that the client’s people may read */ title?: string; /** Whether the client’s people read of it */ told?: boolean; /** Why it happened, for the provider’s people */ cause?: string; /** Tickets of the client that it has to do with: ids or keys */ tickets?: string[]; alertIds?: string[]; announcementIds?: string[] };

export type UpdatePath = { version: number; name?: string; levels?: { /** From the beginning of a round */ afterMinutes: number; targets: PathTarget[] }[]; /** How often it all begins again */ repeatTimes?: number; /** From the last level to the next round */ repeatEveryMinutes?: number };

export type UpdateProblem = { version: number; cause?: string | null; /** What is seen when it strikes; plain text */ symptoms?: string; toldTitle?: string; /** HTML; people of affected clients read it */ workaround?: string; /** Somebody said that there is none */ workaroundNone?: boolean; whys?: { why: string; because: string }[]; branches?: { name: string; causes: string[] }[]; reviewWeeks?: number };

export type UpdateProvider = { version: number; name?: string; clientId?: string; /** Write-only */ clientSecret?: string; /** Domains whose verified addresses it vouches for; without any, people link their account themselves */ emailDomains?: string[]; newStaff?: { roleKey: string; /** False: they see no client until somebody gives them some */ allClients: boolean } | null; active?: boolean };

export type UpdateRecurringTicket = { version: number; name?: string; templateId?: string; rule?: Recurrence; /** IANA time zone; the client’s where absent */ timeZone?: string; fields?: TicketOverrides };

export type UpdateRole = { version: number; name?: string; description?: string; permissions?: ('ticket.read' | 'ticket.create' | 'ticket.update' | 'ticket.reply' | 'ticket.assign' | 'ticket.transition' | 'ticket.merge' | 'ticket.bulk' | 'ticket.time' | 'time.approve' | 'contract.read' | 'contract.manage' | 'billing.run' | 'project.read' | 'project.manage' | 'mail.settle' | 'approval.decide' | 'problem.manage' | 'sla.override' | 'major.manage' | 'script.run' | 'script.agree' | 'alert.read' | 'alert.work' | 'alert.rules' | 'change.manage' | 'change.policy' | 'stream.manage' | 'improvement.manage' | 'cab.run' | 'client.read' | 'client.manage' | 'contact.read' | 'contact.manage' | 'estate.read' | 'estate.manage' | 'team.read' | 'team.manage' | 'staff.manage' | 'role.manage' | 'sso.manage' | 'settings.read' | 'settings.manage' | 'catalogue.manage' | 'library.manage' | 'knowledge.view' | 'knowledge.write' | 'knowledge.publish' | 'announcement.manage' | 'service.manage' | 'connector.read' | 'connector.manage' | 'view.share' | 'key.manage' | 'audit.read' | 'data.import')[] };

export type UpdateSamlProvider = { name?: string; /** What the provider calls itself; stays once it is said, since people’s identities hang on it */ entityId?: string; /** Where the provider signs people on (SingleSignOnService, HTTP-Redirect) */ signOnUrl?: string; /** By which the provider signs, as PEM or base64; several while one is exchanged for the next */ certificates?: string[]; /** Whose addresses the provider speaks for, in small letters */ emailDomains?: string[]; /** Whether somebody unknown becomes a contact when they first sign in */ makesContacts?: boolean; /** Whether addresses count that the provider says, of the domains that are named */ trustsEmail?: boolean; active?: boolean; version: number };

export type UpdateSchedule = { version: number; name?: string; timeZone?: string; teamId?: string | null; /** A later one wins where it covers */ layers?: Rotation[] };

export type UpdateService = { version: number; name?: string; description?: string; teamId?: string | null; importance?: 'high' | 'normal' | 'low'; active?: boolean };

export type UpdateSite = { version: number; name?: string; address?: string; /** IANA time zone */ timeZone?: string | null; active?: boolean };

export type UpdateSlaCalendar = { name?: string; terms?: SlaCalendarTerms; active?: boolean; version: number };

export type UpdateStaff = { version: number; name?: string; title?: string; timeZone?: string; language?: string; skills?: string[]; /** Open tickets this person can carry */ capacity?: number; roleKeys?: string[]; allClients?: boolean; clientIds?: string[]; active?: boolean };

export type UpdateTeam = { version: number; name?: string; description?: string; strategy?: 'manual' | 'round_robin' | 'load_balanced' | 'by_skill'; escalatesToId?: string | null; escalationPathId?: string | null; active?: boolean; members?: { staffId: string; lead: boolean }[] };

export type UpdateTicket = { version: number; title?: string; description?: string; requesterId?: string | null; siteId?: string | null; /** 1 high, 2 medium, 3 low */ impact?: number; /** 1 high, 2 medium, 3 low */ urgency?: number; /** 1 critical … 5 planning */ priority?: number | null; priorityReason?: string; categoryId?: string | null; serviceId?: string | null; tags?: string[]; /** Custom field values by key */ custom?: { [key: string]: unknown }; parentId?: string | null };

export type UpdateTicketTemplate = { version: number; name?: string; description?: string; /** Path of names, such as "Printing/Paper"; empty for none */ folder?: string; fields?: TemplateFields; items?: ChecklistLine[] };

export type UpdateView = { version: number; name?: string; filter?: TicketFilterBody; sort?: 'updated' | 'created' | 'priority' | 'due' | 'resolved'; columns?: string[]; shared?: boolean; position?: number };

export type UseArticle = { articleId: string; kind: 'linked' | 'answered' };

export type UsePasskey = { response: PasskeyAssertion };

export type Utilisation = { staff: Named; from: string; to: string; /** Hours of service of the provider by the clock of the person, less leave */ available: number; recorded: number; billable: number; /** Of it what is on invoices and was charged */ charged: number; /** Of it what a contract included, or a block held */ covered: number; /** Between work and record, the middle one */ enteredAfter: number | null };

export type UtilisationQuery = { from: string; /** The last day, at most 366 days on; days to come are left out */ to: string; by: 'week' | 'month' };

export type ValueStreams = { items: ValueStreamView[] };

export type ValueStreamVersion = { number: number; /** Null: it was withdrawn */ terms: { /** What starts it; plain text */ demand: string; /** Which tickets are its work: lists narrow each other, an empty one says nothing */ work: { kinds: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categoryIds: string[]; serviceIds: string[]; catalogueItemIds: string[]; clientIds: string[] }; steps: StreamStepShape[] } | null; note: string; publishedAt: string; publishedBy: string | null };

export type ValueStreamView = { id: string; name: string; position: number; terms: StreamTermsShape | null; draft: StreamTermsShape | null; /** Of the version in force; null while none is */ number: number | null; publishedAt: string | null; /** The past is being worked out by the version in force */ rebuilding: boolean; version: number };

export type VarianceQuery = { clientId?: string; state?: 'open' | 'set_aside' | 'kept' | 'accepted' | 'agrees' | 'waiting'; /** As of which day; today where the client is, unless given */ day?: string };

export type VarianceView = { client: Named; contract: Named; line: { id: string; name: string; unit: string; version: number }; counts: CountedByView; state: 'open' | 'set_aside' | 'kept' | 'accepted' | 'agrees' | 'waiting'; asOf: string; currency: string; contracted: string; counted: { snapshotId: string; day: string; number: string } | null; /** Counted less contracted */ difference: string; /** Since when it has differed */ since: string | null; /** Of one for a month, as it is on the day; major units */ price: string; /** The difference for a whole month; minor units */ monthly: number; /** The difference until the end of the month of the contract, were it agreed from this day; minor units */ thisMonth: number; /** The day after the last of that month */ monthEnds: string; decision: { kind: 'accept' | 'set_aside' | 'keep'; day: string | null; reason: string; by: string | null; at: string } | null };

export type VendorListPreview = { rows: number; clients: number; ignored: string[]; faults: { line: number; column: string; message: string }[]; unknownClients: string[]; unknownProducts: string[]; already: { id: string; at: string } | null; supersedes: { id: string; at: string } | null; /** Whether it would be the one that counts: no later day was imported */ counts: boolean; first: ({ line: number; client: string; product: string; quantity: string; forClient: string | null; forProduct: string | null })[] };

export type VendorListRow = { id: string; vendor: string; day: string; rows: number; /** Whether it is the one that counts now */ counts: boolean; by: string | null; at: string };

export type VendorListTaken = { id: string; /** Whether the same file was taken for that day before */ already: boolean; /** How many names are still to be mapped */ unknown: number };

export type VendorListView = { id: string; vendor: string; day: string; rows: number; /** Whether it is the one that counts now */ counts: boolean; by: string | null; at: string; lines: ({ line: number; client: string; product: string; quantity: string; forClient: string | null; forProduct: string | null })[] };

export type VendorNameView = { vendor: string; kind: 'client' | 'product'; name: string; state: 'open' | 'mapped' | 'passed_over'; client: Named | null; product: Named | null; /** 0 where nobody has mapped it yet */ version: number; /** In how many rows of the list that counts it stands */ rows: number };

export type VendorProductView = { id: string; vendor: string; name: string };

export type ViewCount = { id: string; count: number; capped: boolean };

export type VoteByLink = { token: string; vote: 'approve' | 'reject'; /** Plain text; asked for with a rejection */ comment?: string };

export type VoteOutcome = { state: 'pending' | 'approved' | 'rejected' | 'expired' | 'voided' | 'dropped'; step: 'waiting' | 'open' | 'approved' | 'rejected' | 'dropped' };

export type WantMail = { wanted: boolean };

export type WhatIf = { lines?: ({ lineId: string; /** A number from 0, up to four digits behind the point */ quantity?: string; /** An amount in major units, up to four digits behind the point: 180.00 */ price?: string; /** Per cent of the rates, for work that is charged */ percent?: string; /** What becomes of the work that it takes in */ work?: 'included' | 'charged'; covers?: { workTypeIds?: string[]; kinds?: ('incident' | 'request' | 'problem' | 'change' | 'task')[]; categoryIds?: string[]; serviceIds?: string[]; staffIds?: string[]; itemIds?: string[]; contactIds?: string[]; hours?: ('in_hours' | 'after_hours' | 'holiday')[] }; /** As if there were no such line */ without?: boolean })[]; /** What an hour under the contract costs */ perHour?: string; /** A number from 0, up to four digits behind the point */ afterHours?: string | null; /** A number from 0, up to four digits behind the point */ holiday?: string | null; /** Other contracts of the client, which would not be there */ insteadOf?: string[] };

export type WhatIfView = { currency: string; from: string; /** The day after the last */ until: string; months: ({ /** 2026-11 */ month: string; /** Minor units of the currency of the contract */ before: number; /** Minor units of the currency of the contract */ after: number; /** What the work cost; null where that is not known in the currency */ cost: number | null })[]; lines: { name: string; /** Minor units of the currency of the contract */ before: number; /** Minor units of the currency of the contract */ after: number; why: string[] }[]; /** Work of people of whom no cost is known, in minutes */ uncosted: number; unrated: { before: number; after: number } };

export type Wholes = WholeView[];

export type WholeView = { how: 'problem' | 'major' | 'change'; /** Why they belong together; empty where nobody said */ why: string; linkedBy: string; linkedAt: string; id: string; kind: 'incident' | 'problem' | 'change'; key: string; title: string; status: string; statusCategory: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled'; /** What its practice tells besides */ brief: { [key: string]: unknown }; updatedAt: string; /** Whether the reader sees the ticket itself */ open: boolean };

export type Why = { sentence: string; [key: string]: unknown };

export type WithdrawPolicy = { note?: string; /** Whether clocks that run follow; otherwise they keep the version they began under */ rebase?: boolean; version: number };

export type WithdrawRequest = { /** Plain text, for the service desk */ reason?: string };

export type WordRow = { /** Names a text by where it stands */ id: string; kind: string; /** What it belongs to */ title: string; /** What it is there */ part: string; /** The group or client whose it is; null for everybody’s */ place: string | null; clientId: string | null; /** Where in the workspace it is written */ href: string; original: string; /** Characters that a translation may have */ most: number; lines: boolean; state: 'missing' | 'changed' | 'elsewhere' | 'translated'; /** What clients’ people read in that language; empty where that is the original */ words: string; /** The original as it was when it was translated, where it has changed since */ before: { original: string; words: string } | null; /** Of its own translation; 0 where it has none */ version: number };

export type WordsFile = { csv: string };

export type WordsImported = { changed: number; same: number; empty: number };

export type WordsPage = { items: WordRow[]; nextCursor: string | null; kinds: { kind: string; name: string }[]; counts: { all: number; missing: number; changed: number } };

export type WordsQuery = { language: 'en' | 'de' | 'fr' | 'es' | 'nl'; state?: 'missing' | 'changed' | 'elsewhere' | 'translated' | 'open'; kind?: string; containing?: string; limit?: number; cursor?: string };

export type WorkAlert = { /** Told to the source, where it takes a note */ note?: string };

export type WorkItem = { /** Starts or stops its timer; one runs at a time */ begun?: boolean; note?: string; outcome?: 'deferred' | 'noted' };

export type WorkTypeView = { id: string; name: string; billable: boolean; position: number; active: boolean; version: number };

export type WritePlans = { implementation?: string; test?: string; backout?: string; communication?: string };

export type WriteReview = { version: number; happened: string; wentWell: string; toImprove: string; /** Each new one becomes a task */ actions: ({ text: string; staffId: string | null; dueOn: string | null })[]; /** What people of the affected clients read of it, in the report of their portal; as it was unless given */ forClients?: string };

/** Every operation of the API, by method and path below /api/v1. */

export type Operations = {
  /** Log a ticket */
  'POST /tickets': { body: CreateTicket; answer: TicketView };
  /** Tickets by filter, search and sort, a page at a time */
  'GET /tickets': { query: TicketFilterQuery; answer: TicketPage };
  /** Tickets for some words, best first, each with where it was found */
  'GET /tickets/search': { query: SearchQuery; answer: FoundTickets };
  /** How many tickets a filter finds, counted up to 1000 */
  'GET /tickets/count': { query: TicketFilterQuery; answer: Counted };
  /** One ticket with everything around it */
  'GET /tickets/{idOrKey}': { params: TicketRef; answer: TicketView };
  /** Change fields of a ticket */
  'PATCH /tickets/{idOrKey}': { params: TicketRef; body: UpdateTicket; answer: { ticket: TicketView; eventId: string | null } };
  /** Move a ticket along its lifecycle */
  'POST /tickets/{idOrKey}/transitions': { params: TicketRef; body: TransitionTicket; answer: { ticket: TicketView; eventId: string | null } };
  /** Give a ticket to a team or a person */
  'POST /tickets/{idOrKey}/assign': { params: TicketRef; body: AssignTicket; answer: { ticket: TicketView; eventId: string | null } };
  /** Escalate to another team, or up the path */
  'POST /tickets/{idOrKey}/escalate': { params: TicketRef; body: EscalateTicket; answer: { ticket: TicketView; eventId: string | null } };
  /** Reply or note; time, next status and person may go with it */
  'POST /tickets/{idOrKey}/messages': { params: TicketRef; body: PostMessage; answer: MessagePosted };
  /** Whom of the client’s people a public answer reaches by mail, and why not the others */
  'GET /tickets/{idOrKey}/recipients': { params: TicketRef; answer: { items: Recipient[] } };
  /** How words of a mail to clients would read for this ticket; nothing is sent */
  'POST /tickets/{idOrKey}/mail-preview': { params: TicketRef; body: PreviewMail; answer: MailPreview };
  /** What happened, oldest first */
  'GET /tickets/{idOrKey}/timeline': { params: TicketRef; answer: { items: TimelineEntry[] } };
  /** Remember that I have seen it up to now */
  'POST /tickets/{idOrKey}/read': { params: TicketRef; answer: null };
  /** Take back what I just did */
  'POST /tickets/{idOrKey}/undo': { params: TicketRef; body: { /** Of what is undone, as the timeline names it */ eventId: string }; answer: { ticket: TicketView; eventId: string | null } };
  /** Let somebody watch; a contact reads it in the portal from then on, and is told by mail what it is about */
  'POST /tickets/{idOrKey}/watchers': { params: TicketRef; body: { kind: 'staff' | 'contact'; id: string }; answer: null };
  /** Link to another ticket of the client */
  'POST /tickets/{idOrKey}/links': { params: TicketRef; body: { kind: 'related' | 'duplicates' | 'blocks' | 'caused_by'; to: string }; answer: null };
  /** Let somebody watch no longer */
  'DELETE /tickets/{idOrKey}/watchers': { params: TicketRef; body: { kind: 'staff' | 'contact'; id: string }; answer: null };
  /** Take a link away */
  'DELETE /tickets/{idOrKey}/links': { params: TicketRef; body: { kind: 'related' | 'duplicates' | 'blocks' | 'caused_by'; to: string }; answer: null };
  /** Add a line to the checklist */
  'POST /tickets/{idOrKey}/checklist': { params: TicketRef; body: { text: string; required?: boolean }; answer: { id: string } };
  /** Tick a line of the checklist */
  'PATCH /tickets/{idOrKey}/checklist/{itemId}': { params: { idOrKey: string; itemId: string }; body: { done: boolean }; answer: null };
  /** Take a line off the checklist */
  'DELETE /tickets/{idOrKey}/checklist/{itemId}': { params: { idOrKey: string; itemId: string }; answer: { eventId: string } };
  /** Merge this ticket into another of the same client */
  'POST /tickets/{idOrKey}/merge': { params: TicketRef; body: { into: string }; answer: { ticket: TicketView; eventId: string | null } };
  /** Take a merge apart */
  'POST /tickets/{idOrKey}/unmerge': { params: TicketRef; answer: TicketView };
  /** Make a ticket of its own from some messages, or from a part of one */
  'POST /tickets/{idOrKey}/split': { params: TicketRef; body: { title: string; kind?: 'incident' | 'request' | 'problem' | 'change' | 'task'; messageIds?: string[]; description?: string; categoryId?: string; /** Custom field values by key */ custom?: { [key: string]: unknown }; tellRequester?: boolean }; answer: TicketView };
  /** Move a ticket to another client, where it gets a new key; the old key leads to it */
  'POST /tickets/{idOrKey}/move': { params: TicketRef; body: { clientId: string; requesterId?: string; title?: string; /** Whether people of the client it goes to may read its description and what was said before. Without it that becomes internal, and tags, custom values, external reference, cause, checklist and time stay with whoever works for the client that it leaves, until the ticket comes back. */ showConversation?: boolean; reason: string; version?: number }; answer: TicketView };
  /** The clocks of a ticket, each explained */
  'GET /tickets/{idOrKey}/sla': { params: TicketRef; answer: { items: ClockView[] } };
  /** Hold a clock: it does not count until it is released, whatever the status says */
  'POST /tickets/{idOrKey}/sla/{target}/hold': { params: { idOrKey: string; target: string }; body: { reason: string }; answer: { items: ClockView[] } };
  /** Release a clock that is held */
  'POST /tickets/{idOrKey}/sla/{target}/release': { params: { idOrKey: string; target: string }; body: { reason: string }; answer: { items: ClockView[] } };
  /** Set another target for this ticket alone, in minutes of working time; null: what is promised again */
  'PUT /tickets/{idOrKey}/sla/{target}/target': { params: { idOrKey: string; target: string }; body: { minutes: number | null; reason: string }; answer: { items: ClockView[] } };
  /** Say why a promise was missed, or take that back with null; met and missed stay what they are */
  'PUT /tickets/{idOrKey}/sla/{target}/justification': { params: { idOrKey: string; target: string }; body: { text: string | null }; answer: { items: ClockView[] } };
  /** Change up to 500 tickets now; answers for each */
  'POST /tickets/bulk': { body: BulkNow; answer: { items: BulkOutcome[] } };
  /** How many tickets a change would reach, and what would become of the first few */
  'POST /bulk-changes/preview': { body: PreviewBulk; answer: BulkPreview };
  /** Change up to 5000 tickets in the background */
  'POST /bulk-changes': { body: StartBulk; answer: BulkView };
  /** My latest changes of many tickets, and how far each is */
  'GET /bulk-changes': { answer: { items: BulkView[] } };
  /** One of them */
  'GET /bulk-changes/{id}': { params: { id: string }; answer: BulkView };
  /** What came of it for each ticket */
  'GET /bulk-changes/{id}/items': { params: { id: string }; query: BulkItemQuery; answer: BulkItemPage };
  /** Stop it; what is done stays done */
  'POST /bulk-changes/{id}/stop': { params: { id: string }; answer: BulkView };
  /** Take back what it did, wherever nothing newer stands in the way */
  'POST /bulk-changes/{id}/revert': { params: { id: string }; answer: BulkView };
  /** My saved views and the shared ones */
  'GET /views': { answer: { items: SavedView[] } };
  /** How many tickets each view finds, for up to 60 views */
  'GET /views/counts': { query: { id?: string[] }; answer: { items: ViewCount[] } };
  /** Save a view; sharing it needs view.share */
  'POST /views': { body: CreateView; answer: { id: string } };
  /** Change a view */
  'PATCH /views/{id}': { params: { id: string }; body: UpdateView; answer: null };
  /** Delete a view */
  'DELETE /views/{id}': { params: { id: string }; answer: null };
  /** What nobody has, what is due within the hour, and what looks like one thing */
  'GET /tickets/triage': { answer: TriageBoard };
  /** Propose the ticket I should do next, with the reasons; it is kept for me for two minutes */
  'POST /tickets/next': { body: { teamId?: string }; answer: NextTicket };
  /** Take the proposed ticket */
  'POST /tickets/next/accept': { body: { ticketId: string }; answer: { ticket: TicketView; eventId: string | null } };
  /** Pass the proposed ticket over, with a reason; it is not proposed to me again for four hours */
  'POST /tickets/next/reject': { body: { ticketId: string; reason: string }; answer: null };
  /** What stands around a ticket: family, links, similar ones, and what else its people have */
  'GET /tickets/{idOrKey}/related': { params: TicketRef; answer: RelatedTickets };
  /** The problem, major incident or change that stands above a ticket, as far as its client may know of it */
  'GET /tickets/{idOrKey}/wholes': { params: TicketRef; answer: { wholes: Wholes } };
  /** Upload a file (multipart, field "file") to attach to a message */
  'POST /clients/{clientId}/files': { params: { clientId: string }; answer: ReceiptView };
  /** The bytes of an attachment */
  'GET /files/{id}': { params: { id: string }; answer: unknown };
  /** What a mail quotes below what its writer newly said; of a client’s people only its writer reads it */
  'GET /messages/{id}/quote': { params: { id: string }; answer: { /** Sanitised HTML */ body: string } };
  /** Articles, newest change first; with words, the best fit first. Retired ones only where asked for */
  'GET /articles': { query: ArticleQuery; answer: ArticlePage };
  /** Write an article, as a draft that staff alone read */
  'POST /articles': { body: CreateArticle; answer: { id: string } };
  /** One article, with its draft */
  'GET /articles/{id}': { params: { id: string }; answer: ArticleView };
  /** Change an article; another title or body is a draft until it is published */
  'PATCH /articles/{id}': { params: { id: string }; body: UpdateArticle; answer: ArticleView };
  /** Decide who reads an article; of what is in force, only with knowledge.publish */
  'PUT /articles/{id}/visibility': { params: { id: string }; body: ShowArticle; answer: ArticleView };
  /** Send the draft for review */
  'POST /articles/{id}/submit': { params: { id: string }; body: CloseRun; answer: ArticleView };
  /** Give the draft back from review, with what is to be changed */
  'POST /articles/{id}/return': { params: { id: string }; body: ReturnArticle; answer: ArticleView };
  /** Throw the draft away; what is in force stays */
  'POST /articles/{id}/discard': { params: { id: string }; body: CloseRun; answer: ArticleView };
  /** Put the draft in force as the next version */
  'POST /articles/{id}/publish': { params: { id: string }; body: PublishArticle; answer: ArticleView };
  /** Take an article out of use */
  'POST /articles/{id}/retire': { params: { id: string }; body: CloseRun; answer: ArticleView };
  /** Bring a retired article back */
  'POST /articles/{id}/restore': { params: { id: string }; body: CloseRun; answer: ArticleView };
  /** What was published: when, by whom and why, newest first */
  'GET /articles/{id}/versions': { params: { id: string }; answer: { items: ArticleVersionRow[] } };
  /** One version with its text */
  'GET /articles/{id}/versions/{number}': { params: { id: string; number: number }; answer: ArticleVersion };
  /** Begin the next draft from an earlier version */
  'POST /articles/{id}/versions/{number}/redraft': { params: { id: string; number: number }; body: CloseRun; answer: ArticleView };
  /** What differs between two versions, or a version and the draft */
  'GET /articles/{id}/diff': { params: { id: string }; query: ArticleDiffQuery; answer: ArticleDiff };
  /** Articles used on a ticket, those that may help, and those that its requester had read */
  'GET /tickets/{idOrKey}/articles': { params: TicketRef; answer: TicketArticles };
  /** Note that an article was linked to a ticket, or answered with */
  'POST /tickets/{idOrKey}/articles': { params: TicketRef; body: UseArticle; answer: null };
  /** Take an article off a ticket */
  'DELETE /tickets/{idOrKey}/articles/{articleId}': { params: { idOrKey: string; articleId: string }; answer: null };
  /** Begin an article from how a ticket was solved, as a draft for its client alone */
  'POST /tickets/{idOrKey}/article': { params: TicketRef; answer: { id: string } };
  /** Say that an article is wrong or outdated */
  'POST /articles/{id}/flags': { params: { id: string }; body: FlagArticle; answer: { id: string } };
  /** Say that it was seen to */
  'POST /articles/{id}/flags/{flagId}/settle': { params: { id: string; flagId: string }; answer: null };
  /** Count that I read an article */
  'POST /articles/{id}/visits': { params: { id: string }; answer: null };
  /** Upload a picture (multipart, field "file": PNG, JPEG, GIF or WebP) to put into the text of an article */
  'POST /article-files': { answer: ReceiptView };
  /** A picture of an article that the caller may read; without signing in, of one that everybody may */
  'GET /article-files/{id}': { params: { id: string }; answer: unknown };
  /** Articles that I may read; with words, the best fit first */
  'GET /portal/knowledge': { query: SoftwareQuery; answer: PortalArticlePage };
  /** Articles that may help, from what is being typed */
  'GET /portal/knowledge/suggestions': { query: { q: string }; answer: PortalSuggestions };
  /** One of them */
  'GET /portal/knowledge/{id}': { params: { id: string }; answer: PortalArticle };
  /** Say that I read it; "typed" while saying what is wrong, so that it is counted whether it spared a ticket */
  'POST /portal/knowledge/{id}/reads': { params: { id: string }; body: { typed?: boolean }; answer: null };
  /** Say whether it helped */
  'PUT /portal/knowledge/{id}/vote': { params: { id: string }; body: { helpful: boolean }; answer: null };
  /** Articles that everybody may read, without signing in */
  'GET /public/knowledge': { query: SoftwareQuery; answer: PortalArticlePage };
  /** One of them */
  'GET /public/knowledge/{id}': { params: { id: string }; answer: PortalArticle };
  /** Problems, those that changed last first */
  'GET /problems': { query: ProblemQuery; answer: ProblemPage };
  /** Open a problem behind incidents; of several clients it is the provider’s own */
  'POST /problems': { body: OpenProblem; answer: TicketRaised };
  /** One problem: analysis, workaround, its incidents and where it is known, as far as you see its clients */
  'GET /problems/{idOrKey}': { params: TicketRef; answer: ProblemView };
  /** Change symptoms, analysis, workaround and the rest of it */
  'PATCH /problems/{idOrKey}': { params: TicketRef; body: UpdateProblem; answer: ProblemView };
  /** Put incidents to a problem */
  'POST /problems/{idOrKey}/incidents': { params: TicketRef; body: LinkIncidents; answer: ProblemView };
  /** Take incidents off a problem */
  'POST /problems/{idOrKey}/incidents/remove': { params: TicketRef; body: UnlinkIncidents; answer: null };
  /** Tell the people of its incidents something, and resolve these where asked; answers for each */
  'POST /problems/{idOrKey}/incidents/tell': { params: TicketRef; body: TellTickets; answer: ToldTickets };
  /** Say whether it stopped, some weeks after it was resolved */
  'POST /problems/{idOrKey}/review': { params: TicketRef; body: ReviewProblem; answer: ProblemView };
  /** Publish it as a known error at clients, to technicians and, where asked, in the portal */
  'POST /problems/{idOrKey}/known-errors': { params: TicketRef; body: PublishKnownError; answer: ProblemView };
  /** Take a known error back at clients */
  'POST /problems/{idOrKey}/known-errors/retire': { params: TicketRef; body: RetireKnownError; answer: ProblemView };
  /** Known errors of a client that something may be which is being logged */
  'GET /known-errors/suggestions': { query: SuggestQuery; answer: KnownErrorMatches };
  /** Known errors that were recognised on a ticket, and those that it may be */
  'GET /tickets/{idOrKey}/known-errors': { params: TicketRef; answer: TicketKnownErrors };
  /** Say that a ticket is of a known error; an incident hangs under its problem from then on */
  'POST /tickets/{idOrKey}/known-errors': { params: TicketRef; body: { knownErrorId: string }; answer: null };
  /** What is known not to work at my company, and what helps until it is fixed */
  'GET /portal/known-errors': { answer: PortalKnownErrors };
  /** Problems that what happened speaks for, the strongest first, each with its evidence */
  'GET /problem-proposals': { query: ProposalQuery; answer: ProposalList };
  /** Look for problems now; it is done once a day by itself */
  'POST /problem-proposals/look': { answer: null };
  /** Open a problem from a proposal, with its incidents below it */
  'POST /problem-proposals/{id}/accept': { params: { id: string }; body: AcceptProposal; answer: TicketRaised };
  /** Put a proposal aside until a day */
  'POST /problem-proposals/{id}/snooze': { params: { id: string }; body: SnoozeProposal; answer: null };
  /** Reject a proposal: the same needs more to be proposed again */
  'POST /problem-proposals/{id}/reject': { params: { id: string }; body: RejectProposal; answer: null };
  /** What vendors warn of */
  'GET /problem-advisories': { answer: AdvisoryList };
  /** Enter what a vendor warns of, and which words the items have that it concerns */
  'POST /problem-advisories': { body: EnterAdvisory; answer: { id: string } };
  /** What a list of advisories would enter, and what is wrong with which line; nothing is kept */
  'POST /problem-advisories/preview': { body: ImportAdvisories; answer: AdvisoryPreview };
  /** Enter a list of advisories, all of it or nothing */
  'POST /problem-advisories/import': { body: ImportAdvisories; answer: AdvisoriesImported };
  /** Take it back */
  'DELETE /problem-advisories/{id}': { params: { id: string }; answer: null };
  /** Replies that I may use, by folder and name */
  'GET /canned-replies': { query: { /** Those of other teams too, to look after */ all?: boolean }; answer: { items: CannedReplyView[] } };
  /** Write down a reply to use again; shared ones need library.manage */
  'POST /canned-replies': { body: CreateCannedReply; answer: { id: string } };
  /** One reply as it is written */
  'GET /canned-replies/{id}': { params: { id: string }; answer: CannedReplyView };
  /** Change a reply */
  'PATCH /canned-replies/{id}': { params: { id: string }; body: UpdateCannedReply; answer: null };
  /** Throw a reply away */
  'DELETE /canned-replies/{id}': { params: { id: string }; answer: null };
  /** A reply filled in for a ticket */
  'POST /canned-replies/{id}/preview': { params: { id: string }; body: { /** Id or key */ ticketId: string }; answer: FilledText };
  /** A text not yet written down, filled in for a ticket */
  'POST /canned-replies/preview': { body: { /** Id or key */ ticketId: string; body: string }; answer: FilledText };
  /** Macros that I may use, by folder and name */
  'GET /macros': { query: { /** Those of other teams too, to look after */ all?: boolean }; answer: { items: MacroView[] } };
  /** Write down a macro; shared ones need library.manage */
  'POST /macros': { body: CreateMacro; answer: { id: string } };
  /** One macro */
  'GET /macros/{id}': { params: { id: string }; answer: MacroView };
  /** Change a macro */
  'PATCH /macros/{id}': { params: { id: string }; body: UpdateMacro; answer: null };
  /** Throw a macro away */
  'DELETE /macros/{id}': { params: { id: string }; answer: null };
  /** Run a macro on a ticket: all of its steps, or none */
  'POST /tickets/{idOrKey}/macros/{macroId}': { params: { idOrKey: string; macroId: string }; body: RunMacro; answer: TicketView };
  /** What a macro would do to a ticket, step by step */
  'POST /tickets/{idOrKey}/macros/{macroId}/preview': { params: { idOrKey: string; macroId: string }; body: RunMacro; answer: MacroPreview };
  /** Checklists to put on tickets */
  'GET /checklists': { answer: { items: ChecklistTemplateView[] } };
  /** Write down a checklist */
  'POST /checklists': { body: CreateChecklistTemplate; answer: { id: string } };
  /** Change a checklist; tickets that have its lines keep theirs */
  'PATCH /checklists/{id}': { params: { id: string }; body: UpdateChecklistTemplate; answer: null };
  /** Throw a checklist away; tickets that have its lines keep them */
  'DELETE /checklists/{id}': { params: { id: string }; answer: null };
  /** Put a checklist on a ticket */
  'POST /tickets/{idOrKey}/checklists': { params: TicketRef; body: { checklistId: string }; answer: { ids: string[] } };
  /** Templates to log tickets from */
  'GET /ticket-templates': { answer: { items: TicketTemplateView[] } };
  /** Write down a ticket template */
  'POST /ticket-templates': { body: CreateTicketTemplate; answer: { id: string } };
  /** One template */
  'GET /ticket-templates/{id}': { params: { id: string }; answer: TicketTemplateView };
  /** Change a ticket template */
  'PATCH /ticket-templates/{id}': { params: { id: string }; body: UpdateTicketTemplate; answer: null };
  /** Throw a template away; refused while tickets recur from it */
  'DELETE /ticket-templates/{id}': { params: { id: string }; answer: null };
  /** Log a ticket from a template; what is said besides goes before it */
  'POST /ticket-templates/{id}/tickets': { params: { id: string }; body: CreateFromTemplate; answer: TicketView };
  /** Tickets that come again, with their next times */
  'GET /recurring-tickets': { query: RateQuery; answer: { items: RecurringTicketView[] } };
  /** Let a ticket come again and again, from a template */
  'POST /recurring-tickets': { body: CreateRecurringTicket; answer: RecurringTicketView };
  /** A rule in words, and when it would come */
  'POST /recurring-tickets/preview': { body: PreviewRecurrence; answer: RecurrencePreview };
  /** One of them */
  'GET /recurring-tickets/{id}': { params: { id: string }; answer: RecurringTicketView };
  /** Change what comes or when; a changed rule counts from now */
  'PATCH /recurring-tickets/{id}': { params: { id: string }; body: UpdateRecurringTicket; answer: RecurringTicketView };
  /** Let it not come for now */
  'POST /recurring-tickets/{id}/pause': { params: { id: string }; answer: RecurringTicketView };
  /** Let it come again from its next time on */
  'POST /recurring-tickets/{id}/resume': { params: { id: string }; answer: RecurringTicketView };
  /** End it; tickets that came stay */
  'DELETE /recurring-tickets/{id}': { params: { id: string }; answer: null };
  /** Every item of the catalogue, also those that are not offered */
  'GET /catalogue-items': { answer: { items: CatalogueItemRow[] } };
  /** Begin an item, as a draft */
  'POST /catalogue-items': { body: CreateCatalogueItem; answer: { id: string } };
  /** One item, with its draft and what is offered */
  'GET /catalogue-items/{catalogueItemId}': { params: { catalogueItemId: string }; answer: CatalogueItemView };
  /** Save the draft, or change whom the item is for */
  'PATCH /catalogue-items/{catalogueItemId}': { params: { catalogueItemId: string }; body: SaveItem; answer: CatalogueItemView };
  /** Offer the draft from now on; orders keep the version they were made from */
  'POST /catalogue-items/{catalogueItemId}/publish': { params: { catalogueItemId: string }; body: PublishItem; answer: CatalogueItemView };
  /** What differs for groups and clients */
  'GET /catalogue-items/{catalogueItemId}/offers': { params: { catalogueItemId: string }; answer: { items: OfferView[] } };
  /** Say what an item is for a group or a client where it differs: price, delivery, approval, or not offered */
  'PUT /catalogue-items/{catalogueItemId}/offers': { params: { catalogueItemId: string }; body: PutOffer; answer: null };
  /** Let a group or client inherit everything again */
  'DELETE /catalogue-items/{catalogueItemId}/offers/{offerId}': { params: { catalogueItemId: string; offerId: string }; answer: null };
  /** What somebody of a client may ask for, as it is for them */
  'GET /catalogue': { query: CatalogueQuery; answer: { items: CatalogueCard[] } };
  /** One of these, with its form */
  'GET /catalogue/{catalogueItemId}': { params: { catalogueItemId: string }; query: CatalogueQuery; answer: CatalogueItem };
  /** What an order would cost, who would be asked, and when it would be there; makes nothing */
  'POST /requests/quote': { body: LogRequest; answer: QuoteView };
  /** Order something from the catalogue for somebody of a client */
  'POST /requests': { body: LogRequest; answer: RequestMade };
  /** What a ticket asks for: answers, price, approvals and tasks, each with the reason; null where it was not ordered */
  'GET /tickets/{idOrKey}/request': { params: TicketRef; answer: { request: RequestView | null } };
  /** Change what was answered; an approval of what it was is voided and asked for again */
  'PUT /tickets/{idOrKey}/request/answers': { params: TicketRef; body: ChangeAnswers; answer: RequestView };
  /** Ask for the approval again, after it was rejected or has expired, or where too few are left to approve */
  'POST /tickets/{idOrKey}/request/approval': { params: TicketRef; answer: RequestView };
  /** Ask another of the client’s people in place of somebody who has not voted */
  'POST /tickets/{idOrKey}/request/votes/{voteId}/reassign': { params: { idOrKey: string; voteId: string }; body: ReassignVote; answer: RequestView };
  /** Say that a task is done or not needed, or open it again; with the last one the request is fulfilled */
  'POST /tickets/{idOrKey}/request/tasks/{taskId}': { params: { idOrKey: string; taskId: string }; body: FinishTask; answer: null };
  /** What I may ask for */
  'GET /portal/catalogue': { answer: { items: CatalogueCard[] } };
  /** One of these, with its form */
  'GET /portal/catalogue/{catalogueItemId}': { params: { catalogueItemId: string }; answer: CatalogueItem };
  /** What an order would cost, who would be asked, and when it would be there; makes nothing */
  'POST /portal/requests/quote': { body: OrderBody; answer: QuoteView };
  /** Order something from the catalogue */
  'POST /portal/requests': { body: OrderBody; answer: RequestMade };
  /** What one of my tickets asks for, who decides about it, and how far it is */
  'GET /portal/tickets/{idOrKey}/request': { params: TicketRef; answer: { request: PortalRequest | null } };
  /** What I asked for and was not given, as an order for the item as it is now; null where I cannot ask again */
  'GET /portal/tickets/{idOrKey}/request/again': { params: TicketRef; answer: { order: OrderBody | null } };
  /** People of my company: the first with a piece of text in their name, or all */
  'GET /portal/colleagues': { query: { q?: string }; answer: { items: Named[] } };
  /** What waits for my vote, the oldest first */
  'GET /approvals/mine': { answer: { items: OpenVote[] } };
  /** Approve or reject where I am asked */
  'POST /approvals/votes/{voteId}': { params: { voteId: string }; body: CastVote; answer: VoteOutcome };
  /** What waits for my vote, or for the vote of somebody I stand in for */
  'GET /portal/approvals': { answer: { items: OpenVote[] } };
  /** Approve or reject */
  'POST /portal/approvals/votes/{voteId}': { params: { voteId: string }; body: CastVote; answer: VoteOutcome };
  /** Who stands in for me, now or later */
  'GET /portal/delegations': { answer: { items: DelegationView[] } };
  /** Let a colleague approve in my place for a time */
  'POST /portal/delegations': { body: CreateDelegation; answer: { id: string } };
  /** End that before its time */
  'DELETE /portal/delegations/{delegationId}': { params: { delegationId: string }; answer: null };
  /** What the reader of a link in a mail is asked; decides nothing */
  'POST /approval-links/look': { body: LookByLink; answer: LinkView };
  /** Vote by such a link, once */
  'POST /approval-links/vote': { body: VoteByLink; answer: VoteOutcome };
  /** Raise a change: its ticket, and what it plans; of a standard one, what its template says */
  'POST /changes': { body: CreateChange; answer: ChangeView };
  /** How changes went that ended within some days, by model, team and client */
  'GET /changes/success': { query: ChangeSuccessQuery; answer: ChangeSuccess };
  /** What a ticket changes: plans, window, what it touches, its risk and what is missing */
  'GET /changes/{idOrKey}': { params: TicketRef; answer: ChangeView };
  /** Write what a change plans; what was authorised before is void, where that is another */
  'PATCH /changes/{idOrKey}': { params: TicketRef; body: EditChange; answer: ChangeView };
  /** Plan the tasks of a change anew, with owners, order and windows */
  'PUT /changes/{idOrKey}/tasks': { params: TicketRef; body: PlanTasks; answer: ChangeView };
  /** Say that a task is done or not needed, or open it again */
  'POST /changes/{idOrKey}/tasks/{taskId}': { params: { idOrKey: string; taskId: string }; body: FinishTask; answer: ChangeView };
  /** Ask once more, where too few are left to decide or nobody is asked */
  'POST /changes/{idOrKey}/approval': { params: TicketRef; answer: ChangeView };
  /** Write what is learnt from a change that is done */
  'POST /changes/{idOrKey}/review': { params: TicketRef; body: ReviewChange; answer: ChangeView };
  /** Propose a standard template from a change, after ten clean runs */
  'POST /changes/{idOrKey}/template': { params: TicketRef; answer: { id: string } };
  /** Incidents that a change caused, or may have caused within seven days, with the evidence */
  'GET /changes/{idOrKey}/incidents': { params: TicketRef; answer: CausedIncidents };
  /** Say that an incident came of a change */
  'POST /changes/{idOrKey}/incidents': { params: TicketRef; body: { /** By id or key */ incident: string }; answer: CausedIncidents };
  /** Say that it did not */
  'DELETE /changes/{idOrKey}/incidents/{incident}': { params: { idOrKey: string; /** By id or key */ incident: string }; answer: null };
  /** Everything that is known of one change: plans, decisions, what happened and what came of it */
  'GET /changes/{idOrKey}/evidence': { params: TicketRef; answer: ChangeEvidence };
  /** The same as a PDF */
  'GET /changes/{idOrKey}/evidence-pack': { params: TicketRef; answer: unknown };
  /** Write what a change means for a client that it affects, for its people to read */
  'PATCH /changes/{idOrKey}/parts/{clientId}': { params: { idOrKey: string; clientId: string }; body: EditPart; answer: ChangeView };
  /** Draft what a client is told of a change, from its communication plan; somebody reads it over and publishes it */
  'POST /changes/{idOrKey}/parts/{clientId}/announcement': { params: { idOrKey: string; clientId: string }; body: CloseRun; answer: { id: string } };
  /** Changes that are planned on what my company has, or that I was asked about: what, when and how they stand */
  'GET /portal/planned-work': { answer: PlannedWorkList };
  /** The models that changes go by, and the templates of standard ones */
  'GET /change-models': { answer: { items: ChangeModelView[] } };
  /** Begin a model, or a template of standard changes, as a draft */
  'POST /change-models': { body: CreateChangeModel; answer: ChangeModelView };
  /** Change a model; a template of standard changes waits for a second person again */
  'PATCH /change-models/{id}': { params: { id: string }; body: SaveChangeModel; answer: ChangeModelView };
  /** Put a model in force; a template of standard changes by a second person */
  'POST /change-models/{id}/approve': { params: { id: string }; body: StepModel; answer: ChangeModelView };
  /** Let nothing be raised by a model for now, with the reason */
  'POST /change-models/{id}/suspend': { params: { id: string }; body: StepModel; answer: ChangeModelView };
  /** Take a model out of use for good */
  'POST /change-models/{id}/retire': { params: { id: string }; body: StepModel; answer: ChangeModelView };
  /** Rules about who authorises changes, in their order */
  'GET /change-rules': { answer: { items: ChangeRuleView[] } };
  /** Begin a rule as a draft */
  'POST /change-rules': { body: CreateChangeRule; answer: { id: string } };
  /** Who would have been asked otherwise about the changes of the last months; changes nothing */
  'POST /change-rules/simulate': { body: SimulateChangeRule; answer: ChangeSimulation };
  /** A rule about who authorises changes */
  'GET /change-rules/{id}': { params: { id: string }; answer: ChangeRuleView };
  /** Every version of a rule, newest first */
  'GET /change-rules/{id}/versions': { params: { id: string }; answer: { items: ChangeRuleVersion[] } };
  /** Change name, place in the order, or draft */
  'PATCH /change-rules/{id}': { params: { id: string }; body: SaveChangeRule; answer: ChangeRuleView };
  /** Put the draft in force */
  'POST /change-rules/{id}/publish': { params: { id: string }; body: PublishRule; answer: ChangeRuleView };
  /** Take a rule out of force */
  'POST /change-rules/{id}/withdraw': { params: { id: string }; body: PublishRule; answer: ChangeRuleView };
  /** Throw a rule away */
  'DELETE /change-rules/{id}': { params: { id: string }; answer: null };
  /** How content people were in a period, by client, team, person and month */
  'GET /satisfaction': { query: SatisfactionQuery; answer: Satisfaction };
  /** The ratings behind it, the newest first */
  'GET /satisfaction/ratings': { query: RatingsQuery; answer: RatingPage };
  /** What whoever asked for a ticket said about it; null where they were not asked */
  'GET /tickets/{idOrKey}/rating': { params: TicketRef; answer: RatingOfTicket };
  /** What I was asked about my ticket, and said */
  'GET /portal/tickets/{idOrKey}/rating': { params: TicketRef; answer: RatingOfTicket };
  /** Say how content I am, where I was asked; it can be changed for some days */
  'PUT /portal/tickets/{idOrKey}/rating': { params: TicketRef; body: RateTicket; answer: null };
  /** What the reader of a link in a mail is asked; rates nothing */
  'POST /rating-links/look': { body: LookByLink; answer: RatingAsked };
  /** Rate by such a link */
  'POST /rating-links/rate': { body: RateByLink; answer: null };
  /** Announcements, the newest beginning first */
  'GET /announcements': { query: AnnouncementQuery; answer: AnnouncementPage };
  /** Write an announcement, as a draft that staff alone read */
  'POST /announcements': { body: CreateAnnouncement; answer: { id: string } };
  /** How many clients and people an audience is; tells nobody anything */
  'POST /announcements/reach': { body: ReachQuery; answer: Reach };
  /** One announcement, with what was said since */
  'GET /announcements/{id}': { params: { id: string }; answer: AnnouncementView };
  /** Change an announcement; of one that is published, for its readers at once */
  'PATCH /announcements/{id}': { params: { id: string }; body: UpdateAnnouncement; answer: AnnouncementView };
  /** Throw a draft away */
  'DELETE /announcements/{id}': { params: { id: string }; answer: null };
  /** Show it to those whom it is for */
  'POST /announcements/{id}/publish': { params: { id: string }; body: PublishAnnouncement; answer: AnnouncementView };
  /** Say what has become of it */
  'POST /announcements/{id}/updates': { params: { id: string }; body: SayMore; answer: AnnouncementView };
  /** End it, with a last word where there is one */
  'POST /announcements/{id}/end': { params: { id: string }; body: EndAnnouncement; answer: AnnouncementView };
  /** How services are and were within the last 90 days, for a client or for whomever it is worst */
  'GET /service-status': { query: StatusQuery; answer: ServiceStatuses };
  /** Say how a service is, for everybody or for some clients; "operational" ends what was said before */
  'PUT /services/{id}/state': { params: { id: string }; body: SetServiceState; answer: null };
  /** What is announced that a ticket is about, or may be */
  'GET /tickets/{idOrKey}/announcements': { params: TicketRef; answer: TicketAnnouncements };
  /** Say that an announcement is about a ticket */
  'POST /tickets/{idOrKey}/announcements': { params: TicketRef; body: LinkAnnouncement; answer: null };
  /** Say that it is not */
  'DELETE /tickets/{idOrKey}/announcements/{announcementId}': { params: { idOrKey: string; announcementId: string }; answer: null };
  /** What is announced to me: what holds or is to come, then what ended within the last 90 days */
  'GET /portal/announcements': { answer: PortalAnnouncements };
  /** Put an announcement aside, until more is said */
  'PUT /portal/announcements/{id}/dismissal': { params: { id: string }; body: { dismissed: boolean; /** How many of its updates I was shown; all, unless said */ seen?: number }; answer: null };
  /** Say that it affects me too: I am told what follows */
  'PUT /portal/announcements/{id}/following': { params: { id: string }; body: { follows: boolean }; answer: null };
  /** Say whether I want mail about announcements */
  'PUT /portal/announcement-mail': { body: WantMail; answer: null };
  /** How my company’s services are, and were within the last 90 days */
  'GET /portal/service-status': { answer: ServiceStatuses };
  /** In which language the holder of such a link is spoken to; stops nothing */
  'POST /announcement-mail-links/look': { body: StopMail; answer: StopLink };
  /** Want no more mail about announcements, by the link of one */
  'POST /announcement-mail-links/stop': { body: StopMail; answer: null };
  /** The same as mail programs do it by themselves: one press, with a form (RFC 8058, List-Unsubscribe-Post) */
  'POST /announcement-mail-links/{token}': { params: StopMail; body: { 'List-Unsubscribe': 'One-Click'; [key: string]: unknown }; answer: null };
  /** Leads to the page that asks whether to stop, and changes nothing: programs look at links before people do */
  'GET /announcement-mail-links/{token}': { params: StopMail; answer: null };
  /** The portfolio, with how each service goes at its clients; of a client, what that has */
  'GET /service-offerings': { query: RateQuery; answer: Offerings };
  /** Add a service to the portfolio */
  'POST /service-offerings': { body: CreateOffering; answer: { id: string } };
  /** One service as it is offered */
  'GET /service-offerings/{id}': { params: { id: string }; answer: OfferingView };
  /** Change what is offered; what a client has by itself stays */
  'PATCH /service-offerings/{id}': { params: { id: string }; body: UpdateOffering; answer: OfferingView };
  /** How services do at clients and why, whoever does worst first */
  'GET /service-health': { query: HealthQuery; answer: HealthPage };
  /** A service as a client has it: what it has by itself, how it does, its months, items and changes */
  'GET /clients/{id}/services/{serviceId}': { params: { id: string; serviceId: string }; answer: ClientService };
  /** Say what a client has of a service by itself; null takes what is offered */
  'PATCH /clients/{id}/services/{serviceId}': { params: { id: string; serviceId: string }; body: SetClientService; answer: ClientService };
  /** How much of the agreed time a client’s service was there, and how that comes about */
  'GET /services/{id}/availability': { params: { id: string }; query: AvailabilityQuery; answer: AvailabilityView };
  /** Outages of a service, the newest beginning first */
  'GET /services/{id}/outages': { params: { id: string }; query: OutagesOf; answer: OutagePage };
  /** Record that a client’s service is or was not there, or will not be */
  'POST /services/{id}/outages': { params: { id: string }; body: RecordOutage; answer: OutageView };
  /** Outages of services, the newest beginning first */
  'GET /outages': { query: OutageQuery; answer: OutagePage };
  /** One outage */
  'GET /outages/{id}': { params: { id: string }; answer: OutageView };
  /** Change an outage, or end it */
  'PATCH /outages/{id}': { params: { id: string }; body: UpdateOutage; answer: OutageView };
  /** Say that it was no outage: it stays to be read and counts no more */
  'POST /outages/{id}/withdraw': { params: { id: string }; body: CloseRun; answer: null };
  /** How much of the agreed time my company’s services were there, and the outages of the last 90 days */
  'GET /portal/services': { answer: PortalServices };
  /** Major incidents, the newest first */
  'GET /major-incidents': { query: MajorQuery; answer: MajorPage };
  /** What the open incidents of the last while say might be one, by the firm’s criteria */
  'GET /major-incident-suggestions': { answer: MajorSuggestions };
  /** Propose a major incident: of one ticket, of several of a client, or of several clients, above whose tickets a new one of the provider stands */
  'POST /major-incidents': { body: ProposeMajor; answer: MajorView };
  /** A major incident: people, what clients were told, its tickets, and where it can go */
  'GET /major-incidents/{idOrKey}': { params: TicketRef; answer: MajorView };
  /** Say who has which part, where those on it talk, its title for clients, and how often they are told */
  'PATCH /major-incidents/{idOrKey}': { params: TicketRef; body: EditMajor; answer: MajorView };
  /** Declare, decline, stabilise, restore, reopen, review or complete it */
  'POST /major-incidents/{idOrKey}/moves': { params: TicketRef; body: MoveMajor; answer: MajorView };
  /** Tell the people of every affected client how it stands: in their portal and, as they want it, by mail */
  'POST /major-incidents/{idOrKey}/updates': { params: TicketRef; body: TellClients; answer: MajorView };
  /** Open incidents that seem to be of the same cause, each with what speaks for it */
  'GET /major-incidents/{idOrKey}/candidates': { params: TicketRef; answer: MajorCandidates };
  /** Put tickets of the same cause to it: all of them, or none where one cannot be */
  'POST /major-incidents/{idOrKey}/tickets': { params: TicketRef; body: MajorTickets; answer: MajorView };
  /** Take a ticket off it again */
  'DELETE /major-incidents/{idOrKey}/tickets': { params: TicketRef; body: { ticket: string }; answer: null };
  /** Tell the people of its tickets something, and resolve these where asked; answers for each */
  'POST /major-incidents/{idOrKey}/tickets/tell': { params: TicketRef; body: TellTickets; answer: ToldTickets };
  /** Write its review; each new action becomes a task */
  'PUT /major-incidents/{idOrKey}/review': { params: TicketRef; body: WriteReview; answer: MajorView };
  /** A major incident as a PDF: times, clients, what they were told, its review and its course */
  'GET /major-incidents/{idOrKey}/report': { params: TicketRef; answer: unknown };
  /** What I was told of a major incident, with the tickets of it that I see, as a PDF */
  'GET /portal/announcements/{id}/report': { params: { id: string }; answer: unknown };
  /** What monitoring systems say is wrong, what was raised last first */
  'GET /alerts': { query: AlertQuery; answer: AlertPage };
  /** How many alerts a filter finds in each state, counted up to 1000 */
  'GET /alerts/counts': { query: AlertCountQuery; answer: AlertCounts };
  /** Alerts that come back again and again, by item and condition, the most frequent first */
  'GET /alerts/recurring': { query: RecurringQuery; answer: RecurringAlerts };
  /** One alert, why it is where it is, and when it was raised */
  'GET /alerts/{id}': { params: { id: string }; answer: AlertView };
  /** Say that somebody has seen it; its source is told where it can be */
  'POST /alerts/{id}/acknowledge': { params: { id: string }; body: WorkAlert; answer: AlertView };
  /** Say that it is over and done with; where it lasts, its source is asked to end it */
  'POST /alerts/{id}/close': { params: { id: string }; body: WorkAlert; answer: AlertView };
  /** Make a ticket of it */
  'POST /alerts/{id}/ticket': { params: { id: string }; answer: AlertView };
  /** Say which other alert explains it, or that none does */
  'PUT /alerts/{id}/cause': { params: { id: string }; body: CorrelateAlert; answer: AlertView };
  /** Say whose an alert is of which nobody knew; its ticket goes along */
  'POST /alerts/{id}/client': { params: { id: string }; body: GiveAlert; answer: AlertView };
  /** Rules about alerts, nearest place first, in the order in which they are asked */
  'GET /alert-rules': { answer: AlertRules };
  /** Begin a rule as a draft */
  'POST /alert-rules': { body: CreateAlertRule; answer: { id: string } };
  /** What a rule would have decided otherwise about the alerts heard of late; changes nothing */
  'POST /alert-rules/simulate': { body: SimulateAlertRule; answer: AlertSimulation };
  /** A rule about alerts */
  'GET /alert-rules/{id}': { params: { id: string }; answer: AlertRuleView };
  /** Every version of a rule, newest first */
  'GET /alert-rules/{id}/versions': { params: { id: string }; answer: AlertRuleVersions };
  /** Change name, place in the order, or draft */
  'PATCH /alert-rules/{id}': { params: { id: string }; body: SaveAlertRule; answer: AlertRuleView };
  /** Put the draft in force */
  'POST /alert-rules/{id}/publish': { params: { id: string }; body: PublishRule; answer: AlertRuleView };
  /** Take a rule out of force; it stays as a draft */
  'POST /alert-rules/{id}/withdraw': { params: { id: string }; body: PublishRule; answer: AlertRuleView };
  /** Throw a rule away */
  'DELETE /alert-rules/{id}': { params: { id: string }; answer: null };
  /** Maintenance windows, freezes and blackouts, nearest place first */
  'GET /change-periods': { query: PeriodQuery; answer: Periods };
  /** Make a maintenance window, freeze or blackout: once, or again and again by the clocks of a zone */
  'POST /change-periods': { body: CreatePeriod; answer: { id: string } };
  /** A maintenance window, freeze or blackout */
  'GET /change-periods/{id}': { params: { id: string }; answer: PeriodView };
  /** Change when a period is and what it is for */
  'PATCH /change-periods/{id}': { params: { id: string }; body: SavePeriod; answer: PeriodView };
  /** Throw a period away */
  'DELETE /change-periods/{id}': { params: { id: string }; answer: null };
  /** Changes with what they collide with, windows, freezes, blackouts and who is on call between two instants */
  'GET /change-calendar': { query: CalendarQuery; answer: ChangeCalendar };
  /** What a change collides with when it is planned, or in another window, and when there is room for it */
  'GET /changes/{idOrKey}/collisions': { params: TicketRef; query: CollisionQuery; answer: Collisions };
  /** Let a change go on in spite of what holds it back now, for a reason that is recorded */
  'POST /changes/{idOrKey}/overrides': { params: TicketRef; body: OverrideCollisions; answer: Collisions };
  /** Boards that decide about changes, with their people and meetings */
  'GET /cab-boards': { answer: Boards };
  /** Make a board: a team, how many have to be there, and when it meets */
  'POST /cab-boards': { body: SaveBoard; answer: { id: string } };
  /** Change a board */
  'PUT /cab-boards/{boardId}': { params: { boardId: string }; body: SaveBoard; answer: { id: string } };
  /** Plan a meeting: at an instant, or when the board meets next */
  'POST /cab-boards/{boardId}/meetings': { params: { boardId: string }; body: PlanMeeting; answer: { id: string } };
  /** A meeting: who is there, and its agenda, the riskiest first */
  'GET /cab-meetings/{meetingId}': { params: { meetingId: string }; answer: MeetingView };
  /** Move a meeting, call it off, or divide its time among the changes */
  'PATCH /cab-meetings/{meetingId}': { params: { meetingId: string }; body: SaveMeeting; answer: MeetingView };
  /** Open a meeting */
  'POST /cab-meetings/{meetingId}/begin': { params: { meetingId: string }; answer: MeetingView };
  /** End a meeting: its minutes stand with the changes, and the next one is planned */
  'POST /cab-meetings/{meetingId}/close': { params: { meetingId: string }; answer: MeetingView };
  /** Say whether somebody is there */
  'PUT /cab-meetings/{meetingId}/presence': { params: { meetingId: string }; body: SetPresence; answer: MeetingView };
  /** Run the timer of a change, write its minutes, or put it off */
  'PATCH /cab-meetings/{meetingId}/agenda/{changeId}': { params: { meetingId: string; changeId: string }; body: WorkItem; answer: MeetingView };
  /** Ask whoever is not there for their vote by a mail with a link; nobody twice */
  'POST /cab-meetings/{meetingId}/agenda/{changeId}/ask-absent': { params: { meetingId: string; changeId: string }; answer: MeetingView };
  /** Write down the vote of somebody who is there */
  'POST /cab-meetings/{meetingId}/agenda/{changeId}/votes': { params: { meetingId: string; changeId: string }; body: RecordVote; answer: MeetingView };
  /** Whether calendar programs may read what is mine: changes, shifts on call, board meetings */
  'GET /me/calendar-feed': { answer: MyFeed };
  /** Make the address of my calendar, shown this once; one made before ends */
  'POST /me/calendar-feed': { answer: FeedMade };
  /** Take the address of my calendar back */
  'DELETE /me/calendar-feed': { answer: null };
  /** The addresses under which a client’s calendar of changes is read */
  'GET /clients/{id}/calendar-feeds': { params: { id: string }; answer: { items: ClientFeed[] } };
  /** Make an address under which a client’s calendar of changes is read, shown this once */
  'POST /clients/{id}/calendar-feeds': { params: { id: string }; body: MakeContact; answer: FeedMade };
  /** Take an address of a client’s calendar back */
  'DELETE /clients/{id}/calendar-feeds/{feedId}': { params: { id: string; feedId: string }; answer: null };
  /** Value streams, in their order */
  'GET /value-streams': { answer: ValueStreams };
  /** Begin a value stream as a draft */
  'POST /value-streams': { body: CreateValueStream; answer: { id: string } };
  /** How work would be seen to flow with other steps; changes nothing */
  'POST /value-streams/simulate': { body: SimulateValueStream; answer: StreamSimulation };
  /** A value stream */
  'GET /value-streams/{id}': { params: { id: string }; answer: ValueStreamView };
  /** Every version of a value stream, newest first */
  'GET /value-streams/{id}/versions': { params: { id: string }; answer: { items: ValueStreamVersion[] } };
  /** How work flowed through a value stream in a period: waits with their causes, touch, and the main delay */
  'GET /value-streams/{id}/flow': { params: { id: string }; query: FlowQuery; answer: StreamFlow };
  /** The tickets behind a figure of a value stream, those that waited longest first */
  'GET /value-streams/{id}/tickets': { params: { id: string }; query: FlowTicketQuery; answer: FlowTickets };
  /** Change name, place or draft of a value stream */
  'PATCH /value-streams/{id}': { params: { id: string }; body: SaveValueStream; answer: ValueStreamView };
  /** Put the draft in force, and work out the past by it */
  'POST /value-streams/{id}/publish': { params: { id: string }; body: PublishRule; answer: ValueStreamView };
  /** Take a value stream out of force */
  'POST /value-streams/{id}/withdraw': { params: { id: string }; body: PublishRule; answer: ValueStreamView };
  /** Throw away a value stream that is not in force */
  'DELETE /value-streams/{id}': { params: { id: string }; answer: null };
  /** The register of improvements, what changed last first */
  'GET /improvements': { query: ImprovementQuery; answer: ImprovementPage };
  /** Write down an idea for an improvement */
  'POST /improvements': { body: CreateImprovement; answer: { id: string } };
  /** Improvements that change something, came from it or are measured of it; those that go on first */
  'GET /improvements/about': { query: ImprovementAbout; answer: { items: ImprovementRow[] } };
  /** An improvement with its baseline, its readings, and what they say */
  'GET /improvements/{id}': { params: { id: string }; answer: ImprovementView };
  /** Change an improvement, or where it stands */
  'PATCH /improvements/{id}': { params: { id: string }; body: SaveImprovement; answer: ImprovementView };
  /** Take the baseline from a period; one that is taken again begins anew */
  'POST /improvements/{id}/baseline': { params: { id: string }; body: MeasureImprovement; answer: ImprovementView };
  /** Measure how it is now, and hold it against the baseline */
  'POST /improvements/{id}/readings': { params: { id: string }; body: MeasureImprovement; answer: ImprovementView };
  /** Items of the estate, by name unless another order is asked for */
  'GET /items': { query: ItemQuery; answer: EstateItemPage };
  /** How many items a filter finds, counted up to 1000 */
  'GET /items/count': { query: ItemFilter; answer: Counted };
  /** The items that a filter finds as a table of comma-separated values, at most 10,000 */
  'GET /items/table': { query: ItemTableQuery; answer: ItemsTable };
  /** Add an item by hand */
  'POST /items': { body: CreateEstateItem; answer: { id: string } };
  /** Set state, site or owner of many items; what one refuses leaves the others alone */
  'POST /items/changes': { body: ChangeItems; answer: ChangedItems };
  /** What lies in stock or is on order, by class, client and site */
  'GET /item-stock': { query: RateQuery; answer: Stock };
  /** One item: what holds, and who says so */
  'GET /items/{id}': { params: { id: string }; answer: EstateItemView };
  /** Change an item by hand; null for an attribute lets the other sources say it again */
  'PATCH /items/{id}': { params: { id: string }; body: UpdateEstateItem; answer: EstateItemView };
  /** What happened to an item, each change with its source, the latest first */
  'GET /items/{id}/history': { params: { id: string }; query: HistoryQuery; answer: ItemHistory };
  /** What is installed on an item */
  'GET /items/{id}/software': { params: { id: string }; query: SoftwareQuery; answer: SoftwarePage };
  /** The tickets that are about an item */
  'GET /items/{id}/tickets': { params: { id: string }; answer: ItemTickets };
  /** What is hurt if an item fails, or what it needs itself, at any depth */
  'GET /items/{id}/impact': { params: { id: string }; query: ImpactQuery; answer: Impact };
  /** A client’s services and what they stand on */
  'GET /clients/{id}/service-map': { params: { id: string }; answer: ServiceMap };
  /** What relations there are and what they mean */
  'GET /relation-kinds': { answer: RelationKinds };
  /** Say how one item hangs on another */
  'POST /item-relations': { body: CreateRelation; answer: { id: string } };
  /** Take a relation away */
  'DELETE /item-relations/{id}': { params: { id: string }; answer: null };
  /** What a ticket is about: devices and other items */
  'GET /tickets/{idOrKey}/items': { params: TicketRef; answer: TicketItems };
  /** Say that a ticket is about an item of its client */
  'POST /tickets/{idOrKey}/items': { params: TicketRef; body: BeginRemote; answer: null };
  /** Note in a ticket that a remote session with one of its devices begins, and say by which address */
  'POST /tickets/{idOrKey}/remote-sessions': { params: TicketRef; body: BeginRemote; answer: HookAddress };
  /** Say that a ticket is not about an item after all */
  'DELETE /tickets/{idOrKey}/items/{itemId}': { params: { idOrKey: string; itemId: string }; answer: null };
  /** The classes of items, with what each inherits */
  'GET /item-classes': { answer: ClassList };
  /** Add a class below another */
  'POST /item-classes': { body: CreateClass; answer: ClassList };
  /** Change a class and its attributes */
  'PATCH /item-classes/{key}': { params: { key: string }; body: UpdateClass; answer: ClassList };
  /** Items that may be one, the latest first */
  'GET /item-duplicates': { query: DuplicateQuery; answer: DuplicatePage };
  /** Say whether two items are one */
  'POST /item-duplicates/{id}/decision': { params: { id: string }; body: DecideDuplicate; answer: null };
  /** Take a joining back: both are there again, each with its own */
  'DELETE /item-duplicates/{id}/decision': { params: { id: string }; answer: null };
  /** Join another item with this one; what it was stays as the history of both */
  'POST /items/{id}/join': { params: { id: string }; body: JoinItems; answer: { /** By what it is taken back */ id: string } };
  /** What ends when: warranties, certificates, domains, licences, contracts */
  'GET /item-ends': { query: ExpiryQuery; answer: ExpiryPage };
  /** What licences entitle to, against what is installed */
  'GET /licence-positions': { query: RateQuery; answer: LicencePositions };
  /** How many items of each class a client has */
  'GET /clients/{id}/item-counts': { params: { id: string }; answer: ItemCounts };
  /** How a client’s estate stood, as it was kept */
  'GET /clients/{id}/baselines': { params: { id: string }; answer: BaselineList };
  /** Keep how a client’s estate stands now */
  'POST /clients/{id}/baselines': { params: { id: string }; body: MakeContact; answer: { id: string } };
  /** What differs between a baseline and now */
  'GET /baselines/{id}/drift': { params: { id: string }; answer: Drift };
  /** Throw a baseline away */
  'DELETE /baselines/{id}': { params: { id: string }; answer: null };
  /** Clocks that fall due within some hours, that are missed, and that wait */
  'GET /service-levels/board': { query: BoardQuery; answer: SlaBoard };
  /** Service level policies and what is in force of each */
  'GET /service-levels/policies': { answer: { items: PolicyView[] } };
  /** Begin a policy as a draft */
  'POST /service-levels/policies': { body: CreatePolicy; answer: { id: string } };
  /** A policy */
  'GET /service-levels/policies/{id}': { params: { id: string }; answer: PolicyView };
  /** Change the name or the draft of a policy; what is in force stays */
  'PATCH /service-levels/policies/{id}': { params: { id: string }; body: SavePolicy; answer: null };
  /** Every version of a policy, newest first */
  'GET /service-levels/policies/{id}/versions': { params: { id: string }; answer: { items: PolicyVersionView[] } };
  /** How many open tickets a policy reaches */
  'GET /service-levels/policies/{id}/reach': { params: { id: string }; answer: PolicyReach };
  /** Put a policy in force as its next version; the answer says what is in force now and what is scheduled next */
  'POST /service-levels/policies/{id}/publish': { params: { id: string }; body: PublishPolicy; answer: PolicyView };
  /** End a policy: what lies above it holds again */
  'POST /service-levels/policies/{id}/withdraw': { params: { id: string }; body: WithdrawPolicy; answer: PolicyView };
  /** What a client, a group or the provider promises, and where each target comes from */
  'GET /service-levels/promised': { query: { kind?: 'incident' | 'request' | 'problem' | 'change' | 'task'; clientId?: string; groupId?: string; /** Instead of a place: what holds where this policy says nothing */ abovePolicyId?: string }; answer: PromisedView };
  /** Calendars that policies may count by */
  'GET /service-levels/calendars': { answer: { items: SlaCalendarView[] } };
  /** Add a calendar */
  'POST /service-levels/calendars': { body: CreateSlaCalendar; answer: { id: string } };
  /** Whom other hours of a calendar would reach now; nothing is changed */
  'POST /service-levels/calendars/{id}/reach': { params: { id: string }; body: { terms: SlaCalendarTerms }; answer: CalendarReach };
  /** Change a calendar; clocks that run by it are re-based */
  'PATCH /service-levels/calendars/{id}': { params: { id: string }; body: UpdateSlaCalendar; answer: null };
  /** My simulations, newest first */
  'GET /service-levels/simulations': { answer: { items: SimulationSummary[] } };
  /** Judge the tickets of the last 12 months by a draft, in the background; nothing is published */
  'POST /service-levels/simulations': { body: StartSimulation; answer: { id: string } };
  /** How far one of my simulations is, and what came of it */
  'GET /service-levels/simulations/{id}': { params: { id: string }; answer: SimulationView };
  /** The tickets that would come out otherwise */
  'GET /service-levels/simulations/{id}/flips': { params: { id: string }; query: FlipQuery; answer: { items: SimulationFlip[]; nextCursor: string | null } };
  /** Throw one of my simulations away */
  'DELETE /service-levels/simulations/{id}': { params: { id: string }; answer: null };
  /** How promises were kept in the last days, by target and client, and where the time of those missed went */
  'GET /service-levels/kept': { query: SlaOverviewQuery; answer: SlaOverview };
  /** How a client’s service levels were kept in a period, and what was promised */
  'GET /clients/{id}/service-levels': { params: { id: string }; query: SlaReportQuery; answer: SlaReport };
  /** What a client was promised and did not get in a period, each with why */
  'GET /clients/{id}/service-levels/missed': { params: { id: string }; query: MissedQuery; answer: { items: MissedPromise[]; nextCursor: string | null } };
  /** On-call schedules, with who is on call now and the next time that nobody is */
  'GET /on-call/schedules': { answer: { items: ScheduleRow[] } };
  /** Make an on-call schedule */
  'POST /on-call/schedules': { body: CreateSchedule; answer: { id: string } };
  /** One schedule, with its rotations and the overrides that are not over */
  'GET /on-call/schedules/{id}': { params: { id: string }; answer: ScheduleView };
  /** Change a schedule */
  'PATCH /on-call/schedules/{id}': { params: { id: string }; body: UpdateSchedule; answer: null };
  /** Throw a schedule away; refused while an escalation path calls it */
  'DELETE /on-call/schedules/{id}': { params: { id: string }; answer: null };
  /** Who is on call between two instants, where nobody is, and each rotation by itself */
  'GET /on-call/schedules/{id}/shifts': { params: { id: string }; query: ShiftsQuery; answer: ShiftsView };
  /** Put somebody on call for a while: oneself, or another in one’s own time; anybody with the right to manage settings */
  'POST /on-call/schedules/{id}/overrides': { params: { id: string }; body: AddOverride; answer: { id: string } };
  /** Take an override away; the rotations count again */
  'DELETE /on-call/schedules/{id}/overrides/{overrideId}': { params: { id: string; overrideId: string }; answer: null };
  /** Who is on call now, for each schedule */
  'GET /on-call/now': { answer: { items: NowRow[] } };
  /** When I am on call in the next four weeks */
  'GET /me/on-call': { answer: { items: MyShift[] } };
  /** Who was called for a ticket, and what came of it */
  'GET /tickets/{idOrKey}/pages': { params: TicketRef; answer: { items: PageView[] } };
  /** Call people for a ticket until somebody acknowledges; a page that is open on the same path stays the only one */
  'POST /tickets/{idOrKey}/pages': { params: TicketRef; body: StartPage; answer: PageView };
  /** Say that somebody has it in hand: nobody is called any more */
  'POST /pages/{id}/acknowledge': { params: { id: string }; answer: PageView };
  /** Pages of all tickets, newest first, of one state or of all */
  'GET /pages': { query: PagesQuery; answer: PagesPage };
  /** Escalation paths, with whom they call and where they are used */
  'GET /escalation-paths': { answer: { items: PathView[] } };
  /** Make an escalation path */
  'POST /escalation-paths': { body: CreatePath; answer: { id: string } };
  /** One escalation path */
  'GET /escalation-paths/{id}': { params: { id: string }; answer: PathView };
  /** Change an escalation path; pages that are open keep it as it was */
  'PATCH /escalation-paths/{id}': { params: { id: string }; body: UpdatePath; answer: null };
  /** Throw an escalation path away; refused while it is in use */
  'DELETE /escalation-paths/{id}': { params: { id: string }; answer: null };
  /** A link that signs this contact in to the portal, once, within 15 minutes */
  'POST /contacts/{id}/sign-in-link': { params: { id: string }; answer: { url: string; expiresAt: string } };
  /** Which ways there are into the portal, or into the one of the client whose address it is */
  'GET /portal/sign-in': { query: PortalQuery; answer: PortalSignIn };
  /** Ask for a mail with a link and a code to sign in; the answer is the same whether or not the address is known */
  'POST /portal/sign-in-mails': { body: AskSignInMail; answer: null };
  /** Ask for a mail with a link, good for an hour, to choose a password; the answer is the same whether or not the address is known */
  'POST /portal/password-mails': { body: AskSignInMail; answer: null };
  /** Sign in with the token of a link, the code of a mail in the browser that asked for it, or a password */
  'POST /portal/sessions': { body: EnterPortal; answer: PortalEntry };
  /** How this contact can sign in, and where they are signed in */
  'GET /contacts/{id}/sign-in': { params: { id: string }; answer: ContactSignIn };
  /** Send this contact a mail with a link, good for 72 hours, to choose a password for the portal */
  'POST /contacts/{id}/invitation': { params: { id: string }; answer: null };
  /** Take away this contact’s app codes and recovery codes (a lost phone); they are signed out everywhere */
  'DELETE /contacts/{id}/second-factor': { params: { id: string }; answer: null };
  /** Sign this contact out everywhere */
  'DELETE /contacts/{id}/sessions': { params: { id: string }; answer: null };
  /** My tickets, or my company’s if I look after it, newest change first */
  'GET /portal/tickets': { query: PortalTicketQuery; answer: PortalTicketPage };
  /** One of them, with its conversation */
  'GET /portal/tickets/{idOrKey}': { params: TicketRef; answer: PortalTicket };
  /** Answer; what was resolved opens again */
  'POST /portal/tickets/{idOrKey}/messages': { params: TicketRef; body: PortalReply; answer: { id: string } };
  /** Say that it is solved */
  'POST /portal/tickets/{idOrKey}/confirm': { params: TicketRef; body: ConfirmResolution; answer: PortalOutcome };
  /** Say that it is not solved: it opens again with whoever had it */
  'POST /portal/tickets/{idOrKey}/decline': { params: TicketRef; body: DeclineResolution; answer: PortalOutcome };
  /** Withdraw a request on which work has not begun: nobody decides about it or works on it any more */
  'POST /portal/tickets/{idOrKey}/withdraw': { params: TicketRef; body: WithdrawRequest; answer: PortalOutcome };
  /** Choose the language in which I am spoken to, here and in mail */
  'PUT /portal/language': { body: PortalLanguage; answer: null };
  /** How it stands with the whole company, for whoever looks after it */
  'GET /portal/company': { query: CompanyQuery; answer: CompanyView };
  /** Who got at what is the company’s, newest first, for whoever looks after it */
  'GET /portal/access-log': { query: CompanyQuery; answer: AccessLog };
  /** What I may choose from when I raise a ticket: sites and services */
  'GET /portal/raise-options': { answer: RaiseOptions };
  /** Raise a ticket, for myself or for a colleague */
  'POST /portal/tickets': { body: RaiseTicket; answer: TicketRaised };
  /** Who of my company is told of it besides whoever asked */
  'GET /portal/tickets/{idOrKey}/people': { params: TicketRef; answer: TicketPeople };
  /** Let colleagues follow it; about addresses that nobody knows the service desk decides */
  'POST /portal/tickets/{idOrKey}/people': { params: TicketRef; body: AddPeople; answer: TicketPeople };
  /** Take somebody off it, or myself */
  'DELETE /portal/tickets/{idOrKey}/people/{contactId}': { params: { idOrKey: string; contactId: string }; answer: null };
  /** Where a client’s people find the portal */
  'GET /clients/{id}/portal-address': { params: { id: string }; answer: PortalAddress };
  /** Give a client’s portal a host name of its own, or take it away; for those who see all clients */
  'PUT /clients/{id}/portal-address': { params: { id: string }; body: PutPortalAddress; answer: PortalAddress };
  /** Identity providers at which a client’s people sign in */
  'GET /clients/{id}/identity-providers': { params: { id: string }; answer: { items: ClientProviderView[] } };
  /** Let a client’s people sign in at an OpenID Connect provider of theirs; asks it for its metadata first */
  'POST /clients/{id}/identity-providers': { params: { id: string }; body: CreateClientProvider; answer: ClientProviderView };
  /** Change an identity provider of a client; turning it off ends the sessions that began there */
  'PATCH /clients/{id}/identity-providers/{providerId}': { params: { id: string; providerId: string }; body: UpdateClientProvider; answer: ClientProviderView };
  /** Remove an identity provider of a client, with the links of people to it and their sessions */
  'DELETE /clients/{id}/identity-providers/{providerId}': { params: { id: string; providerId: string }; answer: null };
  /** Let a client’s people sign in at a SAML 2.0 provider of theirs; off until it is turned on */
  'POST /clients/{id}/saml-providers': { params: { id: string }; body: CreateSamlProvider; answer: ClientProviderView };
  /** Change a SAML provider of a client; turning it off ends the sessions that began there */
  'PATCH /clients/{id}/saml-providers/{providerId}': { params: { id: string; providerId: string }; body: UpdateSamlProvider; answer: ClientProviderView };
  /** Read the metadata of a SAML provider: its entity id, where it signs people on, its certificates */
  'POST /clients/{id}/saml-providers/metadata': { params: { id: string }; body: { xml: string }; answer: SamlMetadata };
  /** Try a SAML provider out: send the browser to the answer’s url; what it says is shown as its last answer, nobody is signed in */
  'POST /clients/{id}/saml-providers/{providerId}/trials': { params: { id: string; providerId: string }; answer: GoTo };
  /** At which identity providers of the client somebody has signed in */
  'GET /contacts/{id}/identities': { params: { id: string }; answer: ContactIdentities };
  /** Forget who somebody is at the client’s identity providers: whoever has their address next is linked anew */
  'DELETE /contacts/{id}/identities': { params: { id: string }; answer: null };
  /** Begin to sign in to the portal at a client’s identity provider; send the browser to the answer’s url */
  'POST /portal/sign-in/oidc/{id}': { params: { id: string }; answer: GoTo };
  /** Where a client’s identity provider sends the browser back to; ends on a page of the portal */
  'GET /portal/sign-in/oidc/{id}/callback': { params: { id: string }; query: { [key: string]: unknown }; answer: null };
  /** Begin to sign in to the portal at a client’s SAML provider; send the browser to the answer’s url */
  'POST /portal/sign-in/saml/{id}': { params: { id: string }; answer: GoTo };
  /** Where a client’s SAML provider makes the browser post its answer to (assertion consumer service); goes on by a GET */
  'POST /portal/sign-in/saml/{id}/acs': { params: { id: string }; body: { SAMLResponse: string; RelayState: string; [key: string]: unknown }; answer: null };
  /** Where the browser that began to sign in at a SAML provider is signed in; ends on a page of the portal */
  'GET /portal/sign-in/saml/{id}/finish': { params: { id: string }; query: { handle: string }; answer: null };
  /** What Fettle is to a client’s SAML provider, as metadata (XML) */
  'GET /portal/sign-in/saml/{id}/metadata': { params: { id: string }; answer: unknown };
  /** How the portal looks: to a client’s person their own, to others that of the address, else the provider’s */
  'GET /public/portal': { query: PortalQuery; answer: PortalBrand };
  /** The logo of the portal */
  'GET /public/portal/logo': { query: PortalPartQuery; answer: unknown };
  /** The icon of the portal, or the initials of its name */
  'GET /public/portal/icon': { query: PortalPartQuery; answer: unknown };
  /** The same for a phone, which cuts it into a shape of its own */
  'GET /public/portal/maskable-icon': { query: PortalPartQuery; answer: unknown };
  /** The manifest by which a phone installs the portal as an app */
  'GET /public/portal/manifest': { query: PortalPartQuery; answer: unknown };
  /** Upload a logo or icon (multipart, field "file": PNG, JPEG, WebP or SVG) for a client’s portal, or for everybody’s */
  'POST /portal-images': { query: RateQuery; answer: PortalPicture };
  /** The bytes of such a picture */
  'GET /portal-images/{id}': { params: { id: string }; answer: unknown };
  /** Clients by name */
  'GET /clients': { query: ClientQuery; answer: ClientPage };
  /** Take on a client */
  'POST /clients': { body: CreateClient; answer: ClientView };
  /** One client */
  'GET /clients/{id}': { params: { id: string }; answer: ClientView };
  /** The whole relation with a client at a glance */
  'GET /clients/{id}/overview': { params: { id: string }; answer: ClientOverview };
  /** Change a client */
  'PATCH /clients/{id}': { params: { id: string }; body: UpdateClient; answer: ClientView };
  /** Say which services a client consumes */
  'PUT /clients/{id}/services': { params: { id: string }; body: { serviceIds: string[] }; answer: null };
  /** A client’s sites */
  'GET /clients/{id}/sites': { params: { id: string }; answer: { items: SiteView[] } };
  /** Add a site */
  'POST /clients/{id}/sites': { params: { id: string }; body: CreateSite; answer: { id: string } };
  /** Change a site */
  'PATCH /clients/{id}/sites/{siteId}': { params: { id: string; siteId: string }; body: UpdateSite; answer: null };
  /** Groups of clients */
  'GET /client-groups': { answer: { items: GroupView[] } };
  /** Make a group of clients */
  'POST /client-groups': { body: CreateGroup; answer: { id: string } };
  /** Rename or describe a group of clients */
  'PATCH /client-groups/{id}': { params: { id: string }; body: UpdateGroup; answer: null };
  /** Take an empty group away */
  'DELETE /client-groups/{id}': { params: { id: string }; answer: null };
  /** What happened between us and a client, newest first */
  'GET /clients/{id}/timeline': { params: { id: string }; query: { limit?: number; cursor?: string }; answer: ClientEventPage };
  /** People of clients by name, e-mail or phone */
  'GET /contacts': { query: ContactQuery; answer: ContactPage };
  /** Add a person to a client */
  'POST /contacts': { body: CreateContact; answer: ContactView };
  /** A person’s card */
  'GET /contacts/{id}': { params: { id: string }; answer: ContactCard };
  /** Change a person */
  'PATCH /contacts/{id}': { params: { id: string }; body: UpdateContact; answer: ContactView };
  /** Time worked on a ticket, newest first */
  'GET /tickets/{idOrKey}/time': { params: TicketRef; answer: { items: TimeEntryView[] } };
  /** Record time worked on a ticket */
  'POST /tickets/{idOrKey}/time': { params: TicketRef; body: AddTime; answer: { id: string } };
  /** A timesheet: what a person recorded on some days, with what overlaps */
  'GET /time': { query: SheetQuery; answer: Sheet };
  /** Change recorded time that is not approved */
  'PATCH /time/{id}': { params: { id: string }; body: EditTime; answer: TimeEntryView };
  /** Take recorded time away that is not approved */
  'DELETE /time/{id}': { params: { id: string }; answer: null };
  /** Hand in what I recorded on some days: time, and expenses that have their receipts */
  'POST /time/submit': { body: SlaReportQuery; answer: HandedIn };
  /** Take back time and expenses that I submitted and nobody has decided about */
  'POST /time/take-back': { body: SlaReportQuery; answer: HandedIn };
  /** What everybody recorded on some days, by where it stands, and how long after the work */
  'GET /time/people': { query: SlaReportQuery; answer: { items: SheetOfPerson[] } };
  /** How many hours everybody had by week or month, and what of them was recorded, billable and billed */
  'GET /time/utilisation': { query: UtilisationQuery; answer: { items: Utilisation[] } };
  /** Who has time of some age that is not submitted, or that nobody has approved */
  'GET /time/owed': { query: OwedQuery; answer: { items: TimeOwed[] } };
  /** Remind people of time that they have not submitted, each once a day */
  'POST /time/owed/remind': { body: RemindOwners; answer: Reminded };
  /** Approve submitted time, or return it with a reason */
  'POST /time/decide': { body: DecideTime; answer: TimeSum };
  /** My timers, the one that runs first */
  'GET /me/timers': { answer: { items: TimerView[] } };
  /** Start my timer on a ticket, or let it go on; another that runs is paused */
  'POST /tickets/{idOrKey}/timer': { params: TicketRef; answer: { id: string } };
  /** Pause a timer, let it go on, or keep a note beside it */
  'PATCH /me/timers/{id}': { params: { id: string }; body: SaveTimer; answer: { items: TimerView[] } };
  /** Stop a timer and record what it ran */
  'POST /me/timers/{id}/stop': { params: { id: string }; body: StopTimer; answer: { id: string } };
  /** Throw a timer away with what it ran */
  'DELETE /me/timers/{id}': { params: { id: string }; answer: null };
  /** What I seem to have worked on a day and have not recorded; nobody else sees it */
  'GET /me/time-drafts': { query: { day: string }; answer: { items: TimeDraft[] } };
  /** Record a draft, as it is or changed */
  'POST /me/time-drafts/confirm': { body: ConfirmDraft; answer: { id: string } };
  /** Say that a draft was no work to record */
  'POST /me/time-drafts/refuse': { body: DraftRef; answer: null };
  /** Kinds of work, in the order in which they are offered */
  'GET /work-types': { answer: { items: WorkTypeView[] } };
  /** Add a kind of work */
  'POST /work-types': { body: CreateWorkType; answer: { id: string } };
  /** Change a kind of work, or take it out of use */
  'PATCH /work-types/{id}': { params: { id: string }; body: SaveWorkType; answer: null };
  /** Expenses on a ticket, newest first */
  'GET /tickets/{idOrKey}/expenses': { params: TicketRef; answer: { items: ExpenseView[] } };
  /** My expenses, or for those who approve time anybody’s: by day, by where they stand, and what is to be paid back */
  'GET /expenses': { query: ExpenseQuery; answer: { items: ExpenseView[] } };
  /** Record an expense or a trip for a client, on a ticket or without one */
  'POST /expenses': { body: AddExpense; answer: { id: string } };
  /** Change an expense that is not approved */
  'PATCH /expenses/{id}': { params: { id: string }; body: EditExpense; answer: ExpenseView };
  /** Take an expense away that is not approved, with its receipts */
  'DELETE /expenses/{id}': { params: { id: string }; answer: null };
  /** Approve submitted expenses, which charges what clients are charged for, or return them with a reason */
  'POST /expenses/decide': { body: DecideExpenses; answer: ExpenseSum };
  /** Say when people had back what they paid themselves, or that they had not */
  'POST /expenses/pay-back': { body: PayBack; answer: ExpenseSum };
  /** Kinds of expense, in the order in which they are offered, and the currency of a client or of the firm */
  'GET /expense-kinds': { query: RateQuery; answer: { items: ExpenseKindView[]; currency: string } };
  /** Add a kind of expense: an amount, or a unit with a price */
  'POST /expense-kinds': { body: CreateExpenseKind; answer: { id: string } };
  /** Change a kind of expense, or take it out of use */
  'PATCH /expense-kinds/{id}': { params: { id: string }; body: SaveExpenseKind; answer: null };
  /** Add a receipt (multipart, field "file": a picture or a PDF) to an expense that is not approved */
  'POST /expenses/{id}/receipts': { params: { id: string }; answer: ReceiptView };
  /** The bytes of a receipt: of one’s own, of what is on a ticket, or for those who approve time anybody’s */
  'GET /expense-receipts/{id}': { params: { id: string }; answer: unknown };
  /** Take a receipt off an expense that is not approved */
  'DELETE /expense-receipts/{id}': { params: { id: string }; answer: null };
  /** Contracts, by client */
  'GET /contracts': { query: ContractQuery; answer: { items: ContractRow[] } };
  /** Draft a contract */
  'POST /contracts': { body: CreateContract; answer: { id: string } };
  /** A contract with its lines */
  'GET /contracts/{id}': { params: { id: string }; answer: ContractView };
  /** Change a contract, make a draft active, or end it */
  'PATCH /contracts/{id}': { params: { id: string }; body: SaveContract; answer: ContractView };
  /** Add a line to a contract */
  'POST /contracts/{id}/lines': { params: { id: string }; body: AddLine; answer: { id: string } };
  /** Change a line of a contract, or say when it ends */
  'PATCH /contracts/{id}/lines/{lineId}': { params: { id: string; lineId: string }; body: SaveLine; answer: ContractView };
  /** Say how many at which price a line has from a day on */
  'PUT /contracts/{id}/lines/{lineId}/terms': { params: { id: string; lineId: string }; body: SetTerms; answer: ContractView };
  /** Take a line out of a draft */
  'DELETE /contracts/{id}/lines/{lineId}': { params: { id: string; lineId: string }; answer: null };
  /** Tax rates */
  'GET /tax-rates': { answer: { items: TaxRateView[] } };
  /** Add a tax rate */
  'POST /tax-rates': { body: CreateTaxRate; answer: { id: string } };
  /** Change a tax rate, or take it out of use */
  'PATCH /tax-rates/{id}': { params: { id: string }; body: SaveTaxRate; answer: null };
  /** What an hour of work costs: for everybody, and for clients */
  'GET /rates': { query: RateQuery; answer: { items: RateView[] } };
  /** Add a rate */
  'POST /rates': { body: CreateRate; answer: { id: string } };
  /** Change a rate */
  'PATCH /rates/{id}': { params: { id: string }; body: SaveRate; answer: null };
  /** Take a rate away */
  'DELETE /rates/{id}': { params: { id: string }; answer: null };
  /** What is charged once and not billed yet */
  'GET /charges': { query: RateQuery; answer: { items: ChargeView[] } };
  /** Charge or credit something once */
  'POST /charges': { body: CreateCharge; answer: { id: string } };
  /** Change what is charged once */
  'PATCH /charges/{id}': { params: { id: string }; body: SaveCharge; answer: null };
  /** Take away what is charged once */
  'DELETE /charges/{id}': { params: { id: string }; answer: null };
  /** Who a client is on an invoice */
  'GET /clients/{id}/billing': { params: { id: string }; answer: ClientBillingView };
  /** Say who a client is on an invoice */
  'PUT /clients/{id}/billing': { params: { id: string }; body: SaveClientBilling; answer: ClientBillingView };
  /** Templates of contracts */
  'GET /contract-templates': { query: ContractTemplateQuery; answer: { items: ContractTemplateRow[] } };
  /** Add a template of contracts */
  'POST /contract-templates': { body: CreateContractTemplate; answer: { id: string } };
  /** A template with its lines */
  'GET /contract-templates/{id}': { params: { id: string }; answer: ContractTemplateView };
  /** Change a template */
  'PATCH /contract-templates/{id}': { params: { id: string }; body: SaveContractTemplate; answer: ContractTemplateView };
  /** How contracts that were made from a template differ from it */
  'GET /contract-templates/{id}/drift': { params: { id: string }; answer: { items: ContractDrift[] } };
  /** Bring lines of a contract in line with its template from a day on */
  'POST /contracts/{id}/align': { params: { id: string }; body: AlignContract; answer: ContractView };
  /** What was counted last at a client by a day: people, items by class, products of vendors; or what is on no contract */
  'GET /counts': { query: CountQuery; answer: { items: CountView[] } };
  /** Count people and items now, where they were not counted today; what was counted stays */
  'POST /counts': { body: RateQuery; answer: { added: number } };
  /** Lines of contracts that are counted: what was counted, what differs, and what that costs */
  'GET /count-variances': { query: VarianceQuery; answer: { items: VarianceView[] } };
  /** Accept what was counted from a day on, set it aside until a day, or keep the difference */
  'POST /count-variances/{lineId}/decision': { params: { lineId: string }; body: DecideVariance; answer: VarianceView };
  /** What vendors sell, as lines of contracts count it */
  'GET /vendor-products': { answer: { items: VendorProductView[] } };
  /** Lists of vendors, the latest first */
  'GET /vendor-lists': { answer: { items: VendorListRow[] } };
  /** A list of a vendor with its rows */
  'GET /vendor-lists/{id}': { params: { id: string }; answer: VendorListView };
  /** What a list of a vendor says, and what is wrong with which line; nothing is kept */
  'POST /vendor-lists/preview': { body: ImportVendorList; answer: VendorListPreview };
  /** Take a list of a vendor, all of it or nothing; the same file for the same day is taken once */
  'POST /vendor-lists': { body: ImportVendorList; answer: VendorListTaken };
  /** What vendors call clients and products, first what nobody has mapped yet */
  'GET /vendor-names': { answer: { items: VendorNameView[] } };
  /** Say once whose or what a name of a vendor is; the list that counts is counted anew */
  'PUT /vendor-names': { body: MapVendorName; answer: null };
  /** What a client would be billed by any day, with what each amount comes of; changes nothing */
  'GET /billing-preview': { query: PreviewQuery; answer: { items: Bill[] } };
  /** Runs of billing, newest first */
  'GET /billing-runs': { answer: { items: RunRow[] } };
  /** Begin a run of billing */
  'POST /billing-runs': { body: CreateRun; answer: { id: string } };
  /** A run: the bill of each client, whether it is ready, and why not */
  'GET /billing-runs/{id}': { params: { id: string }; answer: RunView };
  /** Issue the bills of clients in a run; what is issued already is answered again */
  'POST /billing-runs/{id}/issue': { params: { id: string }; body: IssueRun; answer: Issued };
  /** Close a run: nothing more is issued by it */
  'POST /billing-runs/{id}/close': { params: { id: string }; body: CloseRun; answer: RunView };
  /** Invoices and credits, newest first */
  'GET /invoices': { query: InvoiceQuery; answer: InvoicePage };
  /** Invoices and credits of a run or of some days as comma-separated values for Xero, MYOB or QuickBooks */
  'GET /invoices/table': { query: InvoiceTableQuery; answer: InvoiceTable };
  /** An invoice with its lines, what each came of, and what settled it */
  'GET /invoices/{id}': { params: { id: string }; answer: InvoiceView };
  /** An invoice as a PDF */
  'GET /invoices/{id}/pdf': { params: { id: string }; answer: unknown };
  /** Send an invoice or a credit to the client’s address for invoices, also once more */
  'POST /invoices/{id}/mails': { params: { id: string }; answer: InvoiceView };
  /** Record what was paid for an invoice */
  'POST /invoices/{id}/payments': { params: { id: string }; body: AddPayment; answer: InvoiceView };
  /** Credit an invoice, or lines of it */
  'POST /invoices/{id}/credits': { params: { id: string }; body: CreditInvoice; answer: { id: string } };
  /** What contracts take in work on a ticket, what is left of hours, and what each recorded entry came under */
  'GET /tickets/{idOrKey}/coverage': { params: TicketRef; answer: TicketCoverage };
  /** What each entry of a timesheet came under: included, off a block, or charged */
  'GET /time/coverage': { query: SheetQuery; answer: { items: TimeCover[] } };
  /** What my company owes, and what is left of the hours and money that it paid ahead */
  'GET /portal/account': { answer: PortalAccount };
  /** Invoices and credits of my company, newest first */
  'GET /portal/invoices': { query: { limit?: number; cursor?: string }; answer: PortalInvoicePage };
  /** An invoice of my company with its lines, the work in them, and what was paid */
  'GET /portal/invoices/{id}': { params: { id: string }; answer: PortalInvoiceView };
  /** An invoice of my company as a PDF */
  'GET /portal/invoices/{id}/pdf': { params: { id: string }; answer: unknown };
  /** What my company owes today, invoice by invoice, as a PDF */
  'GET /portal/statement/pdf': { answer: unknown };
  /** What clients, or one of them, owe today, by how long it is overdue */
  'GET /receivables': { query: RateQuery; answer: { items: Receivable[] } };
  /** What a client owes today, invoice by invoice, as a PDF in its language */
  'GET /clients/{id}/statement/pdf': { params: { id: string }; answer: unknown };
  /** What an hour of each person costs, from which day on */
  'GET /staff-costs': { answer: { items: StaffCostView[] } };
  /** Say what an hour of somebody costs from a day on */
  'POST /staff-costs': { body: CreateStaffCost; answer: { id: string } };
  /** Take back what somebody costs from a day on */
  'DELETE /staff-costs/{id}': { params: { id: string }; answer: null };
  /** What was earned with each client in some days: what was invoiced less what the work cost */
  'GET /margins': { query: MarginQuery; answer: MarginReport };
  /** Where the money of a client came from in some days, and where the work went */
  'GET /clients/{id}/margin': { params: { id: string }; query: MarginQuery; answer: ClientMarginView };
  /** What each active contract brings a month as it is today, and when it ends */
  'GET /recurring-revenue': { answer: { items: RecurringRow[] } };
  /** How the margin of each active contract went, what this month comes to at its pace, and what is left of blocks */
  'GET /contract-outlooks': { answer: Outlooks };
  /** What the last twelve months would have come to for a client, were a contract otherwise; nothing is written */
  'POST /contracts/{id}/what-if': { params: { id: string }; body: WhatIf; answer: WhatIfView };
  /** The price book: what is sold, and what it costs */
  'GET /products': { query: ProductQuery; answer: { items: ProductView[] } };
  /** Add a product to the price book */
  'POST /products': { body: CreateProduct; answer: { id: string } };
  /** Change a product, what it costs, or whether it is sold */
  'PATCH /products/{id}': { params: { id: string }; body: SaveProduct; answer: null };
  /** What a list of products would add and change, and what is wrong with which line; nothing is kept */
  'POST /price-lists/preview': { body: ImportPriceList; answer: PriceListPreview };
  /** Take a list of products, all of it or nothing */
  'POST /price-lists': { body: ImportPriceList; answer: PriceListTaken };
  /** Projects: what is under way first, by client */
  'GET /projects': { query: ProjectQuery; answer: { items: ProjectRow[] } };
  /** Draft a project */
  'POST /projects': { body: CreateProject; answer: { id: string } };
  /** A project with its phases, tasks and milestones */
  'GET /projects/{id}': { params: { id: string }; answer: ProjectView };
  /** Change a project, or where it stands */
  'PATCH /projects/{id}': { params: { id: string }; body: SaveProject; answer: ProjectView };
  /** What of the budgets of a project is used up, what it will come to, and the work that says so */
  'GET /projects/{id}/burn': { params: { id: string }; answer: ProjectBurn };
  /** Add a phase to a project */
  'POST /projects/{id}/phases': { params: { id: string }; body: CreatePhase; answer: { id: string } };
  /** Rename a phase, or move it to another place */
  'PATCH /projects/{id}/phases/{phaseId}': { params: { id: string; phaseId: string }; body: SavePhase; answer: ProjectView };
  /** Take away a phase without tasks */
  'DELETE /projects/{id}/phases/{phaseId}': { params: { id: string; phaseId: string }; answer: null };
  /** Add a milestone to a project */
  'POST /projects/{id}/milestones': { params: { id: string }; body: CreateMilestone; answer: { id: string } };
  /** Change a milestone */
  'PATCH /projects/{id}/milestones/{milestoneId}': { params: { id: string; milestoneId: string }; body: SaveMilestone; answer: ProjectView };
  /** Take away a milestone that is not reached */
  'DELETE /projects/{id}/milestones/{milestoneId}': { params: { id: string; milestoneId: string }; answer: null };
  /** Say that a milestone is reached, which charges what it costs */
  'POST /projects/{id}/milestones/{milestoneId}/reach': { params: { id: string; milestoneId: string }; body: ReachMilestone; answer: ProjectView };
  /** Take back that a milestone is reached, and what it charged, unless that is billed */
  'POST /projects/{id}/milestones/{milestoneId}/unreach': { params: { id: string; milestoneId: string }; body: CloseRun; answer: ProjectView };
  /** Of which project a ticket is a task, and what is planned for it */
  'GET /tickets/{idOrKey}/project': { params: TicketRef; answer: ProjectOfTicket };
  /** Add a task to a project: a new ticket, or one of its client that is there */
  'POST /projects/{id}/tasks': { params: { id: string }; body: AddTask; answer: { id: string } };
  /** Change what is planned for a task, and of what comes after it on wish */
  'PATCH /projects/{id}/tasks/{ticketId}': { params: { id: string; ticketId: string }; body: SaveTask; answer: ProjectView };
  /** Which tasks a task would push on other days; changes nothing */
  'POST /projects/{id}/tasks/{ticketId}/move-preview': { params: { id: string; ticketId: string }; body: MoveTask; answer: { items: Pushed[] } };
  /** Take a task out of a project; the ticket stays */
  'DELETE /projects/{id}/tasks/{ticketId}': { params: { id: string; ticketId: string }; answer: null };
  /** Templates of projects, by name */
  'GET /project-templates': { answer: { items: ProjectTemplateRow[] } };
  /** Add a template of projects */
  'POST /project-templates': { body: CreateProjectTemplate; answer: { id: string } };
  /** A template of projects with its plan */
  'GET /project-templates/{id}': { params: { id: string }; answer: ProjectTemplateView };
  /** Change a template of projects */
  'PATCH /project-templates/{id}': { params: { id: string }; body: SaveProjectTemplate; answer: ProjectTemplateView };
  /** Throw a template away; projects that were made from it stay */
  'DELETE /project-templates/{id}': { params: { id: string }; answer: null };
  /** Keep how a project is planned as a template */
  'POST /projects/{id}/template': { params: { id: string }; body: KeepAsTemplate; answer: { id: string } };
  /** Projects of my company, what is under way first */
  'GET /portal/projects': { answer: { items: PortalProjectRow[] } };
  /** A project of my company: phases, milestones, and the tasks that I am shown */
  'GET /portal/projects/{id}': { params: { id: string }; answer: PortalProjectView };
  /** Quotes, newest first */
  'GET /quotes': { query: QuoteQuery; answer: QuotePage };
  /** Draft a quote */
  'POST /quotes': { body: CreateQuote; answer: { id: string } };
  /** A quote with its lines, what they cost and bring, who signed it, and what came of it */
  'GET /quotes/{id}': { params: { id: string }; answer: QuoteDetail };
  /** A quote as a PDF, as the client reads it */
  'GET /quotes/{id}/pdf': { params: { id: string }; answer: unknown };
  /** Change a draft of a quote; with lines, all of them */
  'PATCH /quotes/{id}': { params: { id: string }; body: SaveQuote; answer: QuoteDetail };
  /** Throw a draft of a quote away */
  'DELETE /quotes/{id}': { params: { id: string }; answer: null };
  /** Send a quote to its contact, who finds it in the portal; it is not changed from then on */
  'POST /quotes/{id}/send': { params: { id: string }; body: SendQuote; answer: QuoteDetail };
  /** Take back a quote that was sent */
  'POST /quotes/{id}/withdraw': { params: { id: string }; body: CloseRun; answer: QuoteDetail };
  /** Begin the next revision of a quote, which takes its place once it is sent */
  'POST /quotes/{id}/revisions': { params: { id: string }; answer: { id: string } };
  /** What was accepted and is to be bought, and where it is */
  'GET /order-lines': { query: OrderQuery; answer: { items: OrderLineView[] } };
  /** Say where something that is bought is; handed over, it is charged to the client */
  'PATCH /order-lines/{id}': { params: { id: string }; body: SaveOrderLine; answer: null };
  /** Quotes that my company was sent, newest first */
  'GET /portal/quotes': { query: { limit?: number; cursor?: string }; answer: PortalQuotePage };
  /** A quote that my company was sent, with its lines and which of them may be chosen */
  'GET /portal/quotes/{id}': { params: { id: string }; answer: PortalQuoteView };
  /** Accept a quote for my company by signing it, with the options that are chosen */
  'POST /portal/quotes/{id}/accept': { params: { id: string }; body: AcceptQuote; answer: PortalQuoteView };
  /** Decline a quote for my company, and say why */
  'POST /portal/quotes/{id}/decline': { params: { id: string }; body: DeclineQuote; answer: PortalQuoteView };
  /** A quote that my company was sent, as a PDF */
  'GET /portal/quotes/{id}/pdf': { params: { id: string }; answer: unknown };
  /** A contract as a PDF, as the client reads it: as it was sent, else as it is now */
  'GET /contracts/{id}/pdf': { params: { id: string }; answer: unknown };
  /** How a contract that was signed differs from what was signed: lines, rates, multipliers, what is taken in */
  'GET /contracts/{id}/changed-since-signed': { params: { id: string }; answer: { items: SinceSigned[] } };
  /** Who of a client may sign quotes and contracts: those who look after all of it, by name */
  'GET /clients/{id}/signers': { params: { id: string }; answer: { items: Named[] } };
  /** Send a draft to somebody of the client, who signs it in the portal */
  'POST /contracts/{id}/send': { params: { id: string }; body: SendContract; answer: ContractView };
  /** Take a contract back to a draft that was sent and not signed */
  'POST /contracts/{id}/take-back': { params: { id: string }; body: CloseRun; answer: ContractView };
  /** Contracts that my company was sent to sign, newest first */
  'GET /portal/contracts': { answer: { items: PortalContractRow[] } };
  /** A contract that my company was sent, as it was sent */
  'GET /portal/contracts/{id}': { params: { id: string }; answer: PortalContractView };
  /** A contract that my company was sent, as a PDF */
  'GET /portal/contracts/{id}/pdf': { params: { id: string }; answer: unknown };
  /** Sign a contract for my company, as it was sent to me */
  'POST /portal/contracts/{id}/sign': { params: { id: string }; body: SignContract; answer: PortalContractView };
  /** The keys by which agents on a client’s machines report */
  'GET /clients/{id}/enrolment-keys': { params: { id: string }; answer: { items: EnrolmentKeyView[] } };
  /** Make a key for agents on a client’s machines; the answer shows it this once */
  'POST /clients/{id}/enrolment-keys': { params: { id: string }; body: CreateEnrolmentKey; answer: CreatedEnrolmentKey };
  /** End a key: agents that have it are refused from now on */
  'POST /clients/{id}/enrolment-keys/{enrolmentKeyId}/revoke': { params: { id: string; enrolmentKeyId: string }; answer: null };
  /** What the agents of a client’s machines said last, newest first */
  'GET /clients/{id}/agent-reports': { params: { id: string }; query: AgentReportQuery; answer: AgentReportPage };
  /** One report as it was understood: by section the records, by field what was said */
  'GET /clients/{id}/agent-reports/{reportId}': { params: { id: string; reportId: string }; answer: AgentReport };
  /** Teams with their members */
  'GET /teams': { answer: { items: TeamView[] } };
  /** Make a team */
  'POST /teams': { body: CreateTeam; answer: { id: string } };
  /** Change a team and its members */
  'PATCH /teams/{id}': { params: { id: string }; body: UpdateTeam; answer: null };
  /** Services that clients consume */
  'GET /services': { answer: { items: ServiceView[] } };
  /** Add a service */
  'POST /services': { body: CreateService; answer: { id: string } };
  /** Change a service */
  'PATCH /services/{id}': { params: { id: string }; body: UpdateService; answer: null };
  /** The tree of categories, by path */
  'GET /categories': { answer: { items: CategoryView[] } };
  /** Add a category */
  'POST /categories': { body: CreateCategory; answer: { id: string } };
  /** Rename, move or retire a category */
  'PATCH /categories/{id}': { params: { id: string }; body: UpdateCategory; answer: null };
  /** Custom fields of tickets */
  'GET /custom-fields': { answer: { items: CustomFieldView[] } };
  /** Add a custom field; its key and type stay */
  'POST /custom-fields': { body: CreateCustomField; answer: { id: string } };
  /** Change a custom field */
  'PATCH /custom-fields/{id}': { params: { id: string }; body: UpdateCustomField; answer: null };
  /** The lifecycles of all kinds of ticket, and their variants */
  'GET /lifecycles': { answer: { items: LifecycleView[] } };
  /** The statuses of a kind of ticket, or of a variant, and the steps between them */
  'GET /lifecycles/{kind}': { params: { /** A kind of ticket, or a variant of its lifecycle such as change.standard */ kind: string }; answer: LifecycleView };
  /** Change the lifecycle of a kind of ticket, or write a variant of it */
  'PUT /lifecycles/{kind}': { params: { /** A kind of ticket, or a variant of its lifecycle such as change.standard */ kind: string }; body: { version: number | 0; lifecycle: LifecycleShape }; answer: LifecycleView };
  /** Every setting as it is for a client, a group or the provider, and where each value comes from */
  'GET /settings': { query: { clientId?: string; groupId?: string }; answer: { items: SettingView[] } };
  /** Set a setting for the provider, a group or a client */
  'PUT /settings/{key}': { params: { key: string }; body: PutSetting; answer: SettingView };
  /** Go back to the inherited value */
  'DELETE /settings/{key}': { params: { key: string }; query: DropSetting; answer: SettingView };
  /** The clients that a change at a place would reach */
  'GET /settings/{key}/affected': { params: { key: string }; query: SettingPlace; answer: SettingReach };
  /** The practices, and which of them are shown */
  'GET /practices': { answer: Practices };
  /** How much each practice was used within the last 90 days */
  'GET /practice-uses': { answer: PracticeUses };
  /** Show a practice in the workspace, or hide it; nothing that was made with it is lost */
  'PUT /practices/{key}': { params: PracticeParams; body: SwitchPractice; answer: null };
  /** The texts of your own that clients’ people read, and how they read in a language */
  'GET /words': { query: WordsQuery; answer: WordsPage };
  /** Say how one of these texts reads in a language */
  'PUT /words': { body: PutWords; answer: null };
  /** All of them as a table of comma-separated values, to be translated elsewhere */
  'GET /words/table': { query: PortalLanguage; answer: WordsFile };
  /** Take such a table back, all of it or nothing */
  'POST /words/table': { body: ImportWords; answer: WordsImported };
  /** What happened that concerns me, newest first */
  'GET /me/notifications': { query: NotificationQuery; answer: NotificationPage };
  /** Mark my notifications as read: those named, or all */
  'POST /me/notifications/read': { body: ReadNotifications; answer: null };
  /** Which things I am told, in the app and by mail */
  'GET /me/notification-preferences': { answer: NotificationPreferences };
  /** Choose for some kinds of things whether I am told in the app and by mail */
  'PATCH /me/notification-preferences': { body: ChangePreferences; answer: NotificationPreferences };
  /** Where mail comes in, and whether there is trouble; never the passwords */
  'GET /mail/mailboxes': { answer: { items: MailboxView[] } };
  /** Set up a mailbox */
  'POST /mail/mailboxes': { body: NewMailbox; answer: MailboxView };
  /** Change a mailbox; another server, user or folder is looked at anew, from then on */
  'PUT /mail/mailboxes/{id}': { params: { id: string }; body: PutMailbox; answer: MailboxView };
  /** Say from when on mail is taken that lay there before the mailbox was first looked at */
  'POST /mail/mailboxes/{id}/old': { params: { id: string }; body: TakeOld; answer: MailboxView };
  /** Open a mailbox as it is saved, and say what is there or what is in the way; nothing is taken */
  'POST /mail/mailboxes/{id}/test': { params: { id: string }; answer: MailboxTried };
  /** The domains from which a client’s people write */
  'GET /clients/{id}/mail-domains': { params: { id: string }; answer: { items: ClientDomain[] } };
  /** Set them all */
  'PUT /clients/{id}/mail-domains': { params: { id: string }; body: { domains: ClientDomain[] }; answer: { items: ClientDomain[] } };
  /** Who stood on the copy list of the ticket’s mails; they are shown nothing until somebody lets them in */
  'GET /tickets/{idOrKey}/proposed-people': { params: TicketRef; answer: { items: ProposedPerson[] } };
  /** Let one of them follow the ticket, or pass them over */
  'POST /tickets/{idOrKey}/proposed-people': { params: TicketRef; body: { address: string; admit: boolean }; answer: { items: ProposedPerson[] } };
  /** Ask the mailbox’s provider for the permission to read it; answers the address to go to */
  'POST /mail/mailboxes/{id}/connect': { params: { id: string }; answer: HookAddress };
  /** Where a provider sends the browser back to; leads on to the settings */
  'GET /mail/oauth/callback': { query: { [key: string]: unknown }; answer: null };
  /** Mail that came in, what became of it and why, newest first */
  'GET /mail/incoming': { query: IncomingQuery; answer: IncomingPage };
  /** How many are kept back or could not be read, a thousand at most, and which mailboxes are out of reach */
  'GET /mail/incoming/counts': { answer: IncomingCounts };
  /** One of them as far as it can be read, with what each filter found */
  'GET /mail/incoming/{id}': { params: { id: string }; answer: IncomingView };
  /** The mail as it came, byte for byte */
  'GET /mail/incoming/{id}/raw': { params: { id: string }; answer: unknown };
  /** Say whose a mail is that was kept back: it joins the ticket that it answers to, or becomes theirs */
  'POST /mail/incoming/{id}/settle': { params: { id: string }; body: SettleIncoming; answer: { ticketId: string | null; /** It answers to that ticket, which was there before */ joined: boolean } };
  /** Put a mail that was kept back away: nothing becomes of it */
  'POST /mail/incoming/{id}/reject': { params: { id: string }; answer: null };
  /** The mail that a message came by, with what each filter found; for whoever sees all clients */
  'GET /messages/{id}/mail': { params: { /** Of the message, or of the ticket for what it reports */ id: string }; answer: IncomingView };
  /** Whether mail to somebody is kept back because their address refused it */
  'GET /contacts/{id}/mail': { params: { id: string }; answer: ContactMail };
  /** Send mail to them again */
  'POST /contacts/{id}/mail/resume': { params: { id: string }; answer: ContactMail };
  /** How mail is sent, and whether there is trouble; never the password */
  'GET /mail/sending': { answer: MailSendingView };
  /** Set how mail is sent */
  'PUT /mail/sending': { body: PutMailSending; answer: MailSendingView };
  /** Send a test mail to myself with the saved settings; answers what the mail server says */
  'POST /mail/sending/test': { answer: TestMailSent };
  /** Keys that mail is signed with, and the records that DNS has to hold; never a private key */
  'GET /mail/dkim': { answer: DkimKeys };
  /** Make a key for a domain, the first or the next; it signs once its record has been seen in DNS */
  'POST /mail/dkim': { body: MakeDkimKey; answer: DkimKeys };
  /** Look for the key’s record in DNS, now */
  'POST /mail/dkim/{selector}/look': { params: { selector: string }; answer: DkimKeys };
  /** Forget a key; where it signs, mail from its domain is not signed any more */
  'DELETE /mail/dkim/{selector}': { params: { selector: string }; answer: DkimKeys };
  /** Mail that waits, was sent or could not be sent, newest first */
  'GET /mail/outgoing': { query: OutgoingQuery; answer: OutgoingPage };
  /** Try again to send a mail that failed or was given up */
  'POST /mail/outgoing/{id}/retry': { params: { id: string }; answer: OutgoingMail };
  /** The kinds of systems that can be connected */
  'GET /connector-kinds': { answer: ConnectorKinds };
  /** The systems that are connected, and how they are doing */
  'GET /connectors': { answer: ConnectorList };
  /** Connect a system; reading it begins at once, and nothing is taken of sites that are not mapped */
  'POST /connectors': { body: CreateConnector; answer: ConnectorView };
  /** Sign in at a system with what was typed, and say whose account it is or what is in the way; nothing is kept */
  'POST /connectors/test': { body: TryConnector; answer: ConnectorTried };
  /** Say what alerts a body would become with the values that were typed; nothing is kept */
  'POST /connectors/test-call': { body: TryCall; answer: TriedCall };
  /** A connector, without its secrets */
  'GET /connectors/{id}': { params: { id: string }; answer: ConnectorView };
  /** Change a connector; at another origin its secrets are asked for anew */
  'PATCH /connectors/{id}': { params: { id: string }; body: UpdateConnector; answer: ConnectorView };
  /** Stop reading a system until somebody lets it go on */
  'POST /connectors/{id}/pause': { params: { id: string }; answer: ConnectorView };
  /** Let a connector go on that was paused, or whose credentials were refused */
  'POST /connectors/{id}/resume': { params: { id: string }; answer: ConnectorView };
  /** Read a system now rather than when it is due */
  'POST /connectors/{id}/sync': { params: { id: string }; body: SyncNow; answer: ConnectorView };
  /** How a connector is doing: whose its devices are, what was odd, what called */
  'GET /connectors/{id}/health': { params: { id: string }; answer: ConnectorHealth };
  /** Make a new address that the system calls; it is shown this once, and the one before is known no more */
  'POST /connectors/{id}/hook': { params: { id: string }; answer: HookAddress };
  /** Make a new address and tell the system by its API to call it, or say what is in the way */
  'POST /connectors/{id}/hook/subscribe': { params: { id: string }; answer: HookTold };
  /** What would go with a connector and what would stay */
  'GET /connectors/{id}/removal': { params: { id: string }; answer: ConnectorRemoval };
  /** Forget a connector with its secrets, sites and runs; what it brought stays */
  'DELETE /connectors/{id}': { params: { id: string }; answer: null };
  /** The places at a system, those without an owner first, each with whose it may be and why */
  'GET /connectors/{id}/sites': { params: { id: string }; answer: ConnectorSites };
  /** Say which client and site some places stand for, or that they are passed over */
  'PUT /connectors/{id}/sites': { params: { id: string }; body: MapSites; answer: ConnectorSites };
  /** Map every place as it is suggested */
  'POST /connectors/{id}/sites/accept': { params: { id: string }; answer: ConnectorSites };
  /** Take on a client for each of these places that is nobody’s, and map it */
  'POST /connectors/{id}/sites/clients': { params: { id: string }; body: NamedSites; answer: ConnectorSites };
  /** How reading a system went, newest first */
  'GET /connectors/{id}/runs': { params: { id: string }; query: { limit?: number; cursor?: string }; answer: ConnectorRuns };
  /** What a system called with in the last fourteen days, and what became of it */
  'GET /connectors/{id}/calls': { params: { id: string }; query: CallQuery; answer: ConnectorCalls };
  /** A call as it came */
  'GET /connectors/{id}/calls/{callId}': { params: { id: string; callId: string }; answer: CallBody };
  /** The connection to Xero, what waits, and what was paid there last */
  'GET /accounting': { answer: AccountingView };
  /** Say by which app Xero is reached, and from which day on */
  'PUT /accounting/link': { body: SaveAccountingLink; answer: AccountingView };
  /** Ask Xero for the permission to keep its books; answers the address to go to */
  'POST /accounting/link/connect': { answer: HookAddress };
  /** Where Xero sends the browser back to; leads on to the page */
  'GET /accounting/callback': { query: { [key: string]: unknown }; answer: null };
  /** The organisations that Xero lets us keep */
  'GET /accounting/organisations': { answer: Organisations };
  /** Say whose books are kept; sending begins */
  'PUT /accounting/organisation': { body: ChooseOrganisation; answer: AccountingView };
  /** Stop sending and reading until somebody lets it go on */
  'POST /accounting/link/pause': { answer: AccountingView };
  /** Let it go on */
  'POST /accounting/link/resume': { answer: AccountingView };
  /** Forget the connection, its secrets and what is called what there; payments that were read stay */
  'DELETE /accounting/link': { answer: null };
  /** Send and read now rather than when it is due */
  'POST /accounting/sync': { answer: AccountingView };
  /** Which contact of Xero stands for which client, and what accounts and taxes are called there; asks Xero */
  'GET /accounting/mapping': { answer: AccountingMapping };
  /** Say which contacts stand for which clients; what waited for that is tried again */
  'PUT /accounting/contacts': { body: MapContacts; answer: null };
  /** Say what accounts and taxes are called there; what waited for that is tried again */
  'PUT /accounting/codes': { body: MapCodes; answer: null };
  /** Make a contact in Xero for a client that has none there, and let it stand for the client */
  'POST /accounting/clients/{id}/contact': { params: { id: string }; body: MakeContact; answer: null };
  /** Invoices and credits with where each is on its way to the books, newest first */
  'GET /accounting/documents': { query: BookedQuery; answer: BookedPage };
  /** Try again what Xero did not take: one, or all of it */
  'POST /accounting/documents/retry': { body: RetryBooked; answer: null };
  /** Where an invoice or credit is in the books */
  'GET /invoices/{id}/accounting': { params: { id: string }; answer: InvoiceBooked };
  /** What a system can run on devices, the approved first, as it was read last */
  'GET /connectors/{id}/scripts': { params: { id: string }; answer: ScriptList };
  /** Ask a system anew what it can run; nothing is approved by that */
  'POST /connectors/{id}/scripts/read': { params: { id: string }; answer: ScriptList };
  /** Say whether a script may be run from tickets, on what, with which fixed values, and who has to agree */
  'PATCH /scripts/{id}': { params: { id: string }; body: ApproveScript; answer: ScriptList };
  /** The approved scripts that can be run on an item now */
  'GET /items/{id}/scripts': { params: { id: string }; answer: OfferedScripts };
  /** The scripts that were run or asked for on the devices of a ticket, the latest first */
  'GET /tickets/{idOrKey}/script-runs': { params: TicketRef; answer: ScriptRunList };
  /** Ask for a script to be run on a device of the ticket; it begins at once, or when a second person agrees */
  'POST /tickets/{idOrKey}/script-runs': { params: TicketRef; body: AskForRun; answer: { id: string } };
  /** Agree to a run that somebody else asked for, or not */
  'POST /script-runs/{id}/decide': { params: { id: string }; body: DecideRun; answer: { id: string } };
  /** Take back a run that has not begun */
  'POST /script-runs/{id}/cancel': { params: { id: string }; answer: { id: string } };
  /** Server-sent events (send "Accept: text/event-stream"): ticket, alert, notification, presence, and resync when something may have been missed */
  'GET /stream': { answer: string };
  /** Say that I am on a ticket, am typing, or have left; to be repeated every 15 seconds */
  'POST /tickets/{idOrKey}/presence': { params: TicketRef; body: { state: 'viewing' | 'typing' | 'left' }; answer: null };
  /** Who is on a ticket now */
  'GET /tickets/{idOrKey}/presence': { params: TicketRef; answer: { items: Presence[] } };
  /** Whether this installation waits to be set up */
  'GET /setup': { answer: SetupState };
  /** Set up the installation with the link from the terminal */
  'POST /setup': { body: SetUp; answer: SignInAnswer };
  /** Whether the link from the terminal still works; it is not used up */
  'POST /setup/check': { body: LinkToken; answer: LinkState };
  /** Sign in with e-mail and password */
  'POST /sessions': { body: SignIn; answer: SignInAnswer };
  /** Finish signing in with a code from the app, or a recovery code */
  'POST /sessions/second-factor': { body: SecondFactor; answer: SignInAnswer };
  /** Who is signed in here, if anybody, and whether this installation waits to be set up */
  'GET /sessions/current': { answer: Here };
  /** Sign out */
  'DELETE /sessions/current': { answer: null };
  /** Whether the link of an invitation or a reset still works; it is not used up */
  'POST /invitations/check': { body: LinkToken; answer: LinkState };
  /** Choose a password with the link of an invitation or a reset */
  'POST /invitations': { body: AcceptInvitation; answer: SignInAnswer };
  /** Who I am and what I may do */
  'GET /me': { answer: Me };
  /** Change my name, time zone, language or preferences */
  'PATCH /me': { body: UpdateMe; answer: null };
  /** Where I am signed in */
  'GET /me/sessions': { answer: { items: SessionView[] } };
  /** End one of my sessions */
  'DELETE /me/sessions/{id}': { params: { id: string }; answer: null };
  /** End all my sessions but this one */
  'DELETE /me/sessions': { answer: null };
  /** How I can sign in */
  'GET /me/sign-in': { answer: SignInMethods };
  /** Change my password; ends my other sessions */
  'POST /me/password': { body: ChangePassword; answer: null };
  /** Prove again that it is me, before a change to sign-in or rights */
  'POST /me/confirm': { body: ConfirmMe; answer: null };
  /** Begin to set up codes from an app */
  'POST /me/totp': { answer: TotpStart };
  /** Turn on codes from the app; answers with recovery codes */
  'POST /me/totp/confirm': { body: TotpConfirm; answer: RecoveryCodes };
  /** Turn off codes from the app */
  'DELETE /me/totp': { answer: null };
  /** Make new recovery codes; the old ones stop working */
  'POST /me/recovery-codes': { answer: RecoveryCodes };
  /** My passkeys */
  'GET /me/passkeys': { answer: { items: PasskeyView[] } };
  /** Begin to add a passkey */
  'POST /me/passkeys/options': { answer: PasskeyCreation };
  /** Add the passkey that the browser made */
  'POST /me/passkeys': { body: RegisterPasskey; answer: { id: string } };
  /** Rename one of my passkeys */
  'PATCH /me/passkeys/{id}': { params: { id: string }; body: MakeContact; answer: null };
  /** Remove one of my passkeys */
  'DELETE /me/passkeys/{id}': { params: { id: string }; answer: null };
  /** Begin to sign in with a passkey */
  'POST /sessions/passkey/options': { answer: PasskeyRequest };
  /** Sign in with a passkey; no password and no code is asked */
  'POST /sessions/passkey': { body: UsePasskey; answer: SignInAnswer };
  /** Begin to prove with a passkey that it is me */
  'POST /me/confirm/passkey/options': { answer: PasskeyRequest };
  /** Prove with a passkey that it is me, before a change to sign-in or rights */
  'POST /me/confirm/passkey': { body: UsePasskey; answer: null };
  /** Which ways to sign in there are besides a password */
  'GET /sign-in': { answer: SignInOptions };
  /** Begin to sign in at an identity provider; send the browser to the answer’s url */
  'POST /sign-in/oidc/{key}': { params: { key: string }; body: StartSignIn; answer: GoTo };
  /** Begin to link my account to an identity provider, or to prove there that it is me */
  'POST /me/identities/{key}': { params: { key: string }; body: StartLink; answer: GoTo };
  /** Where an identity provider sends the browser back to; ends on a page of the app */
  'GET /sign-in/oidc/{key}/callback': { params: { key: string }; query: { [key: string]: unknown }; answer: null };
  /** Unlink my account from an identity provider */
  'DELETE /me/identities/{id}': { params: { id: string }; answer: null };
  /** Identity providers that may sign staff in */
  'GET /identity-providers': { answer: { items: ProviderView[] } };
  /** Let an OpenID Connect provider sign staff in; asks it for its metadata first */
  'POST /identity-providers': { body: CreateProvider; answer: ProviderView };
  /** Change an identity provider; turning it on asks for its metadata again */
  'PATCH /identity-providers/{id}': { params: { id: string }; body: UpdateProvider; answer: ProviderView };
  /** Remove an identity provider with the links of people to it */
  'DELETE /identity-providers/{id}': { params: { id: string }; answer: null };
  /** My API keys */
  'GET /api-keys': { answer: { items: ApiKeyView[] } };
  /** Make an API key; the answer shows it this once */
  'POST /api-keys': { body: CreateApiKey; answer: CreatedApiKey };
  /** Revoke one of my keys */
  'DELETE /api-keys/{id}': { params: { id: string }; answer: null };
  /** The people of the provider */
  'GET /staff': { answer: { items: StaffView[] } };
  /** Invite somebody; the answer holds the link to hand over */
  'POST /staff': { body: InviteStaff; answer: Invited };
  /** Change somebody; deactivating ends their sessions and keys */
  'PATCH /staff/{id}': { params: { id: string }; body: UpdateStaff; answer: null };
  /** End somebody’s sessions and get a link with which they choose a new password */
  'POST /staff/{id}/reset': { params: { id: string }; body: ResetSignIn; answer: Invited };
  /** When somebody is away */
  'GET /staff/{id}/leave': { params: { id: string }; answer: { items: LeaveView[] } };
  /** Note that somebody will be away */
  'POST /staff/{id}/leave': { params: { id: string }; body: AddLeave; answer: { id: string } };
  /** Take leave back: they are there after all */
  'DELETE /staff/{id}/leave/{leaveId}': { params: { id: string; leaveId: string }; answer: null };
  /** Where somebody is signed in, and their API keys */
  'GET /staff/{id}/access': { params: { id: string }; answer: { sessions: SessionView[]; keys: ApiKeyView[] } };
  /** Sign somebody out in one place */
  'DELETE /staff/{id}/sessions/{sessionId}': { params: { id: string; sessionId: string }; answer: null };
  /** Revoke one of somebody’s API keys */
  'DELETE /staff/{id}/api-keys/{keyId}': { params: { id: string; keyId: string }; answer: null };
  /** Built-in and custom roles with their permissions */
  'GET /roles': { answer: { items: RoleView[] } };
  /** Make a custom role */
  'POST /roles': { body: CreateRole; answer: null };
  /** Change a custom role */
  'PATCH /roles/{key}': { params: { key: string }; body: UpdateRole; answer: null };
  /** Take a custom role away that nobody has */
  'DELETE /roles/{key}': { params: { key: string }; answer: null };
  /** Who did what, newest first: the audit trail and the history of signing in */
  'GET /audit': { query: AuditQuery; answer: AuditPage };
  /** How far the sample MSP is loaded */
  'GET /sample': { answer: { progress: SampleProgress | null } };
};

/** What keeps no answer for a repeat, so that a lost answer must not be asked for again. */
export const UNREPEATABLE: ReadonlySet<string> = new Set([
  'POST /clients/{clientId}/files',
  'POST /article-files',
  'POST /approval-links/look',
  'POST /approval-links/vote',
  'POST /rating-links/look',
  'POST /rating-links/rate',
  'POST /announcement-mail-links/look',
  'POST /announcement-mail-links/stop',
  'POST /announcement-mail-links/{token}',
  'POST /contacts/{id}/sign-in-link',
  'POST /portal/sign-in-mails',
  'POST /portal/password-mails',
  'POST /portal/sessions',
  'POST /contacts/{id}/invitation',
  'POST /clients/{id}/identity-providers',
  'POST /clients/{id}/saml-providers',
  'POST /clients/{id}/saml-providers/metadata',
  'POST /clients/{id}/saml-providers/{providerId}/trials',
  'POST /portal/sign-in/oidc/{id}',
  'POST /portal/sign-in/saml/{id}',
  'POST /portal/sign-in/saml/{id}/acs',
  'POST /portal-images',
  'POST /expenses/{id}/receipts',
  'POST /billing-runs/{id}/issue',
  'POST /clients/{id}/enrolment-keys',
  'POST /mail/mailboxes',
  'POST /mail/mailboxes/{id}/old',
  'POST /mail/mailboxes/{id}/test',
  'POST /mail/mailboxes/{id}/connect',
  'POST /mail/incoming/{id}/settle',
  'POST /mail/incoming/{id}/reject',
  'POST /mail/sending/test',
  'POST /mail/dkim',
  'POST /mail/dkim/{selector}/look',
  'POST /connectors',
  'POST /connectors/test',
  'POST /connectors/test-call',
  'POST /connectors/{id}/pause',
  'POST /connectors/{id}/resume',
  'POST /connectors/{id}/sync',
  'POST /connectors/{id}/hook',
  'POST /connectors/{id}/hook/subscribe',
  'POST /connectors/{id}/sites/accept',
  'POST /connectors/{id}/sites/clients',
  'POST /accounting/link/connect',
  'POST /accounting/link/pause',
  'POST /accounting/link/resume',
  'POST /accounting/sync',
  'POST /accounting/clients/{id}/contact',
  'POST /accounting/documents/retry',
  'POST /connectors/{id}/scripts/read',
  'POST /setup',
  'POST /setup/check',
  'POST /sessions',
  'POST /sessions/second-factor',
  'POST /invitations/check',
  'POST /invitations',
  'POST /me/password',
  'POST /me/confirm',
  'POST /me/totp',
  'POST /me/totp/confirm',
  'POST /me/recovery-codes',
  'POST /me/passkeys/options',
  'POST /me/passkeys',
  'POST /sessions/passkey/options',
  'POST /sessions/passkey',
  'POST /me/confirm/passkey/options',
  'POST /me/confirm/passkey',
  'POST /sign-in/oidc/{key}',
  'POST /me/identities/{key}',
  'POST /identity-providers',
  'POST /api-keys',
  'POST /staff',
  'POST /staff/{id}/reset',
]);

