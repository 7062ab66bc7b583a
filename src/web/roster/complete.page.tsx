import { leerwegen, profielen } from '../../pupils/pupils.types.js';
import type { RosterPupilResponse } from '../../pupils/roster.dto.js';
import { useView } from '../kit/view.js';
import { EmptyState, Notice, PageHeader } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import type { AnyForm } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { RowSelect } from './row-fields.js';
import { type FormRow, rowsOf, versionOf } from './rows.js';

export interface CompletePageProps {
  group: { id: string; name: string };
  pupils: readonly RosterPupilResponse[];
  form: AnyForm;
  /** Someone else saved one of these pupils while this form was open. */
  overtaken?: boolean;
}

/** Leerjaar, leerweg and profiel of a whole group, in one table. */
export function CompletePage({ group, pupils, form, overtaken = false }: CompletePageProps) {
  const { t } = useView().in('nl');
  const rows = rowsOf(pupils, form, 'pupilId', ({ id }) => id);
  const years = [1, 2, 3, 4, 5, 6].map((year) => ({ value: String(year), text: String(year) }));
  const ways = leerwegen.map((value) => ({ value, text: t(`leerweg.${value}`) }));
  const profiles = profielen.map((value) => ({ value, text: t(`profiel.${value}`) }));
  const columns: Column<FormRow<RosterPupilResponse>>[] = [
    {
      head: 'Leerling',
      cell: ({ now, at }) => (
        <>
          {now.name}
          <input type="hidden" name={`rows.${at}.pupilId`} value={now.id} />
          <input type="hidden" name={`rows.${at}.version`} value={versionOf(form, at, now.version, overtaken)} />
          {overtaken && <ChangedByOther form={form} now={now} at={at} />}
        </>
      ),
    },
    {
      head: 'Leerjaar',
      cell: ({ now, at }) => (
        <RowSelect form={form} name={`rows.${at}.year`} label={`Leerjaar van ${now.name}`} options={years} />
      ),
    },
    {
      head: 'Leerweg',
      cell: ({ now, at }) => (
        <RowSelect form={form} name={`rows.${at}.leerweg`} label={`Leerweg van ${now.name}`} options={ways} />
      ),
    },
    {
      head: 'Profiel',
      cell: ({ now, at }) => (
        <RowSelect form={form} name={`rows.${at}.profiel`} label={`Profiel van ${now.name}`} options={profiles} />
      ),
    },
  ];
  const nameOf = (field: string): string | undefined =>
    rows.find(({ at }) => field.startsWith(`rows.${at}.`))?.now.name;
  const back = `/leerlingen?groupId=${group.id}`;
  return (
    <Layout
      title={`Leerweg en profiel van ${group.name}`}
      width="wide"
      back={{ href: back, text: `Leerlingen van ${group.name}` }}
      fault={!form.valid}
    >
      <PageHeader
        title={`Leerweg en profiel van ${group.name}`}
        lead="In leerjaar 1 en 2 hoeft er nog geen profiel te staan, en bij praktijkonderwijs en vso ook niet."
      />
      {overtaken && (
        <Notice tone="attention" title="Iemand anders was je voor">
          <p>
            Er is nog niets bewaard. Wat jij koos, staat er nog. Bij wie intussen iets veranderde, staat erbij wat er nu
            is vastgelegd. Bewaar opnieuw als jouw keuze klopt.
          </p>
        </Notice>
      )}
      {rows.length > 0 ? (
        <form method="post" action={`/klassen/${group.id}/aanvullen`} novalidate data-guarded>
          {!overtaken && <ErrorSummary form={form} rowName={nameOf} />}
          <HiddenFields form={form} />
          <Table caption={`Leerlingen van ${group.name}`} columns={columns} rows={rows} rowKey={({ now }) => now.id} />
          <SaveBar save="Bewaar" cancel={{ href: back }} />
        </form>
      ) : (
        <EmptyState icon="group" title="Deze klas heeft nu geen leerlingen" text="Kijk of de import goed ging." />
      )}
    </Layout>
  );
}

function ChangedByOther({ form, now, at }: { form: AnyForm; now: RosterPupilResponse; at: number }) {
  const { t } = useView().in('nl');
  const typed = (field: string): string => form.text(`rows.${at}.${field}`);
  const same =
    typed('year') === String(now.year ?? '') &&
    typed('leerweg') === (now.leerweg ?? '') &&
    typed('profiel') === (now.profiel ?? '');
  if (same || typed('version') === String(now.version)) return null;
  const facts = [
    now.year && `leerjaar ${now.year}`,
    now.leerweg && t(`leerweg.${now.leerweg}`),
    now.profiel && t(`profiel.${now.profiel}`),
  ].filter(Boolean);
  return <span class="app-muted"> – nu vastgelegd: {facts.join(', ') || 'nog niets'}</span>;
}
