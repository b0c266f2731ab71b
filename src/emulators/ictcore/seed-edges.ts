import type { Values } from './table.js';

/** Contacts that try their readers: nothing, too much, and every character that means something somewhere. */
export const EDGES: readonly Values[] = [
  { first_name: 'Recepcja', last_name: null, phone: '+48221002000', email: 'info@example.com' },
  { first_name: 'Bartosz "Bart"', last_name: 'Kos', phone: '+48 22 100 20 00', email: 'bart.kos@example.com' },
  { first_name: 'Rabat 50%', last_name: 'A_B & C <D>', phone: '221002000', email: 'bart.kos@example.com' },
  { first_name: 'Zoë 🎉', last_name: "D'Arc\\", phone: '', email: '', custom2: '', description: 'café\n2nd line' },
  {
    first_name: 'Maksymilian Wolfgang Amadeusz Bonifacy Jan Nepomucen Sobiesław Z',
    last_name: 'x',
    phone: '48600100200',
  },
  { first_name: null, last_name: null, phone: '600100201', email: null },
  { first_name: null, last_name: null, phone: null, email: null, description: '' },
];
