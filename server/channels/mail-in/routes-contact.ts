import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { ContactMail } from '#shared/mail.ts';
import { resumeContactMail, viewContactMail } from './contact-mail.ts';

const ById = Type.Object({ id: Id });

export const contactMailRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/contacts/:id/mail',
      access: 'contact.read',
      tag: 'Mail',
      summary: 'Whether mail to somebody is kept back because their address refused it',
      params: ById,
      response: ContactMail,
    },
    (ctx, { params }) => viewContactMail(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/contacts/:id/mail/resume',
      access: 'contact.manage',
      tag: 'Mail',
      summary: 'Send mail to them again',
      params: ById,
      response: ContactMail,
    },
    async (ctx, { params }) => {
      await resumeContactMail(ctx, params.id);
      return viewContactMail(ctx, params.id);
    },
  ),
];
