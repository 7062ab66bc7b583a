import { Layout } from '../ui/layout.js';

export const PrivacyPage = () => (
  <Layout title="Privacy">
    <div class="app-prose">
      <h1 class="govuk-heading-l">Privacy</h1>
      <p class="app-lead">
        Het dossier gaat over de leerling. Daarom is het uitgangspunt: niemand ziet iets, behalve wie het nodig heeft en
        mag zien.
      </p>

      <h2>Wat staat in het dossier?</h2>
      <ul>
        <li>Je naam, geboortedatum, school, klas en leerlingnummer, en wie je ouders of verzorgers zijn.</li>
        <li>Wat je deed om te ontdekken wat bij je past: open dagen, meeloopdagen, stages, gesprekken.</li>
        <li>Wat je daar zelf over schreef.</li>
        <li>Voor welke opleiding je je aanmeldt.</li>
      </ul>
      <p>
        Je burgerservicenummer (BSN) en je adres staan er niet in. Een opmerking van een docent over jou kunnen jij en
        je ouders altijd lezen.
      </p>

      <h2>Wie ziet wat op je eigen school?</h2>
      <ul>
        <li>Je mentor en de decaan zien je activiteiten. Een docent ziet alleen wat hij zelf vastlegde.</li>
        <li>
          Wat je zelf schrijft, ziet niemand, tot jij het openzet. Je kiest apart voor school, voor je ouders en voor
          het mbo.
        </li>
        <li>
          Ben je jonger dan 16? Dan lezen je ouders met gezag mee, behalve in teksten die jij niet openzet. Vanaf 16
          zien zij alleen wat jij voor hen openzet. Een ouder zonder gezag ziet niets.
        </li>
        <li>De beheerder van de school ziet de leerlingenlijst, niet wat er in je dossier staat.</li>
      </ul>

      <h2>Wat ziet een mbo-school?</h2>
      <p>
        Meld je je aan, dan ziet de school je naam, je geboortedatum en de opleiding. Meer niet. De rest ziet de school
        alleen als er toestemming is: per school, per onderdeel, voor één doel en tot een datum.
      </p>
      <ul>
        <li>
          Ben je jonger dan 16, dan zeggen jij én een ouder met gezag ja. Zegt een andere ouder met gezag nee, dan gaat
          het niet door.
        </li>
        <li>Ben je 16 of ouder, dan beslis je zelf.</li>
        <li>
          Intrekken kan altijd, met één knop en zonder reden. Het werkt meteen. Wat een school al had opgeslagen of
          geprint, kunnen we niet terughalen.
        </li>
        <li>Een aanmelding wacht nooit op een dossier. Geen toestemming geven mag dus ook.</li>
      </ul>

      <h2>Wie heeft gekeken?</h2>
      <p>
        Elke keer dat iemand een deel van een dossier bekijkt of verandert, wordt dat vastgelegd: wie, van welke school,
        wat en waarom. Jij kunt dat zien bij ‘Wie heeft gekeken’. Ben je jonger dan 16, dan kunnen je ouders met gezag
        het ook zien. De privacy-functionaris van de school ziet deze lijst, maar niet wat er in je dossier staat.
      </p>

      <h2>Rechten</h2>
      <p>
        Je mag je gegevens inzien, een kopie krijgen en fouten laten verbeteren. Je mag vragen om iets te wissen, en
        bezwaar maken. Vraag het aan je mentor of aan de privacy-functionaris (FG) van je school. Je school antwoordt
        binnen een maand. Kom je er samen niet uit, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.
      </p>

      <h2>Hoe lang bewaren we het?</h2>
      <p>
        Een school mag een leerlingdossier hooguit twee jaar bewaren nadat je van school bent. Wat er daarna overblijft,
        is niet meer naar jou te herleiden.
      </p>

      <h2>Cookies</h2>
      <p>
        De site gebruikt alleen cookies die nodig zijn om ingelogd te blijven, een melding te tonen en je taal te
        onthouden. Er zijn geen advertenties en niemand volgt je.
      </p>
    </div>
  </Layout>
);
