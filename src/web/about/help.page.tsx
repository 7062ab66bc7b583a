import { Card, Columns } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

export const HelpPage = () => (
  <Layout title="Hulp" width="wide">
    <h1 class="govuk-heading-l">Hulp</h1>
    <p class="app-lead">Kom je er niet uit? Kijk of je vraag hier staat.</p>
    <Columns
      equal
      main={
        <>
          <Card id="eerste-keer" title="De eerste keer inloggen">
            <p>
              Je krijgt van je mentor een brief met een code. Ga naar de pagina die in de brief staat, vul de code in en
              bedenk een wachtwoord. Je kunt de code één keer gebruiken.
            </p>
            <h3 class="govuk-heading-s">Brief kwijt of code verlopen?</h3>
            <p>
              Vraag je mentor om een nieuwe brief. De oude code werkt dan niet meer. Ook als ouder krijg je een nieuwe
              brief via de mentor.
            </p>
          </Card>
          <Card id="wachtwoord" title="Wachtwoord vergeten">
            <p>
              <strong>Leerling:</strong> vraag het aan je mentor. Die maakt een nieuwe code, en daarmee kies je een
              nieuw wachtwoord.
            </p>
            <p>
              <strong>Ouder of medewerker:</strong> <a href="/wachtwoord-vergeten">vraag een link aan</a> die per mail
              komt. Kent de school je adres niet? Vraag dan de mentor of de beheerder om een brief met een code.
            </p>
            <p>Te vaak een verkeerd wachtwoord? Wacht een paar minuten en probeer het opnieuw.</p>
          </Card>
          <Card id="klopt-niet" title="Er klopt iets niet">
            <p>
              Een verkeerde naam, klas of geboortedatum komt uit de administratie van je school. Vertel het aan je
              mentor. Klopt een activiteit niet? Dan kan je mentor of decaan die verbeteren.
            </p>
          </Card>
        </>
      }
      aside={
        <>
          <Card id="delen" title="Delen met een mbo-school">
            <p>
              Bij ‘Wie mag lezen’ zie je welke school wat mag lezen. Daar geef je toestemming en daar trek je die ook
              weer in. Dat werkt meteen.
            </p>
            <p>Ben je jonger dan 16, dan moet ook een ouder met gezag ja zeggen.</p>
          </Card>
          <Card id="gekeken" title="Iemand heeft gekeken">
            <p>
              Bij ‘Wie heeft gekeken’ staat wie jouw dossier las, van welke school en waarom. Snap je niet waarom iemand
              keek? Vraag het aan je mentor, of aan de privacy-functionaris van je school.
            </p>
          </Card>
          <Card id="werkt-niet" title="De site werkt niet goed">
            <p>
              Laad de pagina opnieuw of probeer een andere browser. Werkt het nog niet? Vertel de beheerder van je
              school op welke pagina het was, wat je deed en hoe laat.
            </p>
          </Card>
        </>
      }
    />
  </Layout>
);
