import { Qr } from '../ui/qr.js';

export interface ActivationProps {
  login: string;
  /** In groups of four. */
  code: string;
  /** Where people find the service: `https://dossier.example.nl`. */
  site: string;
}

/**
 * The address with login and code behind the #: a browser fills in the form with them and sends them to nobody, so that they
 * come in no log. Without scripts it opens the form, and one types.
 */
export const activationLink = ({ login, code, site }: ActivationProps): string =>
  `${site}/activeren#${new URLSearchParams({ login, code: code.replaceAll(' ', '') }).toString()}`;

/** How to sign in for the first time, with the camera of a phone or by typing. */
export const Activation = (props: ActivationProps) => (
  <div class="app-activation">
    <div>
      <p>
        <strong>Met je telefoon:</strong> richt de camera op het vierkant. Je hoeft dan alleen nog een wachtwoord te
        bedenken.
      </p>
      <p>
        <strong>Zonder telefoon</strong>, zo log je de eerste keer in:
      </p>
      <ol>
        <li>
          Ga naar <strong>{props.site}/activeren</strong>
        </li>
        <li>
          Vul je gebruikersnaam in: <strong>{props.login}</strong>
        </li>
        <li>
          Vul deze code in:
          <br />
          <span class="app-code">{props.code}</span>
        </li>
        <li>Bedenk een wachtwoord van minstens 10 tekens. Vier losse woorden is een goed wachtwoord.</li>
      </ol>
    </div>
    <Qr text={activationLink(props)} label="QR-code om met je telefoon te openen" />
  </div>
);
