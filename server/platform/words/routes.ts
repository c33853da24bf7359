import Type from 'typebox';
import { OneOf } from '#shared/http.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { ImportWords, PutWords, WordsFile, WordsImported, WordsPage, WordsQuery } from '#shared/words.ts';
import { defineRoute, Nothing } from '../http/index.ts';
import { putWords } from './change.ts';
import { listWords } from './list.ts';
import { exportWords, importWords } from './table.ts';

const tag = 'Words';

export const wordRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/words',
      access: 'settings.read',
      tag,
      summary: 'The texts of your own that clients’ people read, and how they read in a language',
      query: WordsQuery,
      response: WordsPage,
    },
    (ctx, { query }) => listWords(ctx, query),
  ),
  defineRoute(
    {
      method: 'PUT',
      url: '/api/v1/words',
      access: 'settings.manage',
      tag,
      summary: 'Say how one of these texts reads in a language',
      body: PutWords,
      response: Nothing,
      status: 204,
    },
    async (ctx, { body }) => {
      await putWords(ctx, body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/words/table',
      access: 'settings.read',
      tag,
      summary: 'All of them as a table of comma-separated values, to be translated elsewhere',
      query: Type.Object({ language: OneOf(LANGUAGES) }),
      response: WordsFile,
    },
    async (ctx, { query }) => ({ csv: await exportWords(ctx, query.language) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/words/table',
      access: 'settings.manage',
      tag,
      summary: 'Take such a table back, all of it or nothing',
      body: ImportWords,
      response: WordsImported,
      status: 201,
      bodyLimit: 5 * 1_048_576,
    },
    (ctx, { body }) => importWords(ctx, body),
  ),
];
