import { defineWords } from '../web/words.ts';

export const aboutWords = defineWords({
  da: {
    was: 'Tilgængelighed',
    wasLead: 'Hvad der er gjort, for at alle kan bruge siderne, og hvad du kan gøre, hvis noget driller.',
    noStatement: 'Der er ikke offentliggjort en tilgængelighedserklæring for dette websted endnu',
    noStatementWhy:
      'Offentlige organer skal have en. Her står, hvad der gælder for programmet Fælled selv. Den, der driver webstedet, sætter ACCESSIBILITY_URL til adressen på erklæringen.',
    made: 'Sådan er siderne lavet',
    madeItems: [
      'De er lavet efter WCAG 2.2 på niveau AA.',
      'Alt kan læses og gøres uden JavaScript og med tastatur alene. Kun adgangsnøgler kræver JavaScript; en kode på e-mail er den anden vej ind.',
      'Farve er aldrig det eneste tegn: tegn og ord står ved siden af.',
      'De følger browserens indstillinger for skriftstørrelse, mørkt tema og mindre bevægelse, og de kan læses på en skærm, der er 320 pixel bred.',
    ],
    limits: 'Det ved vi ikke',
    limitsText:
      'Bilag og beviser, som fællesskabet lægger op eller henviser til, kan være lavet andre steder og på andre måder.',
    trouble: 'Når noget driller',
    troubleText:
      'Skriv til sekretariatet, hvilken side det er, og hvad der sker. Får du ikke et brugbart svar inden 10 arbejdsdage, kan du henvende dig til Digitaliseringsstyrelsen, som fører tilsyn med offentlige websteder.',
    agency: 'Digitaliseringsstyrelsen: når indhold ikke er tilgængeligt',
    source: 'Kildekode og licens',
    sourceLead: 'Fælled er fri software. Alle må bruge det, læse det, ændre det og give det videre.',
    licence: 'Licens',
    licenceText: 'Koden er under Mozilla Public License 2.0. Dokumentationen er under CC BY-SA 4.0.',
    licenceLink: 'Mozilla Public License 2.0',
    where: 'Hvor er kildekoden?',
    whereText:
      'Kildekoden følger med programmet. Bed den, der driver dette websted, om den udgave, der kører her; sætter de SOURCE_URL, fører linket direkte dertil.',
    version: (version: string) => `Her kører udgave ${version}.`,
  },
  en: {
    was: 'Accessibility',
    wasLead:
      'What has been done so that everyone can use the pages, and what you can do when something fails.',
    noStatement: 'No accessibility statement has been published for this site yet',
    noStatementWhy:
      'Public bodies must have one. This is what holds for the Fælled software itself. Whoever runs the site sets ACCESSIBILITY_URL to the address of the statement.',
    made: 'How the pages are made',
    madeItems: [
      'They are made to WCAG 2.2, level AA.',
      'Everything can be read and done without JavaScript and with the keyboard alone. Only passkeys need JavaScript; a code by e-mail is the other way in.',
      'Colour is never the only sign: a symbol and a word stand beside it.',
      'They follow the browser’s settings for text size, dark theme and less motion, and can be read on a screen 320 pixels wide.',
    ],
    limits: 'What we do not know',
    limitsText:
      'Annexes and evidence that the community uploads or refers to may have been made elsewhere and in other ways.',
    trouble: 'When something fails',
    troubleText:
      'Write to the secretariat which page it is and what happens. If you get no useful answer within 10 working days, you can turn to the Danish Agency for Digital Government, which supervises public websites.',
    agency: 'The Agency for Digital Government: when content is not accessible (in Danish)',
    source: 'Source code and licence',
    sourceLead: 'Fælled is free software. Everyone may use it, read it, change it and pass it on.',
    licence: 'Licence',
    licenceText: 'The code is under the Mozilla Public License 2.0. The documentation is under CC BY-SA 4.0.',
    licenceLink: 'Mozilla Public License 2.0',
    where: 'Where is the source?',
    whereText:
      'The source comes with the software. Ask whoever runs this site for the version that runs here; if they set SOURCE_URL, the link leads straight to it.',
    version: (version) => `Version ${version} runs here.`,
  },
});
