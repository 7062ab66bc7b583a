import type { GroupProgress, OverviewRow } from '../../dossier/overview.types.js';
import { EmptyState, LinkList, PageHeader } from '../ui/blocks.js';
import { PrintButton } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';

const STRIPS = 4;

export interface ReminderPageProps {
  group: string;
  groupId: string;
  /** Only pupils with whom something waits. */
  rows: OverviewRow[];
  /** Where a pupil signs in. */
  site: string;
}

/** A strip of paper per pupil, four on a page: what waits, in friendly words, and never what was written. */
export function ReminderPage({ group, groupId, rows, site }: ReminderPageProps) {
  const title = `Herinneringen voor ${group}`;
  const back = { href: `/klassen/${groupId}`, text: `Klas ${group}` };
  if (rows.length === 0)
    return (
      <Layout title={title} back={back}>
        <PageHeader title={title} />
        <EmptyState
          icon="check"
          title="Niemand hoeft iets te horen"
          text="Iedereen in deze klas schreef een reflectie en beantwoordde de vragen om te delen."
        />
      </Layout>
    );
  const sheets = Array.from({ length: Math.ceil(rows.length / STRIPS) }, (_, i) =>
    rows.slice(i * STRIPS, i * STRIPS + STRIPS),
  );
  return (
    <Layout title={title} width="wide" print back={back}>
      <PageHeader
        title={title}
        lead={`${rows.length === 1 ? '1 strook' : `${rows.length} stroken`} om uit te delen, vier op een blad.`}
        actions={<PrintButton>Printen</PrintButton>}
      />
      {sheets.map((own) => (
        <article key={own[0]?.pupilId} class="app-sheet app-sheet--strips">
          {own.map((row) => (
            <Strip key={row.pupilId} row={row} site={site} />
          ))}
        </article>
      ))}
    </Layout>
  );
}

function Strip({ row, site }: { row: OverviewRow; site: string }) {
  const tasks = [
    ...(row.states.includes('consent-unanswered')
      ? ['Een mbo-school vroeg of je je dossier wilt delen. Jij beslist: ja of nee.']
      : []),
    ...(row.states.includes('no-reflection')
      ? [
          row.activities === 1
            ? 'Er staat 1 activiteit in je dossier. Schrijf in een paar zinnen wat je ervan vond.'
            : `Er staan ${row.activities} activiteiten in je dossier. Kies er een en schrijf in een paar zinnen wat je ervan vond.`,
        ]
      : []),
  ];
  return (
    <section class="app-strip">
      <p class="app-strip__who">
        <strong>{row.name}</strong> <span>klas {row.group}</span>
      </p>
      <p>
        Hoi {row.givenName}, er {tasks.length === 1 ? 'wacht nog iets' : 'wachten nog twee dingen'} op je in je
        Doorstroomdossier:
      </p>
      <ul>
        {tasks.map((task) => (
          <li key={task}>{task}</li>
        ))}
      </ul>
      <p>
        Log in op <strong>{site}</strong>. Lukt het niet, of weet je niet wat je moet schrijven? Vraag het je mentor.
      </p>
    </section>
  );
}

/** Which group to print for. */
export function ChooseGroupPage({ groups }: { groups: GroupProgress[] }) {
  return (
    <Layout title="Herinneringen printen" back={{ href: '/overzicht', text: 'Overzicht' }}>
      <PageHeader
        title="Herinneringen printen"
        lead="Een vriendelijk strookje voor wie nog geen reflectie schreef of een vraag om te delen nog niet beantwoordde."
      />
      {groups.length > 0 ? (
        <LinkList
          items={groups.map(({ groupId, group, waiting }) => ({
            href: `/overzicht/herinnering?klas=${groupId}`,
            title: group,
            text: `${waiting['no-reflection']} zonder reflectie, ${waiting['consent-unanswered']} zonder antwoord`,
            icon: 'print' as const,
          }))}
        />
      ) : (
        <EmptyState
          icon="group"
          title="Je hebt dit schooljaar nog geen leerlingen"
          text="Er valt nog niets te printen."
        />
      )}
    </Layout>
  );
}
