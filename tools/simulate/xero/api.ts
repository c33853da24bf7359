import type { Ask, Reply } from '../vendor.ts';
import type { Books, Document } from './books.ts';
import { contactShape, documentShape, paymentShape } from './shapes.ts';
import { allocate, putContact, putDocument, putPayment, Refused, type Told, toldOf } from './write.ts';

const SETTINGS_PAGE = 100;
const MOST_PAGE = 1_000;
const MOST_WRITTEN = 50;

/** An answer of several elements, of which each may be wrong by itself. */
function written(ask: Ask, name: string, elements: readonly Told[], write: (element: Told) => object): Reply {
  if (elements.length > MOST_WRITTEN) return refusal(400, 'Too many elements in one call');
  const isEach = ask.query.get('summarizeErrors') === 'false';
  const answers = elements.map((element) => {
    try {
      return { ...write(element), StatusAttributeString: 'OK' };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const ValidationErrors = error.messages.map((Message) => ({ Message }));
      return { ...element, HasErrors: true, StatusAttributeString: 'ERROR', ValidationErrors };
    }
  });
  const wrong = answers.filter((one) => one.StatusAttributeString === 'ERROR');
  if (wrong.length === 0 || isEach) return { status: 200, body: { [name]: answers } };
  const said = { ErrorNumber: 10, Type: 'ValidationException', Message: 'A validation exception occurred' };
  return { status: 400, body: { ...said, Elements: wrong } };
}

export const refusal = (status: number, Detail: string): Reply => ({
  status,
  body: { Type: null, Title: status === 401 ? 'Unauthorized' : 'Refused', Status: status, Detail },
});

const elementsIn = (ask: Ask, name: string): Told[] => {
  const told = toldOf(JSON.parse(ask.body.toString() || '{}'));
  const list = told[name];
  return Array.isArray(list) ? list.map(toldOf) : [told];
};

/** A page of a list, by `page` and `pageSize`. */
function paged<T>({ query }: Ask, all: readonly T[], most: number | null): T[] | null {
  const size = Number(query.get('pageSize') ?? SETTINGS_PAGE);
  const page = Number(query.get('page') ?? 1);
  if (!Number.isInteger(size) || size < 1 || size > MOST_PAGE || !Number.isInteger(page) || page < 1) return null;
  const of = Math.min(size, most ?? size);
  return all.slice((page - 1) * of, page * of);
}

/** Answers `/api.xro/2.0/…` of somebody who is signed in to the organisation. */
export function openApi(books: Books, pageSize: () => number | null) {
  const documents = (ask: Ask, kind: Document['kind']): Reply => {
    const name = kind === 'invoice' ? 'Invoices' : 'CreditNotes';
    if (ask.method !== 'GET')
      return written(ask, name, elementsIn(ask, name), (element) =>
        documentShape(books, putDocument(books, kind, element, ask.method === 'POST')),
      );
    const since = ask.headers['if-modified-since'];
    const from = since === undefined ? 0 : Date.parse(/Z$|GMT$/.test(since) ? since : `${since}Z`);
    if (Number.isNaN(from)) return refusal(400, 'If-Modified-Since cannot be read');
    const listed = (key: string) => ask.query.get(key)?.split(',') ?? null;
    const [ids, numbers] = [listed(kind === 'invoice' ? 'IDs' : 'ids'), listed('InvoiceNumbers')];
    const where = ask.query.get('where');
    const number = /^CreditNoteNumber=="([^"]*)"$/.exec(where ?? '')?.[1];
    if (where !== null && number === undefined && where !== 'Type=="ACCREC"')
      return refusal(400, 'QueryParseException');
    const found = books.documents
      .filter((one) => one.kind === kind && one.updatedAt >= from)
      .filter(({ id }) => ids === null || ids.includes(id))
      .filter((one) => numbers === null || numbers.includes(one.number))
      .filter((one) => number === undefined || one.number === number)
      .toSorted((a, b) => a.updatedAt - b.updatedAt);
    const page = paged(ask, found, pageSize());
    if (page === null) return refusal(400, 'page and pageSize are out of range');
    return { status: 200, body: { [name]: page.map((one) => documentShape(books, one)) } };
  };

  const one = (ask: Ask, kind: Document['kind'], id: string, part: string | undefined): Reply => {
    const document = books.documents.find((each) => each.kind === kind && each.id === id);
    if (!document) return refusal(404, 'The resource you are looking for cannot be found');
    const name = kind === 'invoice' ? 'Invoices' : 'CreditNotes';
    if (ask.method === 'GET' && part === undefined)
      return { status: 200, body: { [name]: [documentShape(books, document)] } };
    if (kind === 'credit' && part === 'Allocations' && ask.method === 'PUT')
      return written(ask, 'Allocations', elementsIn(ask, 'Allocations'), (element) => {
        allocate(books, document, element);
        return element;
      });
    return refusal(404, 'The resource you are looking for cannot be found');
  };

  const contacts = (ask: Ask): Reply => {
    if (ask.method !== 'GET')
      return written(ask, 'Contacts', elementsIn(ask, 'Contacts'), (element) =>
        contactShape(putContact(books, element)),
      );
    const all = books.contacts.filter(({ archived }) => !archived || ask.query.get('includeArchived') === 'true');
    const page = paged(ask, all, pageSize());
    return page === null
      ? refusal(400, 'page and pageSize are out of range')
      : { status: 200, body: { Contacts: page.map(contactShape) } };
  };

  const payments = (ask: Ask): Reply => {
    const numberOf = (id: string) => books.documents.find((each) => each.id === id)?.number ?? '';
    if (ask.method === 'GET')
      return {
        status: 200,
        body: { Payments: books.payments.map((each) => paymentShape(each, numberOf(each.invoice))) },
      };
    return written(ask, 'Payments', elementsIn(ask, 'Payments'), (element) => {
      const made = putPayment(books, element);
      return paymentShape(made, numberOf(made.invoice));
    });
  };

  return (ask: Ask, [what = '', id, part]: readonly string[]): Reply => {
    if (ask.headers['accept'] !== 'application/json')
      return { status: 200, body: '<Response/>', headers: { 'content-type': 'text/xml' } };
    if (ask.method !== 'GET' && !ask.headers['content-type']?.startsWith('application/json'))
      return refusal(415, 'Send JSON');
    if (what === 'Invoices' || what === 'CreditNotes') {
      const kind = what === 'Invoices' ? 'invoice' : 'credit';
      return id === undefined ? documents(ask, kind) : one(ask, kind, id, part);
    }
    if (what === 'Contacts') return contacts(ask);
    if (what === 'Payments') return payments(ask);
    if (ask.method !== 'GET') return refusal(404, 'There is no such resource');
    if (what === 'Organisation')
      return { status: 200, body: { Organisations: [{ OrganisationID: books.tenant.id, Name: books.tenant.name }] } };
    if (what === 'Accounts')
      return {
        status: 200,
        body: {
          Accounts: books.accounts.map(({ code, name, type, paysTo }) => ({
            ...{ Code: code, Name: name, Type: type, Status: 'ACTIVE', EnablePaymentsToAccount: paysTo },
          })),
        },
      };
    if (what === 'TaxRates')
      return {
        status: 200,
        body: {
          TaxRates: books.taxRates.map(({ type, name, percent }) => ({
            ...{ TaxType: type, Name: name, EffectiveRate: percent, Status: 'ACTIVE', CanApplyToRevenue: true },
          })),
        },
      };
    return refusal(404, 'There is no such resource');
  };
}
