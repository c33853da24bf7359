import { SegmentedControl } from '@mantine/core';
import { type KeyboardEvent as Press, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TicketView } from '#shared/ticket.ts';
import { ApiProblem } from '#web/api/problem.ts';
import { isUnanswered, useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useSoon } from '#web/ui/load/use-soon.ts';
import { useStore } from '#web/ui/store.ts';
import { useAttach } from '#web/ui/text/attach.ts';
import { Attached } from '#web/ui/text/attached.tsx';
import { Editor } from '#web/ui/text/editor.tsx';
import { plainText } from '#web/ui/text/plain.ts';
import { refreshTickets, takeBack, undoDoneWith, undoEvent } from '../actions/index.ts';
import { useStaff, useStatusName, useWaysToEnd } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { useTyping } from './being-there.ts';
import { CallFields } from './call-fields.tsx';
import { ComposerFoot } from './composer-foot.tsx';
import { type Draft, isWorth, useDraft } from './draft.ts';
import { InnerText, innerOf } from './inner-text.tsx';
import { MovedAway, useMovedAway } from './moved-away.tsx';
import { called, spent, toPost } from './next-steps.ts';
import { overtakenBy, seenNow, written, writtenFor } from './overtaken.ts';
import { quoteStore } from './quote.ts';
import { Recipients } from './recipients.tsx';
import { useSnippets } from './snippets.ts';
import { openTab } from './tabs.ts';
import { asKind, kindOf, WRITTEN_KINDS, type WrittenKind } from './written-kind.ts';

/** Where the keys of the page are in force, and where what was sent appears. */
const talk = () => document.querySelector<HTMLElement>('.f-conversation');

/** A name after @ at the start of a word; an address of mail is none. */
const NAMING = /(?:^|\s)@[\p{L}\p{N}._-]*(?:\s|$)/u;

/** The text of what is marked in the open list of a choice. */
const markedIn = (choice: Element): string | null =>
  document.getElementById(choice.getAttribute('aria-activedescendant') ?? '')?.textContent ?? null;

const CANNED = 'Type ; for a canned reply. Files can be dropped here.';
const PLACEHOLDERS: Readonly<Record<WrittenKind, string>> = {
  reply: CANNED,
  note: CANNED,
  call: 'Who was on the line, and what was said',
};

/** As long as a closed menu takes to give the focus back, and some. */
const MENU_MS = 50;

const isBlank = (html: string): boolean => plainText(html) === '' && !html.includes('<img');

/**
 * Reply or note, time spent and next status in one box; one key sends it all. Until somebody writes it is one line, so
 * that the conversation has the room.
 */
