import type { ArticleVisibility } from '#shared/knowledge-words.ts';

/** Something that Harbour IT has written down. */
export type ArticleSpec = {
  title: string;
  category: string;
  service: string;
  /** Who wrote it, and keeps it right. */
  owner: string;
  visibility: ArticleVisibility;
  /** Codes of the clients it is for, with "chosen". */
  clients?: readonly string[];
  /** Days before the sample's end on which it was published; absent for one that never was. */
  published?: number;
  /** Days after the sample's end by which it is to be looked at; negative: it is due. */
  review?: number;
  body: string;
  /** A later text, and why. */
  next?: { body: string; note: string; published?: number };
  /** What somebody says is wrong with it. */
  flag?: string;
  /** Of which tickets it is told that it helped: by a word of their titles. */
  helps: RegExp;
};

const steps = (...lines: readonly string[]) => `<ol>${lines.map((line) => `<li>${line}</li>`).join('')}</ol>`;

const PRINTER = `<p>The printer is on, and Windows says <strong>Offline</strong>. Nearly always the way to it got lost, not the printer.</p><h2>Try this first</h2>${steps(
  'Switch the printer off, count to ten, switch it on again.',
  'Open <strong>Settings → Printers</strong>, choose it, and open its queue.',
  'In the menu Printer take the tick off <strong>Use printer offline</strong>.',
  'Print a test page.',
)}`;

