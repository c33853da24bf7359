import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const outlook: Scenario = {
  key: 'outlook',
  kind: 'incident',
  weight: 9,
  category: ['E-mail', 'Outlook'],
  service: 'E-mail and calendar',
  impact: 3,
  urgency: 2,
  device: true,
  tags: ['outlook'],
  cases: [
    {
      title: ['Outlook keeps asking for my password', 'Outlook password window comes up again and again'],
      body: [
        'since this morning Outlook asks for my password every few minutes. I type it in, the window goes away and comes right back. Webmail works fine.',
        'Outlook on {pc} wants my password over and over. The password is right, I can sign in on the web with it.',
      ],
      call: '{first} rang: Outlook on {pc} asks for the password in a loop, webmail is fine with the same password.',
      moves: [
        reply(
          'webmail working is a good sign: your password is right and only Outlook has forgotten how to use it. May I connect to {pc} for ten minutes? When does it suit you?',
        ),
        answer(['now is fine.', 'any time before lunch.', 'go ahead, I am at my desk.']),
        note(
          'Old cached token in Credential Manager, and the account showed as "work offline: needs attention". Removed both entries, signed out of Office, signed in again with MFA.',
          { minutes: [10, 20] },
        ),
        resolve(
          'fixed',
          'I cleared the old sign-in that Windows had kept and signed Outlook in anew. The window should stay away now. If it ever comes back, please note what you did just before.',
          {
            note: 'Removed stale MicrosoftOffice16 tokens from Credential Manager and re-authenticated.',
            cause: 'Stale cached sign-in after the password change',
            minutes: [5, 10],
          },
        ),
      ],
      relapse: {
        says: 'it was fine for two hours and now the window is back.',
        moves: [
          note('Second token from an old Teams classic install writes itself back. Uninstalled it.', {
            minutes: [10, 15],
          }),
          resolve(
            'fixed',
            'found the culprit: the old Teams was still installed beside the new one and kept putting the old sign-in back. It is gone now. I have watched Outlook for half an hour without a question.',
            {
              note: 'Removed Teams classic, which restored the stale token.',
              cause: 'Teams classic restored the old sign-in',
              minutes: [10, 20],
            },
          ),
        ],
      },
    },
    {
      title: ['Search in Outlook finds nothing from this year', 'Outlook search shows old mails only'],
      body: [
        'when I search in Outlook I only get mails from last year. I know that there are newer ones, I can scroll to them.',
        'the search box in Outlook has stopped finding anything recent. I look for a mail from {colleague} of last week that is definitely in my inbox.',
      ],
      moves: [
        reply(
          'that sounds like the search index. In the meantime the search on outlook.office.com finds everything, as it does not use the index on your computer. I will start a rebuild on {pc} over lunch; you may keep working, search will just be incomplete until it is done.',
          { minutes: [5, 10] },
        ),
        note('Index was stuck at 41 812 items "waiting". Rebuild started 12:05.', {
          after: [60, 180],
          minutes: [5, 10],
        }),
        hold(
          'scheduled',
          'the rebuild is running and needs the rest of the day. Please leave the computer on tonight; I will check tomorrow morning.',
          { after: [20, 60], days: [1, 1] },
        ),
        resolve(
          'fixed',
          'the index is complete: 63 000 items, nothing waiting. I searched for something of this week and found it. Please try yours as well.',
          {
            note: 'Rebuilt the Windows Search index; paused at full battery saver before, power plan adjusted.',
            cause: 'Search index had stopped at low battery',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Outlook closes by itself when I open a mail', 'Outlook crashes'],
      body: [
        'Outlook shuts down whenever I open certain mails. It says it is restoring my session and then closes again.',
        'my Outlook crashes several times an hour. I have restarted twice. I cannot send the offers that are due today.',
      ],
      call: '{first} on the phone: Outlook closes when opening mails, several times an hour. Uses webmail for the urgent ones now.',
      urgency: 1,
      moves: [
        reply(
          'sorry, that is a nuisance. Please use Outlook on the web for what cannot wait. I am reading the crash log of {pc} now.',
          { after: [3, 20] },
        ),
        note(
          'Faulting module is the PDF add-in (version of March). Same on {otherPc}. Disabled the add-in, Outlook has been stable for 40 minutes.',
          { minutes: [15, 25] },
        ),
        reply(
          'an add-in for PDF files brings Outlook down. I have switched it off on your computer, and you lose nothing but its button in the ribbon. Could you try the mails that made it crash?',
        ),
        answer(['three of them opened without trouble. Looks good.', 'works now! I do not need that button anyway.']),
        resolve(
          'fixed',
          'great. I will update the add-in on all computers at {client} tonight, so nobody else runs into it.',
          {
            note: 'Disabled the add-in on the machine; fleet-wide update scheduled through device management.',
            cause: 'Outdated PDF add-in crashed Outlook',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['Mailbox full, cannot send', 'Outlook says my mailbox is full'],
      body: [
        'I get "your mailbox is full" and cannot send. I have already emptied the deleted items.',
        'Outlook refuses to send since {time} because the mailbox is full. I need to answer a customer before noon.',
      ],
      call: '{first} cannot send, mailbox full. Deleted items are empty already.',
      moves: [
        reply(
          'I have raised the limit for a few days so that you can send again; it takes about fifteen minutes to arrive. Then we make room properly: may I switch on the online archive? Everything older than two years moves there by itself and stays searchable.',
          { after: [4, 25], minutes: [5, 10] },
        ),
        answer([
          'sending works again, thank you. Archive is fine for me.',
          'yes please, as long as I can still find the old tenders.',
        ]),
        note(
          'Mailbox 49.6 of 50 GB, 18 GB of it sent items with drawings. Archive enabled, policy "2 years" assigned, started the assistant.',
          { minutes: [10, 15] },
        ),
        resolve(
          'fixed',
          'the archive is on. Over the next two days you will see older mails move to "Online archive", below your inbox. Search looks there too.',
          {
            note: 'Enabled archive mailbox with the two-year policy.',
            cause: 'Mailbox had reached its quota',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Cannot open shared mailbox “{box}” any more', '“{box}” mailbox has vanished from Outlook'],
      slots: { box: ['accounts', 'info', 'orders', 'bookings', 'reception'] },
      body: [
        'the shared mailbox "{box}" is not in my Outlook any more. {colleague} still has it. I am on duty for it today.',
        'since the update I do not see the {box} mailbox. It used to be below my own folders.',
      ],
      impact: 2,
      moves: [
        reply(
          'thanks {first}. Your permission is still there, so it is Outlook that does not mount it. Until I have it back, this opens it in the browser: outlook.office.com, your picture, "Open another mailbox", type {box}.',
        ),
        handOver(
          'cloud',
          'Automapping gone for three people at {client} since last night; please look at the attribute on the mailbox.',
        ),
        note(
          'Someone removed and re-added the group, which does not automap. Set full access per person with automapping again.',
          { minutes: [15, 25] },
        ),
        resolve(
          'fixed',
          'it is back: please close Outlook for a minute and open it again, then "{box}" appears below your own folders. It can take up to half an hour.',
          {
            note: 'Re-granted full access individually so that automapping works; group permission removed.',
            cause: 'Permission through a group does not map the mailbox',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};
