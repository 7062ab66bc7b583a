import type { ApplicationSummary } from '../../dossier/dossier.dto.js';
import { DateText } from '../ui/blocks.js';
import { levelOf } from './words.js';

/** "vmbo kader, Zorg en welzijn → Verzorgende IG (niveau 3, bol), aangemeld 3 nov 2026", a line for each. */
export const Applications = (p: { from?: string; applications: readonly ApplicationSummary[] }) => (
  <>
    {p.applications.map((one, i) => (
      <span class="app-route" key={one.opleiding + one.location + one.leerweg}>
        {i === 0 && p.from && (
          <>
            {p.from} <span aria-hidden="true">→</span>
            <span class="govuk-visually-hidden">naar</span>{' '}
          </>
        )}
        <strong>{one.opleiding}</strong> ({levelOf(one)}), aangemeld <DateText at={one.appliedOn} short />
      </span>
    ))}
  </>
);
