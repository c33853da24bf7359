/** Who is told of a ticket, in English: by it the others are measured. */
export default {
  'people.colleagues': 'Colleagues who are told as well',
  'people.others': 'Others, by mail address',
  'people.othersHelp': 'Your service desk decides about whom it does not know.',
  'people.remove': 'Do not tell {name}',
  'people.label': 'Who is told',
  'people.also': 'Also told:',
  'people.takeOff': 'Take {name} off',
  'people.notTakenOff': 'Not taken off',
  'people.proposed': 'Your service desk decides about {who}.',
  'people.add': 'Add people',
  'people.addThem': 'Add',
} as const;
