import type { Waiting } from '../../privacy-rights/rights.types.js';
import { Notice } from '../ui/blocks.js';

/** On the page where someone begins: what pupils asked and what is not answered yet. */
export function WaitingNotice({ waiting: { rectifications, erasures } }: { waiting: Waiting }) {
  if (rectifications + erasures === 0) return null;
  return (
    <Notice tone="attention" icon="chat">
      {erasures > 0 && (
        <p>
          <a href="/bewaren">
            {erasures === 1 ? 'Er wacht 1 verzoek om te wissen' : `Er wachten ${erasures} verzoeken om te wissen`}
          </a>
        </p>
      )}
      {rectifications > 0 && (
        <p>
          <a href="/verzoeken">
            {rectifications === 1
              ? 'Er wacht 1 verzoek over het dossier op antwoord'
              : `Er wachten ${rectifications} verzoeken over het dossier op antwoord`}
          </a>
        </p>
      )}
    </Notice>
  );
}
