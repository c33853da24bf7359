import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import {
  Boards,
  MeetingView,
  PlanMeeting,
  RecordVote,
  SaveBoard,
  SaveMeeting,
  SetPresence,
  WorkItem,
} from '#shared/cab.ts';
import { Id } from '#shared/http.ts';
import { listBoards, saveBoard } from './boards.ts';
import { beginMeeting, planMeeting, saveMeeting, setPresence } from './meetings.ts';
import { viewMeeting } from './view.ts';
import { askAbsent, closeMeeting, recordVote, workItem } from './work.ts';

const tag = 'Change boards';
const ByBoard = Type.Object({ boardId: Id });
const ByMeeting = Type.Object({ meetingId: Id });
const ByItem = Type.Object({ meetingId: Id, changeId: Id });
const Made = Type.Object({ id: Id });
const boards = '/api/v1/cab-boards';
const meetings = '/api/v1/cab-meetings/:meetingId';
const run = { method: 'POST', access: 'cab.run', tag, params: ByMeeting, response: MeetingView } as const;

export const cabRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', access: 'ticket.read', tag, url: boards, response: Boards },
      summary: 'Boards that decide about changes, with their people and meetings',
    },
    async (ctx) => ({ items: await listBoards(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', access: 'change.policy', tag, url: boards, body: SaveBoard, response: Made, status: 201 },
      summary: 'Make a board: a team, how many have to be there, and when it meets',
    },
    async (ctx, { body }) => ({ id: await saveBoard(ctx, null, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PUT', access: 'change.policy', tag, url: `${boards}/:boardId`, params: ByBoard },
      ...{ body: SaveBoard, response: Made },
      summary: 'Change a board',
    },
    async (ctx, { params, body }) => ({ id: await saveBoard(ctx, params.boardId, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', access: 'cab.run', tag, url: `${boards}/:boardId/meetings`, params: ByBoard },
      ...{ body: PlanMeeting, response: Made, status: 201 },
      summary: 'Plan a meeting: at an instant, or when the board meets next',
    },
    async (ctx, { params, body }) => ({ id: await planMeeting(ctx, params.boardId, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', access: 'ticket.read', tag, url: meetings, params: ByMeeting, response: MeetingView },
      summary: 'A meeting: who is there, and its agenda, the riskiest first',
    },
    (ctx, { params }) => viewMeeting(ctx, params.meetingId),
  ),
  defineRoute(
    {
      ...run,
      method: 'PATCH',
      url: meetings,
      body: SaveMeeting,
      summary: 'Move a meeting, call it off, or divide its time among the changes',
    },
    async (ctx, { params, body }) => {
      await saveMeeting(ctx, params.meetingId, body);
      return viewMeeting(ctx, params.meetingId);
    },
  ),
  defineRoute({ ...run, url: `${meetings}/begin`, summary: 'Open a meeting' }, async (ctx, { params }) => {
    await beginMeeting(ctx, params.meetingId);
    return viewMeeting(ctx, params.meetingId);
  }),
  defineRoute(
    {
      ...{ ...run, url: `${meetings}/close` },
      summary: 'End a meeting: its minutes stand with the changes, and the next one is planned',
    },
    async (ctx, { params }) => {
      await closeMeeting(ctx, params.meetingId);
      return viewMeeting(ctx, params.meetingId);
    },
  ),
  defineRoute(
    { ...run, method: 'PUT', url: `${meetings}/presence`, body: SetPresence, summary: 'Say whether somebody is there' },
    async (ctx, { params, body }) => {
      await setPresence(ctx, params.meetingId, body);
      return viewMeeting(ctx, params.meetingId);
    },
  ),
  defineRoute(
    {
      ...{ ...run, method: 'PATCH', url: `${meetings}/agenda/:changeId`, params: ByItem, body: WorkItem },
      summary: 'Run the timer of a change, write its minutes, or put it off',
    },
    async (ctx, { params, body }) => {
      await workItem(ctx, params.meetingId, params.changeId, body);
      return viewMeeting(ctx, params.meetingId);
    },
  ),
  defineRoute(
    {
      ...{ ...run, url: `${meetings}/agenda/:changeId/ask-absent`, params: ByItem },
      summary: 'Ask whoever is not there for their vote by a mail with a link; nobody twice',
    },
    async (ctx, { params }) => {
      await askAbsent(ctx, params.meetingId, params.changeId);
      return viewMeeting(ctx, params.meetingId);
    },
  ),
  defineRoute(
    {
      ...{ ...run, url: `${meetings}/agenda/:changeId/votes`, params: ByItem, body: RecordVote },
      summary: 'Write down the vote of somebody who is there',
    },
    async (ctx, { params, body }) => {
      await recordVote(ctx, params.meetingId, params.changeId, body);
      return viewMeeting(ctx, params.meetingId);
    },
  ),
];
