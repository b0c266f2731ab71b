/** A person of the example company. Each emulator has some of them, in its provider's own spelling. */
export interface ExamplePerson {
  readonly first: string;
  readonly last: string;
  /** Lower case; providers may hold it otherwise. */
  readonly email: string;
  /** E.164; providers may hold it without plus, with spaces or as a national number. */
  readonly phone: string;
}

const ROWS = `
Anna|Kowalska|+48500111222
Błażej|Łopuszański|+48600700800
Mikołaj|Różecki|+48500600700
Zofia|Wójcik|+48501222333
Grzegorz|Brzęczyszczykiewicz|+48502333444
Świętosława|Żółć|+48503444555
Józef|Dąbrowski|+48504555666
Małgorzata|Szymańska|+48505666777
Paweł|Zieliński|+48506777888
Katarzyna|Woźniak|+48507888999
Łukasz|Kamiński|+48508999111
Agnieszka|Lewandowska|+48509111333
Jan|Nowak|+48510222444
Janina|Nowak|+48510222445
Ewa|Górska|+48511333555
Tomasz|Mazur|+48512444666
Żaneta|Krawczyk|+48513555777
Piotr|Piotrowski|+48514666888
Ola|Ćwik|+48515777999
Stanisław|Grabowski|+48516888111
Barbara|Nowicka|+48517999222
Henryk|Ślusarczyk|+48518111444
Irena|Pawłowska|+48519222555
Marek|Michalski|+48520333666
Natalia|Adamczyk|+48521444777
Oskar|Dudek|+48522555888
Patrycja|Zając|+48523666999
Rafał|Wieczorek|+48524777111
Sylwia|Jabłońska|+48525888222
Tadeusz|Król|+48526999333
Urszula|Majewska|+48527111555
Wiktor|Olszewski|+48528222666
Wanda|Jaworska|+48529333777
Zbigniew|Wróbel|+48530444888
Aleksander|Malinowski|+48531555999
Beata|Stępień|+48532666111
Cezary|Pietrzak|+48533777222
Dorota|Walczak|+48534888333
Emil|Baran|+48535999444
Felicja|Sikora|+48536111666
John|O'Brien|+442079460018
Siobhán|Ní Dhomhnaill|+353861234567
Jürgen|Müller-Lüdenscheidt|+4915112345678
François|L'Hôpital|+33612345678
Mary|Smith|+12025550143
`;

/** All persons in a fixed order. Number 0 (Anna Kowalska) is at all five providers. */
export const PEOPLE: readonly ExamplePerson[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [first = '', last = '', phone = ''] = row.split('|');
    return { first, last, email: `${toAsciiName(first)}.${toAsciiName(last)}@example.com`, phone };
  });

function toAsciiName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');
}