/** A dozen: for clients' people, for some clients, and for the desk alone. */
export const ARTICLES: readonly ArticleSpec[] = [
  {
    title: 'A printer shows offline',
    category: 'Printing / Print queue',
    service: 'Printing',
    owner: 'tom',
    visibility: 'all',
    published: 80,
    review: 100,
    body: PRINTER,
    next: {
      body: `${PRINTER}<h2>It is still offline</h2><p>Tell us the name on the printer’s label. Somebody has to give it a fixed address, which takes us ten minutes.</p>`,
      note: 'Say what to do when it did not help',
      published: 40,
    },
    helps: /print|druck|imprim/i,
  },
  {
    title: 'Forgotten password: set a new one yourself',
    category: 'Access / Password and sign-in',
    service: 'Identity and access',
    owner: 'meilin',
    visibility: 'public',
    published: 85,
    review: 60,
    body: `<p>You can do this at any hour, without us.</p>${steps(
      'Open the sign-in page, enter your address and choose <strong>Forgot my password</strong>.',
      'Confirm with the app on your phone, or the number we have of you.',
      'Choose at least fourteen characters; three plain words do well.',
      'Sign in again on your phone and laptop. Mail on the phone asks within an hour.',
    )}<blockquote>Locked out after too many tries? Wait fifteen minutes; trying on makes it longer.</blockquote>`,
    helps: /password|passwort|locked|sign[- ]in/i,
  },
  {
    title: 'New phone: move the sign-in app',
    category: 'Access / Multi-factor sign-in',
    service: 'Identity and access',
    owner: 'meilin',
    visibility: 'all',
    published: 70,
    review: 20,
    body: `<p>Do this while you still have the old phone.</p>${steps(
      'On the laptop open <strong>My sign-ins → Security info</strong>.',
      'Choose <strong>Add method → Authenticator app</strong> and scan the code with the new phone.',
      'Delete the old phone from the list.',
    )}<h2>The old phone is gone</h2><p>Call us. We ask you two questions, switch the method off for ten minutes, and stay on the line while you set up the new one.</p>`,
    helps: /mfa|authenticator|new phone|multi-factor/i,
  },
  {
    title: 'VPN does not connect',
    category: 'Network / VPN',
    service: 'Remote access',
    owner: 'hamish',
    visibility: 'all',
    published: 75,
    review: -12,
    body: `${steps(
      'Open any page in the browser. If a hotel or airport asks you to agree, agree first.',
      'Close the client by its icon near the clock and start it again.',
      'Sign in with your whole address and confirm on your phone.',
      'It says <em>Gateway unreachable</em>? Share the phone’s connection once. If that works, the Wi-Fi blocks us.',
    )}<p>Still nothing? Send us the number that stands in the message.</p>`,
    flag: 'The gateway has another name since the firewall was changed; the picture in the client looks different too.',
    helps: /vpn/i,
  },
  {
    title: 'Shared mailbox does not show up in Outlook',
    category: 'E-mail / Shared mailbox',
    service: 'E-mail and calendar',
    owner: 'sofia',
    visibility: 'all',
    published: 60,
    review: 120,
    body: `<p>After we give you a mailbox it takes Outlook up to an hour to notice. Restarting it once is enough.</p>${steps(
      'Close Outlook, wait a minute, open it again.',
      'Look below your own folders: it stands there by its name.',
      'Still missing? Open <strong>outlook.office.com</strong>, press your picture and <strong>Open another mailbox</strong>. If it opens there, tell us: then it is your Outlook.',
    )}`,
    helps: /mailbox|outlook|postfach/i,
  },
  {
    title: 'I think I opened a phishing mail',
    category: 'Security / Phishing',
    service: 'E-mail and calendar',
    owner: 'hamish',
    visibility: 'public',
    published: 88,
    review: 45,
    body: `<p><strong>Nobody is cross with you. Tell us at once, also at night.</strong></p>${steps(
      'Do not delete the mail. Do not answer it.',
      'You typed your password? Set a new one now, then call us.',
      'You opened an attachment? Pull the network plug or switch Wi-Fi off, leave the laptop on, and call us.',
      'Press <strong>Report → Phishing</strong> in Outlook, so that we see whom else it reached.',
    )}`,
    helps: /phish|suspicious|spam/i,
  },
  {
    title: 'Get a deleted file back',
    category: 'Files / Restore',
    service: 'File storage',
    owner: 'luca',
    visibility: 'all',
    published: 50,
    review: 90,
    body: `<p>What was deleted in the last 93 days you can bring back yourself.</p>${steps(
      'Open the library in the browser and choose <strong>Recycle bin</strong> at the left.',
      'Sort by <strong>Date deleted</strong>, tick the file, press <strong>Restore</strong>.',
      'It comes back to where it was. A file of the same name there keeps both.',
    )}<p>An older version of a file: right-click it and choose <strong>Version history</strong>.</p>`,
    helps: /restore|deleted|sharepoint|onedrive/i,
  },
  {
    title: 'The tills at Acme: after a power cut',
    category: 'Hardware / Point of sale',
    service: 'Line-of-business application',
    owner: 'ngaire',
    visibility: 'chosen',
    clients: ['ACME'],
    published: 30,
    review: 150,
    body: `<p>In this order, and not all at once: the tills look for the server only when they start.</p>${steps(
      'The cabinet in the back office: switch, then the small server. Wait until its light is green.',
      'The till at the entrance. It must say <em>Online</em> before you go on.',
      'The other tills, one after the other.',
      'Take a sale of one cent and cancel it.',
    )}`,
    helps: /till|point of sale|pos /i,
  },
  {
    title: 'New starter: what we need from you, and by when',
    category: 'Access / New starter',
    service: 'Identity and access',
    owner: 'dana',
    visibility: 'all',
    published: 65,
    review: 30,
    body: `<p>Three working days before the first one is enough for everything but a laptop, which takes ten.</p><ul><li>Name as it should stand in the address book, and the first day</li><li>Manager and place</li><li>Whom the access should be like</li><li>Phone: our own, theirs, none</li></ul><p>We write to the manager the day before with what is ready.</p>`,
    next: {
      body: `<p>Three working days before the first one is enough for everything but a laptop, which takes ten.</p><ul><li>Name as it should stand in the address book, and the first day</li><li>Manager and place</li><li>Whom the access should be like; <em>nobody is like the director</em></li><li>Phone: our own, theirs, none</li><li>Parking and door badge, if your office has them</li></ul><p>We write to the manager the day before with what is ready.</p>`,
      note: 'Door badges come to us now',
    },
    helps: /new starter|starts on|onboard/i,
  },
  {
    title: 'Disk fills up on a server: what may go',
    category: 'Servers / Capacity',
    service: 'Servers and hosting',
    owner: 'aoife',
    visibility: 'internal',
    published: 55,
    review: 15,
    body: `<p>Below 10 % free, and not before asking the owner of the data:</p>${steps(
      '<code>C:\\Windows\\SoftwareDistribution\\Download</code>: stop the update service, empty it, start it.',
      'IIS logs older than 90 days, unless the client is <strong>audited</strong> (tag on the client).',
      'Shadow copies: lower the limit, never to zero.',
    )}<pre><code>Get-ChildItem C:\\ -Recurse -File -ErrorAction SilentlyContinue |
  Sort-Object Length -Descending | Select-Object -First 25 FullName, Length</code></pre><p>Nothing helps? Grow the disk by a quarter and write a request for the next planning.</p>`,
    helps: /disk|free space/i,
  },
  {
    title: 'Backup failed overnight: read this before restarting it',
    category: 'Servers / Backup',
    service: 'Backup',
    owner: 'aoife',
    visibility: 'internal',
    published: 45,
    review: -3,
    body: `${steps(
      'Open the job and read the <em>first</em> error, not the last.',
      '<strong>Snapshot</strong>: a reboot is pending in two of three cases. Ask for a window.',
      '<strong>Target</strong>: check the free space and whether somebody changed the password of the repository.',
      'Start it by hand only outside of business hours: it slows the servers down.',
      'Two nights in a row: tell the client, and make it a P2.',
    )}`,
    helps: /backup/i,
  },
  {
    title: 'Wi-Fi in meeting rooms drops: what to measure first',
    category: 'Network / Wi-Fi',
    service: 'Network and Wi-Fi',
    owner: 'jack',
    visibility: 'internal',
    body: `<p>Draft. Before anybody moves an access point:</p>${steps(
      'Which band does the laptop use? <code>netsh wlan show interfaces</code>',
      'Signal below −70 dBm, or more than 25 devices on one point?',
      'Is it one model of laptop? Then it is the driver.',
    )}`,
    helps: /wi-?fi|wlan|wireless/i,
  },
];
