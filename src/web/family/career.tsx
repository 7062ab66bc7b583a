import type { ContactResponse, DossierResponse } from '../../dossier/dossier.dto.js';
import { useView } from '../kit/view.js';
import { Card, Details, SummaryList, type SummaryRow } from '../ui/blocks.js';
import { Contact } from '../ui/data-blocks.js';
import { Zienswijzen } from './zienswijze.js';
import { schoolYearText } from './words.js';

/** School, class and who to ask; the years before it are folded. */
export function SchoolCard({ dossier, title, own }: { dossier: DossierResponse; title: string; own?: boolean }) {
  const { t, text } = useView();
  const { profile, schoolCareer = [] } = dossier;
  const [now, ...before] = schoolCareer;
  const track = (year: typeof now): string =>
    [year?.leerweg && text(`leerweg.${year.leerweg}`), year?.profiel && text(`profiel.${year.profiel}`)]
      .filter(Boolean)
      .join(', ');
  const rows: SummaryRow[] = [
    [t('career.school'), profile?.school ?? now?.school ?? ''],
    [t('career.group'), profile?.group ?? now?.group ?? ''],
    [t('career.track'), track(now)],
  ];
  return (
    <Card id="school" title={title}>
      <SummaryList rows={rows.filter(([, value]) => value !== '')} />
      <Zienswijzen
        items={[...(profile?.zienswijzen ?? []), ...schoolCareer.flatMap((year) => year.zienswijzen)]}
        name={own ? undefined : (profile?.givenName ?? '')}
      />
      {before.length > 0 && (
        <Details summary={t('career.before')}>
          <ul class="govuk-list">
            {before.map((year) => (
              <li key={year.schoolYear}>
                <strong>{schoolYearText(year.schoolYear)}</strong>
                <br />
                {[year.school, year.group, track(year)].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {profile?.contacts.map((contact) => (
        <Contact key={contact.role + contact.name} {...contact} role={roleText(text, contact)} />
      ))}
    </Card>
  );
}

const roleText = (text: (code: string) => string, { role }: ContactResponse): string => text(`role.${role}`);
