/** The vocabulary of generated tickets: a few dozen things, troubles and places, and some hundred sentences made of parts. */

const list = (text: string) => text.split(',').map((word) => word.trim());

const THINGS = list(
  'Outlook, Printer, Laptop, VPN client, Scanner, Docking station, Teams call, SharePoint site, Shared mailbox, Calendar, Phone, Headset, Monitor, Keyboard, Badge reader, Payroll export, Invoice run, CRM login, ERP client, File share, Backup job, Access point, Switch, Router, Firewall rule, Certificate, Domain, Website, Webcam, Projector, Tablet, Label printer, Password, Two-factor code, Remote desktop, Antivirus, Windows update, Browser, Spreadsheet macro, Database report',
);
const PROBLEMS = list(
  'does not start, is slow, shows an error, keeps asking for the password, lost its settings, disconnects, prints blank pages, cannot be reached, is out of space, needs access, must be replaced, freezes after login, drops every hour, is missing a license, sends twice, does not sync, was locked out, has no sound, stays offline, cannot be opened',
);
const PLACES = list(
  'at reception, in the warehouse, on floor two, on floor five, in the meeting room, at home, in the branch office, in accounting, in sales, in the workshop, at the front desk, in the server room, in the canteen, on the road, in marketing',
);
const TAGS = list(
  'vip, onsite, warranty, hardware, software, network, mail, printing, access, security, onboarding, offboarding, backup, phone, mobile, web, database, report, license, purchase, training, recurring, urgent, audit, patch, monitoring, storage, wifi, cloud, identity, meeting, remote, finance, sales, warehouse, branch, vendor, project, weekend, escalated',
);
const SUBJECTS = list(
  'The user, A colleague, Our whole team, The manager, The night shift, Somebody in the office, The new starter, The supplier, Accounting, The visitor, The contractor, The driver, The assistant, The director, The caller, The customer',
);
const VERBS = list(
  'reports that nothing happens after clicking, sees a grey window and has to restart, tried another cable without success, gets the same message on two machines, cannot finish the monthly closing, waits since early morning, already restarted twice, changed nothing since last week, needs this before the audit, found a workaround that takes an hour, asks whether data is lost, wants to know when it is mended, compared it with the old device, followed the article from the portal, can work on the spare unit meanwhile, lost the draft of a contract',
);
const CONDITIONS = list(
  'since the update last night, after moving desks, while connected through the tunnel, only in the afternoon, whenever the attachment is large, although the cable was changed, because the disk filled up, with code 0x80070005, with code 0x8024402C, on both accounts',
);
const FIRST = list(
  'Ada, Alan, Amara, Anders, Anita, Ben, Bianca, Carl, Chen, Clara, Daniel, Dora, Elena, Emil, Fatima, Felix, Grace, Hana, Hugo, Ines, Ivan, Jana, Jonas, Kira, Lars, Leila, Lina, Marco, Maya, Nadia, Nils, Olga, Omar, Paula, Priya, Quentin, Rosa, Samir, Sofia, Tariq, Tess, Uma, Victor, Wanda, Xavier, Yara, Yusuf, Zoe',
);
const LAST_A = list(
  'Ash, Birch, Black, Bright, Clay, Cole, Drift, East, Fair, Field, Glen, Green, Hart, High, Lake, Lind',
);
const LAST_B = list('wood, ford, berg, stone, well, worth, man, ley, by, dale, son, gate');

const SENTENCES = SUBJECTS.flatMap((subject) =>
  VERBS.flatMap((verb, i) =>
    [0, 1].map((j) => `${subject} ${verb} ${CONDITIONS[(i + 3 * j + subject.length) % CONDITIONS.length]}.`),
  ),
);

export const WORDS = {
  things: THINGS,
  problems: PROBLEMS,
  places: PLACES,
  sentences: SENTENCES,
  first_names: FIRST,
  last_names: LAST_A.flatMap((a) => LAST_B.map((b) => a + b)),
  tags: TAGS,
};
