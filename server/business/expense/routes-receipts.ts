import { Readable } from 'node:stream';
import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing, readUpload, sendFile } from '#platform/http/index.ts';
import { fileLabel, sentName } from '#server/desk/conversation/index.ts';
import { ReceiptView } from '#shared/expense.ts';
import { MOST_FILE_BYTES } from '#shared/file-words.ts';
import { Id } from '#shared/http.ts';
import { viewExpense } from './queries.ts';
import { addReceipt, receiptNamed, refuseOther, removeReceipt } from './receipts.ts';

const tag = 'Expenses';
const ById = Type.Object({ id: Id });

export const receiptRoutes = [
  defineFreeRoute(
    {
      ...{ method: 'POST', url: '/api/v1/expenses/:id/receipts', access: 'ticket.time', tag },
      summary: 'Add a receipt (multipart, field "file": a picture or a PDF) to an expense that is not approved',
      params: ById,
      response: ReceiptView,
      status: 201,
      takesFile: true,
      perMinute: 60,
      bodyLimit: MOST_FILE_BYTES + 65_536,
    },
    async (services, { params, request, session }) => {
      if (!session) throw notFound('session');
      // Who does not see the expense hears that before a byte is read.
      await withContext(services, session.identity, (ctx) => viewExpense(ctx, params.id));
      const { content, mediaType, filename } = await readUpload(request, MOST_FILE_BYTES);
      refuseOther(mediaType);
      const name = fileLabel(sentName(filename));
      const { sha256, size } = await services.files.put(Readable.from(content), MOST_FILE_BYTES);
      const stored = { sha256, size, name, mediaType };
      const id = await withContext(services, session.identity, (ctx) => addReceipt(ctx, params.id, stored));
      return { id, name, mediaType, size };
    },
  ),
  defineFreeRoute(
    {
      ...{ method: 'GET', url: '/api/v1/expense-receipts/:id', access: 'ticket.read', tag },
      summary: 'The bytes of a receipt: of one’s own, of what is on a ticket, or for those who approve time anybody’s',
      params: ById,
      response: Type.Unknown(),
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const file = await withContext(services, session.identity, (ctx) => receiptNamed(ctx, params.id));
      const { stream } = await services.files.get(file.sha256);
      return sendFile(reply, file, stream);
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: '/api/v1/expense-receipts/:id', access: 'ticket.time', tag },
      summary: 'Take a receipt off an expense that is not approved',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removeReceipt(ctx, params.id);
      return null;
    },
  ),
];