export function Composer({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const { draft, change, clear } = useDraft(ticket.id);
  const [opened, setOpened] = useState(false);
  /** The editor is to have the focus as soon as it is there; its code may still be on its way. */
  const [wanted, setWanted] = useState(false);
  const soon = useSoon();
  const box = useRef<HTMLElement>(null);
  const faultId = useId();
  const statusName = useStatusName();
  const offering = useRef(false);
  const typing = useTyping(ticket.id);
  const snippets = useSnippets(ticket);
  const people = useStaff().filter(({ active }) => active);
  const { attach, busy } = useAttach(ticket.client.id, change);
  /** Why it was not sent, in words; gone with the next letter. */
  const [missing, setMissing] = useState<string | null>(null);
  const post = useDo('POST /tickets/{idOrKey}/messages', {
    lasting: true,
    failed: 'Not sent',
    onDone: async ({ id, ticket: after, takeBack: held }, { body }) => {
      clear();
      setOpened(false);
      snippets.forget();
      const seconds = held ? Math.max(1, Math.round((Date.parse(held.until) - Date.now()) / 1_000)) : 0;
      const reply = held ? `Reply on ${after.key} goes out in ${seconds} s` : `Reply sent on ${after.key}`;
      const sent = body.visibility === 'public' ? reply : `Note kept on ${after.key}`;
      const stays = body.visibility === 'public' ? (held ? '' : 'the reply is sent') : 'the note stays';
      const step = body.transition && (await undoDoneWith(after, (entry) => entry.id === id, stays).catch(() => null));
      const unsend = async ({ eventId }: { eventId: string }) => {
        await step?.();
        await takeBack([undoEvent(after, eventId)]);
        // What was written can be written better.
        change({ html: body.body, ...asKind('reply'), articles: putIn.current });
      };
      const undo = held ? () => unsend(held) : step;
      toast.done(undo ? `${sent}; it is ${statusName(after)} now` : sent, undo ? { undo } : {});
      await refreshTickets();
    },
  });
  useMovedAway(ticket, draft, change);
  const kind = kindOf(draft);
  const overtaken = overtakenBy(ticket, draft);
  const [usual] = useWaysToEnd([ticket.kind]);
  /** The articles of which something went out with what was sent last. */
  const putIn = useRef<Draft['articles']>([]);
  /** Of which it was said that they are for staff alone. */
  const warned = useRef<Draft['articles'] | null>(null);
  const textBox = () => box.current?.querySelector<HTMLElement>('[role=textbox]');
  /** What was marked in the open list of a choice when a key last was pressed there. */
  const marked = useRef<string | null>(null);
  const send = () => {
    if (busy || post.isPending) return;
    if (isBlank(draft.html)) {
      setMissing(`Nothing is written yet. A ${kind} needs a text.`);
      return textBox()?.focus();
    }
    if (overtaken) {
      seenNow(ticket, change);
      setMissing(`${overtaken} has written since you began. Read it, then send yours, as it is or changed.`);
      return;
    }
    const inner = innerOf(draft);
    if (inner.length > 0 && warned.current !== draft.articles) {
      warned.current = draft.articles;
      setMissing('Not sent yet: read what goes to the client. Send again to send it as it is.');
      return textBox()?.focus();
    }
    if (draft.call && called(draft).minutes === null) {
      setMissing(called(draft).fault ?? 'Say how long the call was.');
      return box.current?.querySelector<HTMLElement>('.f-composer-call .f-minutes input')?.focus();
    }
    if (spent(draft).fault)
      return box.current?.querySelector<HTMLElement>('.f-composer-foot .f-minutes input')?.focus();
    setMissing(null);
    // What got no answer is sent again as it was: should it have arrived, it is there once.
    const body = draft.unanswered ?? {
      ...toPost(draft, ticket.transitions, usual?.value),
      clientId: writtenFor(ticket, draft),
    };
    // Before it goes: the page may be left while it is on its way.
    change({ unanswered: body });
    putIn.current = draft.articles;
    // What is pressed next is meant for the page. Should it be refused, one goes on where one was.
    const from = document.activeElement;
    talk()?.focus({ preventScroll: true });
    post.mutate(
      { params: { idOrKey: ticket.id }, body },
      {
        onError: (error) => {
          if (!isUnanswered(error)) change({ unanswered: null });
          // Retired, or for others by now.
          if (error instanceof ApiProblem && error.errors.some(({ path }) => path === 'answeredWith'))
            change({ articles: draft.articles.map((article) => ({ ...article, readable: false })) });
          // A choice would open its list, and the next key would be meant for that.
          const back = from?.matches('[aria-haspopup=listbox]') ? textBox() : from;
          if (document.activeElement === talk() && back instanceof HTMLElement) back.focus();
          // Where it went meanwhile is to stand there before it is sent again.
          if (error instanceof ApiProblem && error.status === 409) void refreshTickets();
        },
      },
    );
  };
  /** A choice was made by the key that sends: once the draft has it, it goes. */
  const [chosen, setChosen] = useState(false);
  const sendChosen = useEffectEvent(send);
  useEffect(() => {
    if (!chosen) return;
    setChosen(false);
    sendChosen();
  }, [chosen]);
  const write = (as: WrittenKind) => {
    flushSync(() => {
      openTab('conversation');
      setOpened(true);
      setWanted(true);
      // What was kept from another client's people becomes a reply only by saying so.
      change((now) => (now.moved || kindOf(now) === as ? {} : asKind(as)));
    });
    textBox()?.focus();
  };
  const mayWrite = can('ticket.reply');
  useShortcuts(
    [
      { combo: 'r', label: 'Reply', group: 'Ticket', opens: 'field', run: () => write('reply') },
      { combo: 'i', label: 'Internal note', group: 'Ticket', opens: 'field', run: () => write('note') },
      { combo: 'l', label: 'Log a call', group: 'Ticket', opens: 'field', run: () => write('call') },
    ],
    mayWrite,
  );
  const leave = () => {
    setWanted(false);
    setOpened(false);
  };
  useShortcuts([{ combo: 'escape', label: 'Stop writing', group: 'Ticket', silent: true, run: leave }], wanted);
  const quote = useStore(quoteStore);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each quote
  useEffect(() => {
    if (quote?.ticketId !== ticket.id) return;
    quoteStore.set(null);
    const { html, article, visibility } = quote;
    // The menu that it comes from gives the focus back to its button first.
    setTimeout(() => {
      change((now) => written(ticket, now.html + html)(now));
      if (article)
        change(({ articles }) => ({ articles: [...articles.filter(({ id }) => id !== article.id), article] }));
      write(visibility ? kindOf({ visibility, call: null }) : kind);
    }, MENU_MS);
  }, [quote]);
  if (!mayWrite) return null;
  const open = opened || isWorth(draft);
  const onKeyDown = (event: Press) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) return send();
    // The editor takes Escape for itself as well; a list of offers is closed by it, and nothing else.
    if (event.key !== 'Escape' || offering.current) return;
    // Back to the page, whose keys are in force again, and from where Tab begins with the ticket.
    document.getElementById('content')?.focus({ preventScroll: true });
    leave();
  };
  return (
    <section
      ref={box}
      className="f-composer"
      aria-label="Write"
      data-open={open || undefined}
      data-note={draft.visibility === 'internal' || undefined}
      onFocus={() => {
        setWanted(false);
        setOpened(true);
      }}
      onKeyDownCapture={(event) => {
        offering.current = box.current?.querySelector('[aria-activedescendant]') != null;
        // A choice takes Enter for itself, with Ctrl as well.
        const choice =
          event.target instanceof Element && event.target.matches('[aria-haspopup=listbox]') && event.target;
        if (!choice || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        // What is marked in its open list is meant, and goes with it; unless the list has changed under the mark.
        if (choice.getAttribute('aria-expanded') !== 'true' || markedIn(choice) !== marked.current) return send();
        choice.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
        );
        setChosen(true);
      }}
      onKeyDown={onKeyDown}
      onKeyUp={({ target }) => {
        marked.current = target instanceof Element ? markedIn(target) : null;
      }}
    >
      {open && (
        <div className="f-composer-head">
          <SegmentedControl
            aria-label="What to write"
            data={[...WRITTEN_KINDS]}
            value={kind}
            onChange={(value) => change({ ...asKind(value as WrittenKind), moved: null })}
          />
          <Recipients ticket={ticket} visibility={draft.visibility} />
        </div>
      )}
      {open && draft.call && (
        <CallFields
          call={draft.call}
          onChange={(call) => {
            setMissing(null);
            change({ call });
          }}
        />
      )}
      {open || soon ? (
        <Editor
          bare={!open}
          label={WRITTEN_KINDS.find(({ value }) => value === kind)?.label ?? ''}
          placeholder={open ? PLACEHOLDERS[kind] : 'Write a reply or an internal note'}
          value={draft.html}
          {...(missing ? { faultId } : {})}
          onChange={(html) => {
            setMissing(null);
            change(written(ticket, html));
            typing();
          }}
          onSubmit={send}
          takesFocus={wanted}
          onFiles={(files) => void attach(files)}
          snippets={snippets.offers}
          fillSnippet={snippets.fill}
          previewSnippet={snippets.preview}
          {...(draft.visibility === 'internal'
            ? { mentions: people.map(({ id, name }) => ({ id, label: name })) }
            : {})}
        />
      ) : (
        <div className="f-composer-waiting" />
      )}
      <MovedAway
        ticket={ticket}
        draft={draft}
        onReply={() => {
          change({ ...asKind('reply'), moved: null });
          textBox()?.focus();
        }}
      />
      <InnerText draft={draft} />
      {draft.visibility === 'public' && NAMING.test(plainText(draft.html)) && (
        <p className="f-composer-missing" role="status">
          @ calls nobody in a reply, which the client reads. To call a colleague, write an internal note.
        </p>
      )}
      {overtaken && (
        <p className="f-composer-missing" role="status">
          <bdi>{overtaken}</bdi> has written since you began.
        </p>
      )}
      {missing && (
        <p className="f-composer-missing" role="alert" id={faultId}>
          {missing}
        </p>
      )}
      {snippets.missing.length > 0 && (
        <p className="f-composer-missing" role="status">
          Nothing on this ticket fills: {snippets.missing.join(', ')}. Look before you send.
        </p>
      )}
      <Attached
        files={draft.attachments}
        onRemove={(id) => change(({ attachments }) => ({ attachments: attachments.filter((file) => file.id !== id) }))}
      />
      {open && (
        <ComposerFoot
          ticket={ticket}
          draft={draft}
          change={change}
          attach={attach}
          send={send}
          ready={!busy}
          sending={post.isPending}
        />
      )}
    </section>
  );
}
