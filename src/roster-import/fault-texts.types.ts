interface FaultText {
  /** What is wrong. */
  text: string;
  /** What was expected; `{name}` is filled in from the fault. */
  expected: string;
}

const maxMb = 20;

/** Each class of fault in a file. A code that is not here does not compile, so none is without its words. */
export const faultTexts = {
  // the upload
  'no-file': { text: 'Er is geen bestand gekozen.', expected: 'een CSV-bestand of een zip met CSV-bestanden' },
  'file-empty': { text: 'Het bestand is leeg.', expected: 'een regel met kolomnamen en daaronder de leerlingen' },
  'file-too-large': { text: 'Het bestand is te groot.', expected: `ten hoogste ${maxMb} MB` },
  'file-is-spreadsheet': {
    text: 'Dit is een Excel- of Calc-bestand, geen CSV.',
    expected: 'een CSV-bestand; kies in het rekenblad voor "Opslaan als" en dan CSV UTF-8',
  },
  'file-is-binary': { text: 'Dit is geen tekstbestand.', expected: 'een CSV-bestand of een zip met CSV-bestanden' },
  'encoding-utf16': {
    text: 'De tekens zijn opgeslagen als UTF-16.',
    expected: 'een bestand dat is opgeslagen als "CSV UTF-8"',
  },
  'too-many-files': { text: 'Er zijn te veel bestanden.', expected: '{expected}' },
  'file-twice': { text: 'Dit bestand zit er twee keer in.', expected: 'elk bestand één keer' },
  'file-missing': { text: 'Er ontbreekt een bestand.', expected: 'ook het bestand {file}' },
  'zip-corrupt': { text: 'Het zip-bestand is beschadigd.', expected: 'een zip-bestand dat te openen is' },
  'zip-encrypted': { text: 'Het zip-bestand heeft een wachtwoord.', expected: 'een zip-bestand zonder wachtwoord' },
  'zip-bomb': {
    text: 'Het zip-bestand wordt uitgepakt te groot.',
    expected: 'ten hoogste 60 MB aan uitgepakte bestanden',
  },
  'zip-name': {
    text: 'In het zip-bestand staat een bestandsnaam die naar een andere map wijst.',
    expected: 'gewone bestandsnamen, zonder ".." en zonder schijfletter',
  },
  'zip-without-csv': { text: 'In het zip-bestand zit geen CSV-bestand.', expected: 'een zip met CSV-bestanden' },
  // the table
  'separator-unknown': {
    text: 'De kolommen zijn niet te onderscheiden.',
    expected: 'kolommen met een puntkomma of een komma ertussen',
  },
  'header-missing': { text: 'Een verplichte kolom ontbreekt.', expected: 'een kolom "{column}"' },
  'header-twice': { text: 'Deze kolom staat er twee keer in.', expected: 'elke kolom één keer' },
  'header-forbidden': {
    text: 'Dit gegeven mag hier niet worden bewaard.',
    expected: 'een bestand zonder BSN, onderwijsnummer of adres; haal de kolom weg',
  },
  'no-rows': { text: 'Onder de kolomnamen staan geen rijen.', expected: 'een rij per leerling' },
  'too-many-rows': { text: 'Het bestand heeft te veel rijen.', expected: 'ten hoogste {max} rijen' },
  'too-many-columns': { text: 'Het bestand heeft te veel kolommen.', expected: 'ten hoogste {max} kolommen' },
  'row-too-long': {
    text: 'Deze rij is te lang.',
    expected: 'een rij van ten hoogste {max} tekens; misschien ontbreekt er een aanhalingsteken',
  },
  'cells-too-many': { text: 'Deze rij heeft te veel cellen.', expected: '{count} cellen, net als de kolomnamen' },
  'cells-too-few': { text: 'Deze rij heeft te weinig cellen.', expected: '{count} cellen, net als de kolomnamen' },
  'quote-open': {
    text: 'Een aanhalingsteken wordt niet gesloten.',
    expected: 'een " aan het begin én aan het eind van de cel',
  },
  'quote-stray': {
    text: 'Een aanhalingsteken staat op een vreemde plek.',
    expected: 'aanhalingstekens om de hele cel; een " binnen de cel wordt ""',
  },
  // a cell
  'cell-too-long': { text: 'Deze tekst is te lang.', expected: 'ten hoogste {max} tekens' },
  'cell-empty': { text: 'Deze cel is leeg.', expected: '{expected}' },
  'cell-formula': {
    text: 'Deze cel lijkt op een formule van een rekenblad.',
    expected: 'tekst die niet begint met = + - @ of een tab',
  },
  'cell-control': {
    text: 'In deze cel staat een onzichtbaar stuurteken.',
    expected: 'gewone tekst op één regel',
  },
  'cell-garbled': {
    text: 'Hier zijn letters verminkt, bijvoorbeeld "JosÃ©" in plaats van "José".',
    expected: 'een bestand dat is opgeslagen als "CSV UTF-8"',
  },
  'name-wrong': { text: 'Dit is geen naam.', expected: 'een naam met ten minste één letter' },
  'pupil-number-wrong': {
    text: 'Dit is geen leerlingnummer.',
    expected: 'ten hoogste 40 letters en cijfers zonder spaties',
  },
  'pupil-number-twice': {
    text: 'Dit leerlingnummer staat twee keer in het bestand.',
    expected: 'elke leerling één keer; dit nummer staat ook op regel {line}',
  },
  'pupil-number-other-person': {
    text: 'Dit leerlingnummer is bij ons van een andere leerling.',
    expected: '{name}; een nummer dat al gebruikt is, mag niet naar een ander: die zou het dossier erven',
  },
  'pupil-number-is-bsn': {
    text: 'De leerlingnummers lijken burgerservicenummers of onderwijsnummers te zijn.',
    expected: 'het eigen leerlingnummer van de school; een BSN mag hier niet worden bewaard',
  },
  'date-format': { text: 'Dit is geen datum.', expected: 'een datum als 31-01-2010 of 2010-01-31' },
  'date-impossible': { text: 'Deze dag bestaat niet.', expected: 'een dag die op de kalender staat' },
  'date-in-future': { text: 'Deze dag moet nog komen.', expected: 'vandaag of een dag die geweest is' },
  'date-too-old': { text: 'Deze dag is te lang geleden.', expected: 'een dag op of na {since}' },
  'age-wrong': { text: 'Deze leeftijd kan niet kloppen.', expected: 'een leerling van 10 tot en met 25 jaar' },
  'year-wrong': { text: 'Dit is geen leerjaar.', expected: 'een cijfer van 1 tot en met 6' },
  'group-two-years': {
    text: 'Deze klas staat bij twee leerjaren.',
    expected: 'leerjaar {year}, zoals bij klas {group} op regel {line}',
  },
  'leerweg-unknown': { text: 'Deze leerweg is niet bekend.', expected: 'bb, kb, gl, tl, pro of vso' },
  'profiel-unknown': {
    text: 'Dit profiel is niet bekend.',
    expected:
      'BWI, PIE, M&T, MVI, MaT, Z&W, E&O, HBR, Groen, D&P, of bij tl: techniek, zorg en welzijn, economie, landbouw',
  },
  'email-wrong': { text: 'Dit is geen e-mailadres.', expected: 'een adres als naam@school.nl' },
  'email-twice': {
    text: 'Twee leerlingen hebben hetzelfde e-mailadres.',
    expected: 'een eigen adres per leerling; dit adres staat ook op regel {line}',
  },
  'yes-no-wrong': { text: 'Dit is geen ja of nee.', expected: 'ja of nee; leeg als het niet bekend is' },
  'guardian-without-name': {
    text: 'Van deze ouder ontbreekt de naam.',
    expected: 'ook een naam, of alle cellen van deze ouder leeg',
  },
  'guardian-twice': {
    text: 'Dezelfde ouder staat twee keer bij deze leerling.',
    expected: 'elke ouder één keer',
  },
  'guardian-email-shared': {
    text: 'De twee ouders van deze leerling hebben hetzelfde e-mailadres.',
    expected: 'voor elke ouder een eigen adres, of een lege cel: ieder geeft zelf toestemming',
  },
  'guardian-email-of-other': {
    text: 'Dit e-mailadres hoort bij een ouder met een andere achternaam.',
    expected: 'het eigen adres van deze ouder; het is ook van {name}',
  },
  'mentor-unknown': {
    text: 'Deze mentor is niet bekend.',
    expected: 'het e-mailadres van de mentor, of de naam zoals die bij de medewerkers staat',
  },
  'mentor-ambiguous': {
    text: 'Er zijn meer medewerkers met deze naam.',
    expected: 'het e-mailadres van de mentor',
  },
  'birth-date-missing': {
    text: 'Van deze nieuwe leerling is geen geboortedatum bekend.',
    expected: 'een geboortedatum; bij OneRoster in demographics.csv',
  },
  'pupil-left': {
    text: 'Deze leerling is van school gegaan.',
    expected: 'een lijst zonder deze leerling; terughalen kan alleen de beheerder, door zelf de lijst in te lezen',
  },
  'pupil-unknown': { text: 'Deze leerling is niet bekend.', expected: 'een leerlingnummer van deze school' },
  // LOB history
  'type-unknown': { text: 'Deze soort activiteit is niet bekend.', expected: 'een van: {types}' },
  'competence-unknown': { text: 'Deze loopbaancompetentie is niet bekend.', expected: 'een of meer van: {names}' },
  'row-twice': {
    text: 'Deze regel staat twee keer in het bestand.',
    expected: 'elke activiteit één keer; zie regel {line}',
  },
  // OneRoster
  'one-roster-version': { text: 'Deze versie van OneRoster is niet bekend.', expected: 'OneRoster 1.1 of 1.2' },
  'one-roster-delta': {
    text: 'Dit OneRoster-bestand bevat alleen wijzigingen.',
    expected: 'een volledige export (bulk), zodat te zien is wie er nog is',
  },
  'one-roster-schools': {
    text: 'In dit OneRoster-bestand staan meer scholen.',
    expected: 'een export van één school',
  },
  'one-roster-no-pupils': {
    text: 'In deze OneRoster-bestanden staan geen leerlingen.',
    expected: 'de rol student in roles.csv (versie 1.2) of in de kolom role van users.csv (versie 1.1)',
  },
  'one-roster-id-twice': {
    text: 'Dit kenmerk (sourcedId) staat twee keer in het bestand.',
    expected: 'elk kenmerk één keer; het staat ook op regel {line}',
  },
  'one-roster-reference': {
    text: 'Deze regel wijst naar iets dat niet in de bestanden staat.',
    expected: 'een sourcedId die in {file} staat',
  },
  'one-roster-no-group': {
    text: 'Deze leerling zit niet in een klas.',
    expected: 'een regel in enrollments.csv met een klas van het soort homeroom',
  },
  'one-roster-two-groups': {
    text: 'Deze leerling zit in twee stamklassen.',
    expected: 'één klas van het soort homeroom; ook gevonden: {other}',
  },
  'one-roster-no-year': {
    text: 'Het leerjaar van deze leerling is niet te vinden.',
    expected: 'een leerjaar in de kolom grades van users.csv of classes.csv',
  },
} as const satisfies Record<string, FaultText>;
export type FaultCode = keyof typeof faultTexts;

