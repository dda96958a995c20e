import type { exchange as da } from '../da/exchange';
import type { Same } from '../same';

/** Own keys and the contacts files are exchanged with. */
export const exchange: Same<typeof da> = {
  title: 'Exchange',
  lede_zero: 'No contacts yet.',
  lede_one: '{{count}} contact.',
  lede_other: '{{count}} contacts.',
  uncompared_one: '{{count}} fingerprint has not been compared.',
  uncompared_other: '{{count}} fingerprints have not been compared.',
  kinds: { school: 'school', hr: 'HR' },
  own: {
    title: 'Your key',
    text: 'Files between the school and HR are locked to the receiver’s key and signed with the sender’s. Give the key file to those who shall be able to send you files. It is not secret. When they call, you read the fingerprint aloud.',
    fingerprint: 'Your fingerprint',
    write: 'Save your key file',
    written: 'The key file is saved. Send it to the one you want to exchange with.',
  },
  contacts: {
    title: 'Contacts',
    add: 'Add from key file',
    name: 'Contact',
    state: 'Fingerprint',
    files: 'Files',
    actions: 'Actions',
    emptyTitle: 'There are no contacts yet',
    emptyText:
      'Ask the other for their key file and choose Add from key file. Save your own and send it back.',
    trust: { new: 'not compared', compared: 'compared {{date}}', blocked: 'blocked' },
    added: 'added {{date}}',
    lastSent: 'sent {{date}}',
    lastRead: 'read {{date}}',
    none: 'none',
    compare: 'Compare',
    rename: 'Rename',
    block: 'Block',
    unblock: 'Lift the block',
    remove: 'Remove',
    actionFor: '{{action}}: {{name}}',
    removed: '{{name}} has been taken off the list.',
    blocked: '{{name}} is blocked.',
  },
  adding: {
    title: 'Add contact',
    text: 'The key file says it comes from:',
    name: 'Name on the list',
    fingerprint: 'Fingerprint',
    hint: 'Anybody can write a name in a file. Afterwards call a number you know and compare the fingerprint.',
    namesake:
      'You already have a contact with that name and another fingerprint. Call and ask whether they have a new key before you add it.',
    missingName: 'Write a name.',
    add: 'Add',
  },
  comparing: {
    title: 'Compare with {{name}}',
    text: 'Call a number you already know and ask them to read their own fingerprint aloud under Exchange. It must be these eight groups, in the same order:',
    same: 'It is the same',
    different: 'It is not the same',
    differentText:
      'Then the key is not theirs. Block the contact and ask for a new key file in a way you trust.',
    block: 'Block {{name}}',
  },
  renaming: { title: 'Rename {{name}}', name: 'Name on the list' },
  settingsTitle: 'Exchange with HR and others',
  settingsTitleOffice: 'Exchange with the schools',
  settingsText: 'Your key, and those you send files to and get files from.',
  open: 'Exchange',
};
