import { escalate, handOver, note, reply, resolve } from '../scenario/moves.ts';
import type { Move, Text } from '../scenario/types.ts';

export type OutageScript = {
  title: Text;
  call: Text;
  category: readonly [string, string];
  service: string;
  moves: readonly Move[];
  children: readonly { title: Text; body: Text }[];
  /** What those who stood still are told at the end. */
  end: Text;
};

/** What takes a whole site down. */
export const OUTAGES: readonly OutageScript[] = [
  {
    title: '{app} unreachable for the whole of {site}',
    call: '{first} on the phone: nobody at {site} gets into {app}, the start page does not even load. Other websites work. They have gone over to paper.',
    category: ['Software', 'Business system'],
    service: 'Line-of-business application',
    moves: [
      reply(
        'we have your call and treat it as a major incident. I see that {app} does not answer from outside either. Next word from me in 20 minutes at the latest, sooner if there is news.',
        { after: [1, 4] },
      ),
      escalate('{app} down for everybody at {client}, they work on paper.', { after: [1, 4] }),
      note(
        'Application pool up, database up, load balancer marks both nodes as unhealthy. Health check gets 503 since 22 minutes.',
        { after: [3, 9], minutes: [10, 15] },
      ),
      handOver('major', 'Both nodes out at the load balancer; needs somebody who may change it.', { after: [2, 6] }),
      note(
        'Certificate for the health check was renewed tonight and the balancer does not trust the new chain. Importing the intermediate.',
        { after: [6, 14], minutes: [15, 20] },
      ),
      reply(
        'we have found it: since tonight’s renewal of a certificate one of our systems no longer trusts {app} and keeps everybody out. The correction is being tested. Expected back in 15 minutes.',
        { after: [4, 10] },
      ),
      resolve(
        'fixed',
        '{app} is back for everybody at {site}; we have watched it for a quarter of an hour. Please enter what is on paper. A short report with what we change, so that this does not come again, follows tomorrow.',
        {
          after: [70, 120],
          note: 'Imported the missing intermediate certificate on the load balancer; health checks green; chain is now part of the renewal script.',
          cause: 'Renewed certificate with a new chain was not trusted by the load balancer',
          minutes: [40, 60],
        },
      ),
    ],
    children: [
      { title: '{app} does not load', body: '{app} does not load. Just a white page with "503". Is it only me?' },
      {
        title: 'Cannot get into {app}',
        body: 'I cannot get into {app}, neither on {pc} nor on my phone. We have people waiting.',
      },
      {
        title: '{app} down??',
        body: 'Is {app} down? {colleague} has called already, I hear. I would like to be told when it is back, please.',
      },
      {
        title: 'Error 503 in {app}',
        body: 'Error 503 "Service unavailable" whenever I open {app}. I tried another browser.',
      },
      {
        title: '{app} logged me out and does not let me in',
        body: '{app} threw me out in the middle of a form and does not let me in again. Is what I typed lost?',
      },
      {
        title: 'Our whole team without {app}',
        body: 'The whole team stands around the printer because {app} is gone. How long will it take, roughly?',
      },
      {
        title: '{app} not working from home either',
        body: 'I work from home today and {app} does not open here either. Colleagues in the office have the same.',
      },
    ],
    end: '{app} is back. It had nothing to do with your computer: one of our systems kept everybody out after a certificate was renewed. What you had saved is there. Thank you for your patience.',
  },
  {
    title: 'No internet at {site}',
    call: '{first} rang from a mobile: no internet at {site}, phones dead as well, the mobile fallback did not take over. About everybody is affected.',
    category: ['Network', 'Internet link'],
    service: 'Network and Wi-Fi',
    moves: [
      reply(
        'we are on it and treat this as a major incident. {carrier} confirms that the line is down on their side. I am bringing up the mobile fallback by hand now.',
        { after: [2, 6] },
      ),
      escalate('{site} of {client} without internet and phones, fallback did not come up.', { after: [1, 4] }),
      note(
        'SIM of the fallback is active but the firewall waits for an address: APN profile was lost with the last firmware. Entered it by hand through the console cable, {colleague} on the phone.',
        { after: [6, 14], minutes: [20, 25] },
      ),
      reply(
        'the fallback is up: mail, {app} and phones work, at reduced speed. Please no large uploads and no video for now. {carrier} speaks of two hours.',
        { after: [3, 9] },
      ),
      note('Carrier: excavator two streets away, splicing since 40 minutes.', { after: [20, 40], minutes: [5, 10] }),
      resolve(
        'vendor_fixed',
        'the line is back and everything runs over it again, at full speed. The fallback is corrected and will be tested every month from now on, with a line to you about the result.',
        {
          after: [30, 70],
          note: 'Carrier repaired the fibre; fallback profile restored and monthly test scheduled.',
          cause: 'Fibre cut at the carrier; fallback lost its profile with a firmware update',
          minutes: [30, 45],
        },
      ),
    ],
    children: [
      {
        title: 'Internet down',
        body: 'no internet in our corner. I write from my phone. Phones on the desk are dead too.',
      },
      { title: 'Cannot make calls', body: 'none of the desk phones can call out. They say "registering".' },
      { title: 'Nothing works any more', body: 'mail, {app}, everything is dead here. Is it the building?' },
      {
        title: 'Wi-Fi connected, no internet',
        body: 'my laptop says "connected, no internet". I have restarted it twice.',
      },
      {
        title: 'Card terminal offline',
        body: 'our card terminal is offline and customers are getting impatient. Is there anything that we can do ourselves?',
      },
    ],
    end: 'the line of {site} is back, and so are mail, phones and {app}. It was a cut cable of {carrier}, nothing at your desk. Thank you for bearing with us.',
  },
];