/** What a person should know before applying an import. */
export const noticeTexts = {
  'column-ignored': 'De kolom "{column}" kennen we niet en is overgeslagen.',
  'column-nameless': 'Kolom {number} heeft geen naam en is overgeslagen.',
  'file-ignored': 'Het bestand {file} is niet nodig en is overgeslagen.',
  'leerweg-read-as': 'De leerweg "{found}" is gelezen als {leerweg}.',
  'custody-unchanged':
    'Leerling {pupil}: het gezag van {guardian} verandert niet door een import; pas dat aan op de pagina Gezag.',
  'guardian-stays':
    'Leerling {pupil}: {guardian} staat niet in het bestand en blijft staan; pas dat aan op de pagina Gezag.',
  'guardian-spelled-twice':
    'Ouder {guardian} staat op verschillende manieren in het bestand; wat er nu staat, blijft staan.',
  'guardian-email-taken':
    'Leerling {pupil}: het nieuwe e-mailadres van {guardian} is al van een andere ouder; het oude adres blijft staan.',
  'cluster-teacher': 'De les "{title}" is niet voor een hele klas; de docent krijgt daardoor geen klas te zien.',
  'many-gone': 'Van de {total} leerlingen staan er {gone} niet in dit bestand. Is dit wel de hele lijst?',
  'same-pupil-other-number':
    'Leerling {pupil} is nieuw, maar lijkt op leerling {other}, die niet meer in het bestand staat. Is het nummer veranderd?',
  'history-known': '{count} activiteiten stonden al in de dossiers en zijn overgeslagen.',
} as const satisfies Record<string, string>;
export type NoticeCode = keyof typeof noticeTexts;
