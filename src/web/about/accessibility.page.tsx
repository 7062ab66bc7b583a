import { Layout } from '../ui/layout.js';

export const AccessibilityPage = () => (
  <Layout title="Toegankelijkheid">
    <div class="app-prose">
      <h1 class="govuk-heading-l">Toegankelijkheid</h1>
      <p class="app-lead">Iedereen moet het Doorstroomdossier kunnen gebruiken. Hier lees je hoe ver we zijn.</p>

      <h2>Wat we doen</h2>
      <ul>
        <li>We bouwen de pagina’s volgens WCAG 2.2, niveau A en AA.</li>
        <li>Alles werkt met alleen een toetsenbord, en ook zonder JavaScript.</li>
        <li>De pagina’s werken op een telefoon, en als je de tekst groter maakt.</li>
        <li>Kleur is nooit het enige verschil: er staat altijd ook een woord bij.</li>
        <li>We schrijven in gewone taal, op taalniveau B1.</li>
      </ul>

      <h2>Wat is gecontroleerd</h2>
      <p>
        De pagina’s worden automatisch gecontroleerd met het programma axe, op een groot en op een klein scherm. Zo’n
        programma vindt een deel van de problemen, niet alle.
      </p>

      <h2>Wat is nog niet gecontroleerd</h2>
      <ul>
        <li>Er is nog geen volledig onderzoek door een deskundige gedaan.</li>
        <li>De pagina’s zijn nog niet getest met schermlezers zoals NVDA en VoiceOver.</li>
        <li>Er is nog niet getest samen met gebruikers die een beperking hebben.</li>
      </ul>
      <p>Daarom zeggen we niet dat de site helemaal voldoet. We weten dat nog niet.</p>

      <h2>Loop je ergens tegenaan?</h2>
      <p>
        Vertel het aan je mentor, of aan de beheerder van je school. Zeg erbij op welke pagina het was en wat er
        gebeurde. Je school zorgt dat je de informatie krijgt op een manier die voor jou wel werkt.
      </p>
    </div>
  </Layout>
);
