import type { ComponentChildren } from 'preact';
import type { FieldFault } from '../../platform/errors/domain-error.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';

export type AnyForm = Form<object>;
export interface FieldProps {
  form: AnyForm;
  /** Dotted path: `rows.3.remark`. */
  name: string;
  label: string;
  hint?: string;
  labelSize?: 's' | 'm';
  /** Says "(mag je overslaan)" behind the label. */
  optional?: boolean;
  /** Where a field of this name stands on the page more than once. */
  id?: string;
}
export interface Option {
  value: string;
  text: string;
  hint?: string;
  /** In a Select: the heading under which it stands, with the others of the same group behind it. */
  group?: string;
}
export const idOf = (name: string): string => name.replaceAll('.', '-');

interface Control {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

/** Label, hint and fault around a control; the control gets its id and descriptions from here. */
function Group({
  describedBy,
  children,
  ...p
}: FieldProps & { describedBy?: string; children: (control: Control, wrong: string) => ComponentChildren }) {
  const id = p.id ?? idOf(p.name);
  const fault = p.form.fault(p.name);
  const descriptions = [p.hint && `${id}-hint`, fault && `${id}-fault`, describedBy].filter(Boolean).join(' ');
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <label class={`govuk-label${p.labelSize ? ` govuk-label--${p.labelSize}` : ''}`} for={id}>
        {p.label}
        <Optional show={p.optional} />
      </label>
      {p.hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {p.hint}
        </div>
      )}
      <ErrorMessage id={`${id}-fault`} fault={fault} />
      {children(
        {
          id,
          name: p.name,
          'aria-describedby': descriptions || undefined,
          'aria-invalid': fault ? 'true' : undefined,
        },
        fault ? '--error' : '',
      )}
    </div>
  );
}

export function Optional({ show }: { show?: boolean }) {
  const { t } = useView();
  return show ? <span class="app-optional"> {t('field.optional')}</span> : null;
}

export function ErrorMessage({ id, fault }: { id: string; fault?: FieldFault }) {
  const { t, text } = useView();
  if (!fault) return null;
  return (
    <p id={id} class="govuk-error-message">
      <span class="govuk-visually-hidden">{t('error.prefix')}</span> {text(fault.code, fault.params)}
    </p>
  );
}

type InputType = 'text' | 'email' | 'tel' | 'search' | 'password' | 'date' | 'number';
export interface TextFieldProps extends FieldProps {
  type?: InputType;
  width?: '5' | '10' | '20';
  autocomplete?: string;
  inputmode?: 'numeric' | 'text' | 'email';
  maxlength?: number;
  min?: string;
  max?: string;
  spellcheck?: boolean;
  /** Filled in from what stands behind the # of a link, under this name; see app.ts. */
  fromLink?: string;
  /** What came from a link waits in the tab, also while someone goes elsewhere first. */
  keep?: boolean;
}

/** Preact's types want the type of an input to be a constant. */
export const typed = (type: string, autocomplete?: string): { type: 'text'; autocomplete?: 'off' } =>
  ({ type, autocomplete }) as { type: 'text'; autocomplete?: 'off' };

/** One line of text. A password is never sent back to the browser. */
export function TextField({ type = 'text', width, ...p }: TextFieldProps) {
  return (
    <Group {...p}>
      {(control, wrong) => (
        <input
          {...control}
          {...typed(type, p.autocomplete)}
          value={type === 'password' ? '' : p.form.text(p.name)}
          class={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${wrong && ` govuk-input${wrong}`}`}
          inputMode={p.inputmode}
          data-from-link={p.fromLink}
          data-keep={p.keep}
          maxLength={p.maxlength}
          min={p.min}
          max={p.max}
          spellcheck={p.spellcheck}
        />
      )}
    </Group>
  );
}

/** The browser's own date control: typed or picked, always sent as yyyy-mm-dd. */
export const DateField = (p: FieldProps & { min?: string; max?: string; autocomplete?: string }) => (
  <TextField {...p} type="date" width="10" />
);

/** More lines of text; with `maxlength` a counter, which the server checks too, so that pasted text is never cut. */
export function TextArea({ rows = 5, maxlength, ...p }: FieldProps & { rows?: number; maxlength?: number }) {
  const { t } = useView();
  const counter = maxlength ? `${idOf(p.name)}-counter` : undefined;
  const area = (
    <Group {...p} describedBy={counter}>
      {(control, wrong) => (
        <textarea {...control} rows={rows} class={`govuk-textarea${wrong && ` govuk-textarea${wrong}`}`}>
          {p.form.text(p.name)}
        </textarea>
      )}
    </Group>
  );
  if (!maxlength) return area;
  return (
    <div
      class="app-counted"
      data-counter={maxlength}
      data-left={t('field.left', { count: '%' })}
      data-over={t('field.too-many', { count: '%' })}
    >
      {area}
      <p id={counter} class="govuk-hint app-counter">
        {t('field.max', { count: maxlength })}
      </p>
      <span class="govuk-visually-hidden" role="status" data-counter-status />
    </div>
  );
}

/** A list to choose from; `placeholder={null}` when something is always chosen. */
export function Select({
  options,
  placeholder,
  ...p
}: FieldProps & { options: readonly Option[]; placeholder?: string | null }) {
  const { t } = useView();
  return (
    <Group {...p}>
      {(control, wrong) => (
        <select {...control} class={`govuk-select${wrong && ` govuk-select${wrong}`}`}>
          {placeholder !== null && <option value="">{placeholder ?? t('field.choose')}</option>}
          {[...new Set(options.map(({ group }) => group))].map((group) => {
            const own = options
              .filter((o) => o.group === group)
              .map((o) => (
                <option key={o.value} value={o.value} selected={p.form.text(p.name) === o.value}>
                  {o.text}
                </option>
              ));
            return group ? (
              <optgroup key={group} label={group}>
                {own}
              </optgroup>
            ) : (
              own
            );
          })}
        </select>
      )}
    </Group>
  );
}

/** Choosing a file; the form needs enctype="multipart/form-data". */
export function FileField({ accept, ...p }: FieldProps & { accept?: string }) {
  const { t } = useView();
  return (
    <Group {...p} hint={p.hint ?? t('field.file-hint')}>
      {(control) => <input {...control} type="file" accept={accept} class="app-file" />}
    </Group>
  );
}
