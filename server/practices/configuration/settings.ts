import Type from 'typebox';
import { DEFAULT_PRECEDENCE } from '#kernel/estate/effective.ts';
import { DEFAULT_RULES } from '#kernel/estate/identify.ts';
import { defineSetting } from '#platform/settings/index.ts';
import { IDENTIFIER_KINDS, SOURCE_KINDS } from '#shared/estate-words.ts';
import { OneOf } from '#shared/http.ts';

const Order = Type.Array(OneOf(SOURCE_KINDS), { minItems: 1, maxItems: 5, uniqueItems: true });

/** Whom to believe about an item. */
export const PRECEDENCE = defineSetting({
  key: 'estate.precedence',
  title: 'Whom to believe about devices',
  help: 'Where several sources say different things of a device, the first in this order is believed. Single attributes can have an order of their own, by their key.',
  levels: ['provider'],
  schema: Type.Object({
    order: Order,
    attributes: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9_]{0,39}$' }), Order, { maxProperties: 100 }),
  }),
  default: { order: [...DEFAULT_PRECEDENCE.order], attributes: {} },
});

/** By what devices are known again. */
export const IDENTIFICATION = defineSetting({
  key: 'estate.identification',
  title: 'How devices are known again',
  help: 'By what a device from one source is found to be one that another source told of, the surest first; and values that stand for nothing, besides those that Fettle knows ("To be filled by O.E.M.").',
  levels: ['provider'],
  schema: Type.Object({
    rules: Type.Array(OneOf(IDENTIFIER_KINDS), { minItems: 1, maxItems: 4, uniqueItems: true }),
    excluded: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 500 }),
  }),
  default: { rules: [...DEFAULT_RULES], excluded: [] },
});

/** Whether an end that comes near opens a ticket. */
export const EXPIRY = defineSetting({
  key: 'estate.expiry',
  title: 'Tickets for what expires',
  help: 'Opens a ticket for a certificate, domain, licence or contract as many days before its end as its class says. Off, they are listed under Estate alone.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ openTickets: Type.Boolean() }),
  default: { openTickets: true },
});
