import { PageHeader } from '../ui/blocks.js';
import { type AnyForm, DateField } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface EndPageProps {
  title: string;
  /** The list that one comes from; the form goes to the page itself. */
  back: { href: string; text: string };
  action: string;
  form: AnyForm;
  /** The first and the last day that can be chosen. */
  min: string;
  max: string;
}

/** A last day that comes earlier than it would. */
export const EndPage = ({ title, back, action, form, min, max }: EndPageProps) => (
  <Layout title={title} back={back} fault={!form.valid}>
    <PageHeader
      title={title}
      lead="Tot en met de laatste dag blijven de leerlingen in beeld, de dag erna niet meer. Kies gisteren om meteen te stoppen."
    />
    <form method="post" action={action} novalidate>
      <ErrorSummary form={form} />
      <HiddenFields form={form} />
      <DateField form={form} name="lastDay" label="Laatste dag" min={min} max={max} />
      <SaveBar save="Leg vast" cancel={{ href: back.href }} />
    </form>
  </Layout>
);
