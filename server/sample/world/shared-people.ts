/** People who work for several clients: one human, a card at each. */
export const SHARED_PEOPLE: readonly {
  name: string;
  title: string;
  email: string;
  phone: string;
  clients: readonly string[];
}[] = [
  {
    name: 'Helen Kostas',
    title: 'Bookkeeper (external)',
    email: 'helen@kostasbooks.example',
    phone: '0491 570 156',
    clients: ['QUAR', 'ROSE', 'WREN'],
  },
  {
    name: 'Graham Tully',
    title: 'Chief financial officer, part-time',
    email: 'graham@tullyadvisory.example',
    phone: '0491 570 157',
    clients: ['VEGA', 'YARR'],
  },
  {
    name: 'Natalie Prescott',
    title: 'Marketing contractor',
    email: 'natalie@prescottstudio.example',
    phone: '0491 570 158',
    clients: ['CORAL', 'SUNS', 'JACA'],
  },
  {
    name: 'Rangi Tamihana',
    title: 'Safety auditor',
    email: 'rangi@tamihana.example',
    phone: '+64 21 555 031',
    clients: ['KAURI', 'WEKA'],
  },
];
